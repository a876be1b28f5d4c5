// What becomes of the attachments and time entries of a ConnectWise ticket, and who would read them.
import { describe, expect, test } from 'vitest'
import type { ServiceTicket, TicketTimeEntry } from '../../../../../shared/preview/sample/sample.ts'
import type { CommentType } from '../../../../../shared/relationship/relationship.ts'
import { sourceRelationship, timeEntriesOn } from '../../../../support/relationships.ts'
import { preview } from './outboundPreview.ts'

const details: Partial<ServiceTicket> = {
  notes: [{ text: 'Hello', detailDescriptionFlag: true }],
  documents: [{ id: 1, fileName: 'log.txt', size: 2048 }],
  timeEntries: [{ id: 1, member: { id: 42, name: 'Dana Reyes' }, actualHours: 0.5, notes: 'Fuser.' }],
}

describe('attachments and time entries', () => {
  test('are sent after the notes when both are on', () => {
    const { items } = preview(details)
    expect(items.map(({ kind, verdict, audience }) => [kind, verdict, audience])).toEqual([
      ['note', 'send', ['customer', 'staff']],
      ['attachment', 'send', ['customer', 'staff']],
      ['timeEntry', 'send', ['staff']],
    ])
    expect(items.map(({ label }) => label).slice(1)).toEqual([
      'log.txt, 2 KB',
      'Time entry by Dana Reyes, 0.5 h',
    ])
  })

  test('stay when they are off', () => {
    const { items } = preview(details, {
      relationship: sourceRelationship({ syncAttachments: false, timeEntries: { sync: false } }),
    })
    expect(items.map(({ verdict, reasons }) => [verdict, reasons])).toEqual([
      ['send', []],
      ['stay', ['attachments-off']],
      ['stay', ['time-entries-off']],
    ])
  })

  test.each([{ linkFlag: true }, { urlFlag: true }])('a document with %o is a link and stays', (flags) => {
    const documents = [{ title: 'Status page', ...flags }]
    const off = sourceRelationship({ syncAttachments: false })
    expect(preview({ documents }).items).toMatchObject([{ verdict: 'stay', reasons: ['attachment-is-link'] }])
    expect(preview({ documents }, { relationship: off }).items[0]?.reasons).toEqual(['attachments-off'])
  })
})

describe('the text of a time entry', () => {
  const withNotes = (commentTypes: CommentType[] = ['discussion', 'resolution']) =>
    sourceRelationship({ commentTypes, timeEntries: { ...timeEntriesOn, includeNotes: true } })
  const told = (entry: TicketTimeEntry, relationship = withNotes()) => {
    const row = preview({ timeEntries: [{ notes: 'Fuser.', ...entry }] }, { relationship })
    expect(row.judged.warnings).toEqual(row.warnings)
    expect(row.items[0]?.warnings).toEqual(row.warnings)
    return [row.items[0]?.audience, row.warnings]
  }
  const warning = ['time-note-type-not-selected'] as const

  test.each<[string, TicketTimeEntry, ReturnType<typeof told>]>([
    ['reaches staff and the invoice', {}, [['staff', 'invoice'], []]],
    ['of a blank text reaches staff', { notes: ' \0', addToInternalAnalysisFlag: true }, [['staff'], []]],
    [
      'that shows in the discussion reaches the customer',
      { addToDetailDescriptionFlag: true },
      [['customer', 'staff', 'invoice'], []],
    ],
    [
      'that shows in the resolution reaches the customer',
      { addToResolutionFlag: true, addToInternalAnalysisFlag: true },
      [['customer', 'staff', 'invoice'], []],
    ],
    [
      'of no selected type goes all the same, and is told',
      { addToInternalAnalysisFlag: true },
      [['staff', 'invoice'], warning],
    ],
  ])('%s', (_, entry, expected) => {
    expect(told(entry)).toEqual(expected)
  })

  test('warns of nothing where it stays', () => {
    const internal = { addToInternalAnalysisFlag: true }
    expect(told(internal, sourceRelationship())).toEqual([['staff'], []])
    expect(told(internal, withNotes(['internal']))).toEqual([['staff', 'invoice'], []])
    const skipped = { board: null, timeEntries: [{ notes: 'Fuser.', ...internal }] }
    expect(preview(skipped, { relationship: withNotes() }).warnings).toEqual([])
  })
})
