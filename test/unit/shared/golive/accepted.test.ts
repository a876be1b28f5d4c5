// Which tickets can be accepted as they came, and how long a tick for one holds.
import { expect, test } from 'vitest'
import {
  acceptanceTicks,
  acceptedRows,
  isAcceptable,
  stillAccepted,
} from '../../../../shared/golive/accepted.ts'
import type { VerifyRow } from '../../../../shared/preview/verify/verifyResult.ts'

const raised = { code: 'priority-differs' as const, item: null, expected: 'Low (8)', actual: 'High (5)' }
const leaked = { code: 'note-audience-wider' as const, item: 'Note', expected: 'staff', actual: 'customer' }
const row = (key: string, more: Partial<VerifyRow> = {}): VerifyRow => ({
  key,
  ticket: 7001,
  state: 'differs',
  differences: [raised],
  remarks: [],
  ...more,
})
const at = '2026-11-24T08:30:00Z'

test.each<[string, boolean, VerifyRow]>([
  ['another value', true, row('SR-1')],
  ['a missing ticket', true, row('SR-1', { state: 'missing', ticket: null, differences: [] })],
  ['several that may be meant', true, row('SR-1', { state: 'ambiguous', ticket: null, differences: [] })],
  ['text that reached somebody', false, row('SR-1', { differences: [leaked, raised] })],
  ['what came as expected', false, row('SR-1', { state: 'as-expected', differences: [] })],
])('%s: %s', (_, acceptable, one) => expect(isAcceptable(one)).toBe(acceptable))

test('a tick holds while the same is said of the ticket, and keeps none of its text', () => {
  const rows = [row('SR-1'), row('SR-2')]
  const ticks = acceptanceTicks(rows, at)
  expect(JSON.stringify(ticks)).not.toContain('High')
  expect(acceptedRows(ticks.slice(1), rows)).toEqual([false, true])

  const anew = [
    row('SR-1'),
    row('SR-2', { differences: [{ ...raised, actual: 'Critical (4)' }] }),
    row('SR-3'),
  ]
  expect(stillAccepted(ticks, anew)).toEqual(ticks.slice(0, 1))
  expect(stillAccepted(ticks, [row('SR-1', { differences: [leaked] })])).toEqual([])
})

test('a key that stands twice in the sample is ticked twice', () => {
  const rows = [
    row('SR-9', { ticket: null, state: 'ambiguous' }),
    row('SR-9', { ticket: null, state: 'ambiguous' }),
  ]
  const ticks = acceptanceTicks(rows, at)
  expect(acceptedRows(ticks.slice(0, 1), rows)).toEqual([true, false])
  expect(stillAccepted(ticks, rows)).toHaveLength(2)
})
