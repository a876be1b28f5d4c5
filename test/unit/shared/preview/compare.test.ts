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
  expect(comparePreviews(outbound(), outbound(), [on(4), on(9)])).toEqual({ verdicts: [], parts: [] })
})

test('names internal notes that would newly leave', () => {
  const draft = outbound({ commentTypes: ['internal', 'discussion', 'resolution'] })
  expect(comparePreviews(outbound(), draft, [on(4)])).toEqual({
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
  expect(comparePreviews(outbound(), draft, [on(4), on(5), on(9)])).toEqual({
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
  expect(comparePreviews(saved, draft, [ticket])).toEqual({
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
