// What is said of who read what: nothing where it was not looked at.
import { expect, test } from 'vitest'
import { unreadCount } from '../../../../../shared/preview/verify/verifyResult.ts'
import { readersWords, sidesInWords } from '../../../../../shared/preview/verify/verifyWords.ts'

const none = { 'as-expected': 0, differs: 0, missing: 0, ambiguous: 0, extra: 0 }
const row = { key: 'K', ticket: 7, differences: [], remarks: [], state: 'as-expected' as const }

test.each([
  ['every ticket was compared', { leaks: 0, unread: 0 }, 'No text reached anybody it should not.'],
  ['one text was read', { leaks: 1, unread: 0 }, '1 text reached somebody it should not.'],
  [
    'the notes of some were not read',
    { leaks: 0, unread: 2 },
    'Notes, attachments and time entries of 2 tickets were not compared: who read those is not known.',
  ],
])('where %s, just that is said of the readers', (_, known, said) => {
  expect(readersWords({ ...known, summary: { ...none, 'as-expected': 3 } })).toBe(said)
})

test('where no ticket was compared, nothing is said to have reached nobody', () => {
  const words = readersWords({ leaks: 0, unread: 0, summary: { ...none, missing: 3 } })
  expect(words).toBe('No ticket was compared, so who read what is not known.')
})

test('rows that were not read, may be several, or go out are those whose readers are not known', () => {
  const rows = [row, { ...row, remarks: ['not-read' as const] }, { ...row, state: 'ambiguous' as const }]
  expect(unreadCount({ rows }, 'inbound')).toBe(2)
  expect(unreadCount({ rows }, 'outbound')).toBe(3)
})

test('where no ticket was found, also none that was not meant to be there, nothing is known of any row', () => {
  const rows = [
    { ...row, ticket: null },
    { ...row, ticket: null, state: 'missing' as const },
  ]
  expect(unreadCount({ rows }, 'inbound')).toBe(2)
})

test.each([
  [{ code: 'note-not-expected' as const, expected: null, actual: 'staff' }, 'Stays', 'read by staff'],
  [{ code: 'ticket-not-expected' as const, expected: null, actual: 'No title' }, 'Refused', 'No title'],
  [{ code: 'attachment-missing' as const, expected: 'a.png', actual: null }, 'a.png', 'not there'],
  [
    { code: 'owner-differs' as const, expected: 'Dana Reyes (42)', actual: null },
    'Dana Reyes (42)',
    'nothing',
  ],
])('both sides of a difference are said in words: %j', (difference, expected, actual) => {
  expect(sidesInWords({ ...difference, item: null })).toEqual({ expected, actual })
})
