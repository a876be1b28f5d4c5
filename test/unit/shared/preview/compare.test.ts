// The draft against earlier settings: changed verdicts, and parts that newly go along or newly stay.
import { expect, test } from 'vitest'
import { comparePreviews } from '../../../../shared/preview/compare.ts'
import { prepareInbound } from '../../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../../shared/preview/rules/outbound.ts'
import type { ServiceTicket } from '../../../../shared/preview/sample/sample.ts'
import type { SourceSettings } from '../../../../shared/relationship/relationship.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const outbound = (settings: Partial<SourceSettings> = {}) =>
  prepareOutbound({ relationship: sourceRelationship(settings), reference: null, since: null })

const on = (board: number): ServiceTicket => ({
  id: 7000 + board,
  board: { id: board },
  company: { id: 250 },
  closedFlag: true,
  notes: [
    { text: 'For you.', detailDescriptionFlag: true },
    { text: 'Not for you.', internalAnalysisFlag: true },
  ],
})

test('says nothing when nothing changes', () => {
  expect(comparePreviews(outbound(), outbound(), [on(4), on(9)])).toEqual({
    verdicts: [],
    parts: [],
    readers: [],
    values: [],
  })
})

test('names internal notes that would newly leave', () => {
  const draft = outbound({ commentTypes: ['internal', 'discussion', 'resolution'] })
  expect(comparePreviews(outbound(), draft, [on(4)])).toMatchObject({
    verdicts: [],
    parts: [
      {
        key: '7004',
        item: 1,
        kind: 'note',
        label: 'Internal: Not for you.',
        verdict: 'send',
        audience: ['staff'],
      },
    ],
  })
})

const theNote = { item: 0, kind: 'note', label: 'Discussion: For you.', audience: ['customer', 'staff'] }

test('names tickets that change their verdict, in both directions, with what they bring along', () => {
  const draft = outbound({
    boards: [
      { id: 5, name: 'Field Work' },
      { id: 9, name: 'Projects' },
    ],
  })
  expect(comparePreviews(outbound(), draft, [on(4), on(5), on(9)])).toMatchObject({
    verdicts: [
      { key: '7004', before: 'send', after: 'skip', reasons: ['board-not-selected'] },
      { key: '7009', before: 'skip', after: 'send', reasons: ['board-not-selected'] },
    ],
    parts: [
      { ...theNote, key: '7004', verdict: 'stay' },
      { ...theNote, key: '7009', verdict: 'send' },
    ],
  })
})

test('compares the inbound flow as well', () => {
  const saved = prepareInbound({ relationship: targetRelationship({ priority: null }), reference: null })
  const draft = prepareInbound({ relationship: targetRelationship(), reference: null })
  const ticket = { key: 'K', summary: 'Title', attachments: [{ fileName: 'a.txt' }] }
  expect(comparePreviews(saved, draft, [ticket])).toMatchObject({
    verdicts: [{ key: 'K', before: 'fail', after: 'create', reasons: ['priority-required'] }],
    parts: [
      {
        key: 'K',
        item: 0,
        kind: 'attachment',
        label: 'a.txt',
        verdict: 'send',
        audience: ['customer', 'staff'],
      },
    ],
  })
})

const worked = {
  key: 'W',
  summary: 'Title',
  timeEntries: [
    { memberEmail: 'dana@example.test', start: '2026-03-02T08:00:00Z', hours: 1, notes: 'Fixed.' },
  ],
}
const inbound = (settings: Parameters<typeof targetRelationship>[0]) =>
  prepareInbound({ relationship: targetRelationship(settings), reference: null })

test('names tickets that would only get other values, and in which members', () => {
  const saved = inbound({ status: { id: 31, name: 'New' } })
  const draft = inbound({ status: { id: 61, name: 'New' } })
  expect(comparePreviews(saved, draft, [{ key: 'K', summary: 'Title' }])).toMatchObject({
    verdicts: [],
    values: [{ key: 'K', members: ['status'] }],
  })
})

test('names time entries whose text would reach other readers', () => {
  const time = (includeNotes: boolean) =>
    inbound({
      timeEntries: {
        sync: true,
        defaultWorkRole: { id: 3, name: 'Engineer' },
        defaultMember: { id: 42, name: 'Dana Reyes' },
        includeNotes,
      },
    })
  const { parts, readers } = comparePreviews(time(false), time(true), [worked])
  expect(parts).toEqual([])
  expect(readers).toEqual([{ key: 'W', item: 0, kind: 'timeEntry', gained: ['invoice'], lost: [] }])
})
