// Times in samples: what is a time, and how it is written back.
import { expect, test } from 'vitest'
import { formatSeconds, parseSeconds, parseTime } from '../../../../../shared/preview/rules/parseTime.ts'

test.each([
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
  ['2026-11-23T10:00:00', '2026-11-23T10:00:00Z'],
  ['2026-11-23T10:00', '2026-11-23T10:00:00Z'],
  [' 2026-11-23 10:00:00 ', '2026-11-23T10:00:00Z'],
  ['2026-11-23T10:00:00.987Z', '2026-11-23T10:00:00Z'],
  ['2026-11-23T10:00:00,5', '2026-11-23T10:00:00Z'],
  ['2026-11-23T10:00:00+02:00', '2026-11-23T08:00:00Z'],
  ['2026-11-23T01:00:00+0530', '2026-11-22T19:30:00Z'],
  ['2026-11-23T10:00:00-05', '2026-11-23T15:00:00Z'],
  ['2026-11-23t10:00:00z', '2026-11-23T10:00:00Z'],
  ['2028-02-29T23:59:59Z', '2028-02-29T23:59:59Z'],
])('reads %s as %s', (text, utc) => {
  const seconds = parseSeconds(text)
  expect(typeof seconds === 'number' ? formatSeconds(seconds) : seconds).toBe(utc)
})

test.each([
  null,
  undefined,
  '',
  'yesterday',
  '23.11.2026',
  '11/23/2026 10:00',
  '2026-02-30T10:00:00Z',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-23T24:00:00Z',
  '2026-11-23T10:60:00Z',
  '2026-11-23T10:00:60Z',
  '2026-11-23T10:00:00+25:00',
  '2026-11-23T10:00:00+02:60',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59-05:00',
  '2o26-11-23T10:00:00Z',
  '2026-11-23T10:00:00ZZ',
])('takes %s for no time', (text) => {
  expect(parseTime(text)).toBeNull()
})

test('keeps milliseconds for comparing', () => {
  expect(parseTime('2026-11-23T10:00:00.25Z')).toBe(Date.UTC(2026, 10, 23, 10, 0, 0, 250))
})

test('takes a date alone for a time only where no time of day is needed', () => {
  expect(parseTime('2026-11-23')).toBe(Date.UTC(2026, 10, 23))
  expect(parseSeconds('2026-11-23')).toBe('unreadable')
  expect(parseSeconds(' ')).toBe('absent')
  expect(parseSeconds(null)).toBe('absent')
  expect(parseSeconds('2026-11-23T10:00:00.1234567890123Z')).toBe(Date.UTC(2026, 10, 23, 10) / 1000)
})
