// Which notes of a ConnectWise ticket leave, what they warn of, and who would read them.
import { describe, expect, test } from 'vitest'
import type { PreviewItem } from '../../../../../shared/preview/result/previewResult.ts'
import type { ServiceTicket, TicketNote } from '../../../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { sourceRelationship, timeEntriesOn } from '../../../../support/relationships.ts'
import { preview } from './outboundPreview.ts'

const notes = (...given: TicketNote[]): Partial<ServiceTicket> => ({ notes: given })
const outcome = ({ verdict, reasons, warnings, audience }: PreviewItem) => ({
  verdict,
  reasons,
  warnings,
  audience,
})

describe('a note', () => {
  const withTime = sourceRelationship({ timeEntries: { ...timeEntriesOn, includeNotes: true } })

  test.each<[string, TicketNote, { relationship?: Relationship }, ReturnType<typeof outcome>]>([
    [
      'of a selected type is sent',
      { detailDescriptionFlag: true },
      {},
      { verdict: 'send', reasons: [], warnings: [], audience: ['customer', 'staff'] },
    ],
    [
      'of an unselected type stays',
      { internalAnalysisFlag: true },
      {},
      { verdict: 'stay', reasons: ['comment-type-not-selected'], warnings: [], audience: ['staff'] },
    ],
    [
      'without a type stays',
      { text: 'x', detailDescriptionFlag: null },
      {},
      { verdict: 'stay', reasons: ['comment-type-not-selected'], warnings: [], audience: [] },
    ],
    [
      'of several types is sent for one of them, and warns of the other',
      { detailDescriptionFlag: true, internalAnalysisFlag: true },
      {},
      {
        verdict: 'send',
        reasons: [],
        warnings: ['note-audience-wider'],
        audience: ['customer', 'staff'],
      },
    ],
    [
      'of two selected types warns of nothing',
      { detailDescriptionFlag: true, resolutionFlag: true },
      {},
      { verdict: 'send', reasons: [], warnings: [], audience: ['customer', 'staff', 'invoice'] },
    ],
    [
      'of a time entry arrives twice when the entry goes with its notes',
      { noteType: 'TimeEntryNote', resolutionFlag: true },
      { relationship: withTime },
      {
        verdict: 'send',
        reasons: [],
        warnings: ['note-duplicated-by-time-entry'],
        audience: ['customer', 'staff', 'invoice'],
      },
    ],
    [
      'of a time entry arrives once when the entry goes without its notes',
      { noteType: 'TimeEntryNote', resolutionFlag: true },
      {},
      { verdict: 'send', reasons: [], warnings: [], audience: ['customer', 'staff', 'invoice'] },
    ],
    [
      'of a time entry that stays warns of nothing',
      { noteType: 'TimeEntryNote', internalAnalysisFlag: true },
      { relationship: withTime },
      { verdict: 'stay', reasons: ['comment-type-not-selected'], warnings: [], audience: ['staff'] },
    ],
  ])('%s', (_, note, options, expected) => {
    const row = preview(notes(note), options)
    expect(row.items.map(outcome)).toEqual([expected])
    expect(row.warnings).toEqual(expected.warnings)
    expect(row.judged.warnings).toEqual(expected.warnings)
  })

  test('of a skipped ticket stays for the reasons of the ticket and warns of nothing', () => {
    const { items, warnings } = preview({
      board: null,
      ...notes({ detailDescriptionFlag: true, internalAnalysisFlag: true }, { internalAnalysisFlag: true }),
    })
    expect(items.map(({ verdict, reasons }) => [verdict, reasons])).toEqual([
      ['stay', ['board-not-selected']],
      ['stay', ['comment-type-not-selected']],
    ])
    expect(warnings).toEqual([])
  })

  test('is labelled with its types, its origin and its author', () => {
    const { items } = preview(
      notes(
        {
          detailDescriptionFlag: true,
          member: { id: 42, name: 'Dana Reyes' },
          text: 'Rebooted\n the server.',
        },
        { resolutionFlag: true, internalAnalysisFlag: true, ticket: { id: 7000 }, noteType: 'TimeEntryNote' },
        { detailDescriptionFlag: true, member: {}, contact: { name: 'Mara' }, text: 'x'.repeat(500) },
      ),
    )
    expect(items.map(({ label }) => label)).toEqual([
      'Discussion by Dana Reyes: Rebooted the server.',
      'Internal, Resolution (from a time entry, from ticket 7000): (empty)',
      `Discussion by Mara: ${'x'.repeat(79)}…`,
    ])
  })
})
