// How far a relationship is on its way to the live service, in a word.
import { expect, test } from 'vitest'
import { goLiveWord, notBegun, startProblem } from '../../../../shared/golive/goLive.ts'

const at = '2026-11-23T09:00:00Z'
const summary = { 'as-expected': 4, differs: 0, missing: 0, ambiguous: 0, extra: 0 }
const verified = { of: 'verified', for: 'S', at, summary, leaks: 0, unread: 0, file: null, accepted: [] }

test.each([
  ['not begun', {}],
  ['synced', { firstSync: at }],
  ['verified', { firstSync: at, verified }],
  ['live', { firstSync: at, verified, automatic: true }],
  ['live', { automatic: true }],
] as const)('is %s', (word, done) => expect(goLiveWord({ ...notBegun, ...done })).toBe(word))

test('is never live while the first sync did not come as expected', () => {
  const differs = { ...verified, summary: { ...summary, differs: 2 }, leaks: 2 }
  expect(goLiveWord({ ...notBegun, firstSync: at, verified: differs, automatic: true })).toBe('to check')
})

test('is not to be checked any more once every ticket that differs is accepted', () => {
  const tick = { of: '0 INC1', for: 'x', at }
  const differs = { ...verified, summary: { ...summary, differs: 2 }, accepted: [tick] }
  expect(goLiveWord({ ...notBegun, firstSync: at, verified: differs })).toBe('to check')
  const both = { ...differs, accepted: [tick, { ...tick, of: '0 INC2' }] }
  expect(goLiveWord({ ...notBegun, firstSync: at, verified: both })).toBe('verified')
})

test.each([
  ['none is noted', null, /Note the start/],
  ['it lies in the future', '2026-11-23T10:30:00Z', /in the future/],
] as const)('nothing is verified where %s', (_, start, why) =>
  expect(startProblem(start, Date.parse(at))).toMatch(why),
)

test('a start of a moment ago, or by another clock, is one', () => {
  expect(startProblem('2026-11-23T08:59:00Z', Date.parse(at))).toBeNull()
  expect(startProblem('2026-11-23T09:00:40Z', Date.parse(at))).toBeNull()
})
