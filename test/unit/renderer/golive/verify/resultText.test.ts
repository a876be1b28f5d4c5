// The outcome of a comparison as text for a mail.
import { expect, test } from 'vitest'
import { leaksText, resultText } from '../../../../../renderer/golive/verify/resultText.ts'
import type { VerifyRow } from '../../../../../shared/preview/verify/verifyResult.ts'
import { targetRelationship } from '../../../../support/relationships.ts'

const verification = {
  relationship: targetRelationship(),
  reference: null,
  sample: { flow: 'inbound' as const, tickets: [] },
  actual: [],
  since: null,
}
const row = (key: string, more: Partial<VerifyRow>): VerifyRow => ({
  key,
  ticket: null,
  state: 'as-expected',
  differences: [],
  remarks: [],
  ...more,
})
const leak = {
  code: 'note-not-expected' as const,
  item: 'Internal: For us alone.',
  expected: null,
  actual: 'customer',
}
const rows = [
  row('A', { ticket: 1 }),
  row('B', { state: 'missing' }),
  row('C', { ticket: 48213, state: 'differs', differences: [leak] }),
]
const summary = { 'as-expected': 1, differs: 1, missing: 1, ambiguous: 0, extra: 1 }

test('begins with the counts, tells leaks first and each ticket by title and address, and leaves out what is as expected', () => {
  const titles = new Map([['C', 'Printer']])
  const lines = resultText(verification, { rows, summary, extra: [48230] }, titles).split('\n')
  expect(lines[0]).toBe('As expected 1, differs 1, missing 1, ambiguous 0, extra 1')
  expect(lines[1]).toMatch(/^C · Printer · https:\/\/.*48213/)
  expect(lines[2]).toBe(
    '  A note that should have stayed arrived · Internal: For us alone.: Stays -> read by customer',
  )
  expect(lines[3]).toMatch(/^B · /)
  expect(lines[4]).toMatch(/^Extra: 48230 · https:/)
  expect(lines).toHaveLength(5)
})

test('lists leaks alone with the address where each can be taken back', () =>
  expect(leaksText(verification, rows)).toMatch(
    /^C · A note that should have stayed arrived · .*https:.*48213/,
  ))
