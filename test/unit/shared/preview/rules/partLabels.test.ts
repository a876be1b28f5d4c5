// The line by which people recognise a note, an attachment or a time entry.
import { expect, test } from 'vitest'
import {
  attachmentLabel,
  commentLabel,
  documentLabel,
  noteLabel,
  ticketTimeEntryLabel,
  timeEntryLabel,
} from '../../../../../shared/preview/rules/partLabels.ts'

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [9, '9 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [10_239, '10 KB'],
  [10_240, '10 KB'],
  [20_000, '20 KB'],
  [1024 ** 2 * 2.25, '2.3 MB'],
  [1024 ** 3 * 12, '12 GB'],
  [1024 ** 4 * 3, '3 TB'],
  [1024 ** 5 * 2, '2048 TB'],
])('%i bytes are %s', (size, words) => {
  expect(attachmentLabel({ fileName: 'log.txt', size })).toBe(`log.txt, ${words}`)
})

test('a size that is none is left out, a name that is none is said', () => {
  expect(attachmentLabel({ fileName: 'log.txt', size: -1 })).toBe('log.txt')
  expect(attachmentLabel({ fileName: ' ', size: null })).toBe('(no name)')
  expect(documentLabel({ fileName: '', title: 'Plan', size: 5 })).toBe('Plan, 5 B')
  expect(documentLabel({ fileName: 'a.pdf', title: 'Plan' })).toBe('a.pdf')
})

test.each([
  [{ text: 'x', internalAnalysisFlag: true, detailDescriptionFlag: true }, 'Discussion, Internal: x'],
  [{ text: 'x' }, 'Note without a type: x'],
  [{ text: ' ', resolutionFlag: true, member: { name: 'Dana' } }, 'Resolution by Dana: (empty)'],
  [{ text: 'x', resolutionFlag: true, contact: { name: 'Mara' } }, 'Resolution by Mara: x'],
  [{ text: 'x', noteType: 'TimeEntryNote', resolutionFlag: true }, 'Resolution (from a time entry): x'],
  [{ text: 'x', resolutionFlag: true, ticket: { id: 7 } }, 'Resolution: x'],
  [
    { text: 'x', resolutionFlag: true, ticket: { id: 8 }, mergedFlag: true },
    'Resolution (from ticket 8, merged): x',
  ],
  [{ text: 'x', resolutionFlag: true, mergedFlag: false }, 'Resolution: x'],
])('the note %j is called %s', (note, label) => {
  expect(noteLabel(note, 7)).toBe(label)
})

test.each([
  [{ type: 'public', author: 'Mara', body: 'x' }, 'Discussion by Mara: x'],
  [{ body: 'x' }, 'Comment without a type: x'],
] as const)('the comment %j is called %s', (comment, label) => {
  expect(commentLabel(comment)).toBe(label)
})

test('a time entry is called by who, from when and how long', () => {
  expect(timeEntryLabel({})).toBe('Time entry')
  expect(timeEntryLabel({ memberEmail: 'd@example.test', memberName: ' ', start: ' ', hours: 0 })).toBe(
    'Time entry by d@example.test, 0 h',
  )
  expect(timeEntryLabel({ memberName: 'Dana', start: '2026-11-20T09:00Z', hours: 1.5 })).toBe(
    'Time entry by Dana, from 2026-11-20T09:00Z, 1.5 h',
  )
  expect(ticketTimeEntryLabel({ member: { identifier: 'dreyes' }, timeStart: '9:00' })).toBe(
    'Time entry by dreyes, from 9:00',
  )
})
