// A partner's time entries: who did the work, when, and what ConnectWise would refuse.
import { describe, expect, test } from 'vitest'
import { prepareInbound } from '../../../../../../shared/preview/rules/inbound.ts'
import { reference, targetRelationship } from '../../../../../support/relationships.ts'
import { type Entry, type Options, entry, preview, posted, withTime } from './timePreview.ts'

test('is posted with member, work role, start and end', () => {
  expect(preview([entry]).requests[1]).toEqual({
    method: 'POST',
    path: '/time/entries',
    body: {
      chargeToId: '{id}',
      chargeToType: 'ServiceTicket',
      member: { id: 42 },
      workRole: { id: 11 },
      timeStart: '2026-11-20T09:00:00Z',
      timeEnd: '2026-11-20T09:45:00Z',
    },
  })
})

describe('the span', () => {
  test.each<[string, Entry, object]>([
    ['is start and end, whatever the hours say', { hours: 8 }, { timeEnd: '2026-11-20T09:45:00Z' }],
    ['is hours without an end', { end: null, hours: 0.5 }, { actualHours: 0.5 }],
    [
      'is hours where start and end are one',
      { end: '2026-11-20T09:00:00.9Z', hours: 0.5 },
      { actualHours: 0.5 },
    ],
    [
      'is written in UTC without fractions',
      { start: '2026-11-20T10:00:00.75+02:00', end: '2026-11-20 09:00' },
      { timeStart: '2026-11-20T08:00:00Z', timeEnd: '2026-11-20T09:00:00Z' },
    ],
  ])('%s', (_, changes, expected) => {
    const body = posted(changes)
    expect(body).toMatchObject(expected)
    expect(Number('timeEnd' in (body ?? {})) + Number('actualHours' in (body ?? {}))).toBe(1)
  })

  test.each<[string, Entry, string[]]>([
    ['without a start', { start: null }, ['time-entry-without-start']],
    ['with a start nobody can read', { start: 'this morning' }, ['time-entry-unreadable-time']],
    ['with a start without a time of day', { start: '2026-11-20' }, ['time-entry-unreadable-time']],
    ['with an end nobody can read', { end: 'noon', hours: 0.5 }, ['time-entry-unreadable-time']],
    [
      'with a start nobody can read and no duration',
      { start: 'today', end: null },
      ['time-entry-without-duration', 'time-entry-unreadable-time'],
    ],
    ['without end and hours', { end: null }, ['time-entry-without-duration']],
    ['with zero hours', { end: null, hours: 0 }, ['time-entry-without-duration']],
    ['with negative hours', { end: null, hours: -1 }, ['time-entry-without-duration']],
    ['with a span of no length', { end: '2026-11-20T11:00:00+02:00' }, ['time-entry-without-duration']],
    [
      'that ends before it starts, even with hours',
      { end: '2026-11-20T08:59:59Z', hours: 1 },
      ['time-entry-ends-before-start'],
    ],
    [
      'with nothing at all',
      { start: null, end: null },
      ['time-entry-without-start', 'time-entry-without-duration'],
    ],
  ])('%s fails the row, and the rest would still be taken', (_, changes, reasons) => {
    const row = preview([{ ...entry, ...changes }, entry])
    expect(row).toMatchObject({ verdict: 'fail', reasons })
    expect(row.requests.map(({ path }) => path)).toEqual(['/service/tickets', '/time/entries'])
    expect(row.items.map(({ verdict, reasons: own }) => [verdict, own])).toEqual([
      ['stay', reasons],
      ['send', []],
    ])
  })
})

describe('notes', () => {
  const noted = { ...entry, notes: 'Replaced fuser.' }

  test('go along only when they are included', () => {
    expect(posted(noted)).not.toHaveProperty('notes')
    const relationship = withTime({ includeNotes: true })
    expect(posted(noted, { relationship })).toMatchObject({ notes: 'Replaced fuser.' })
    expect(posted({ notes: '  ' }, { relationship })).not.toHaveProperty('notes')
  })

  test('bring the invoice in as an audience', () => {
    const relationship = withTime({ includeNotes: true })
    const audiences = (given: Options) => preview([noted, entry], given).items.map(({ audience }) => audience)
    expect(audiences({})).toEqual([['staff'], ['staff']])
    expect(audiences({ relationship })).toEqual([['staff', 'invoice'], ['staff']])
  })

  test.each(['timeEntryDiscussionFlag', 'timeEntryResolutionFlag'])(
    'reach the customer where the board sets %s',
    (flag) => {
      const given = {
        relationship: withTime({ includeNotes: true }),
        reference: reference({ boards: [{ id: 4, [flag]: true }] }),
      }
      const row = preview([noted, entry], given)
      expect(row.warnings).toEqual(['time-notes-reach-customer'])
      expect(row.items.map(({ audience, warnings }) => [audience, warnings])).toEqual([
        [['customer', 'staff', 'invoice'], ['time-notes-reach-customer']],
        [['staff'], []],
      ])
      expect(preview([noted], { reference: given.reference }).warnings).toEqual([])
    },
  )
})

describe('a place that takes no time', () => {
  test('a status without time entries refuses every entry but not the ticket', () => {
    const known = reference({ statuses: [{ id: 31, timeEntryNotAllowed: true }] })
    const row = preview([entry], { reference: known })
    expect(row).toMatchObject({ verdict: 'fail', reasons: ['time-entry-not-allowed'], warnings: [] })
    expect(row.requests).toHaveLength(1)
    expect(preview([], { reference: known }).verdict).toBe('create')
  })

  test('a locked board only warns', () => {
    const known = reference({ boards: [{ id: 4, timeEntryLockedFlag: true }] })
    const row = preview([entry], { reference: known })
    expect(row).toMatchObject({ verdict: 'create', reasons: [], warnings: ['board-may-lock-time'] })
    expect(row.items[0]?.warnings).toEqual(['board-may-lock-time'])
    expect(row.requests).toHaveLength(2)
    expect(preview([], { reference: known }).warnings).toEqual([])
  })
})

test('stays while time entries are off, whatever is wrong with it', () => {
  const relationship = targetRelationship({ timeEntries: { sync: false } })
  const row = preview([{ memberName: 'Nobody' }], { relationship })
  expect(row).toMatchObject({ verdict: 'create', reasons: [], warnings: [] })
  expect(row.items).toEqual([
    {
      kind: 'timeEntry',
      label: 'Time entry by Nobody',
      verdict: 'stay',
      reasons: ['time-entries-off'],
      warnings: [],
      audience: ['staff'],
    },
  ])
})

test('the reasons of a refused ticket include those of its time entries', () => {
  const prepared = prepareInbound({ relationship: targetRelationship(), reference: reference() })
  const row = prepared.row({ key: 'K', summary: '', timeEntries: [{ ...entry, start: null }, entry] })
  expect(row.reasons).toEqual(['summary-missing', 'time-entry-without-start'])
  expect(row.items.map(({ reasons }) => reasons)).toEqual([['time-entry-without-start'], ['summary-missing']])
})
