// The sample library, outbound: made-up ConnectWise tickets that fit the relationship, each with one thing changed.
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { LibraryTicket } from './libraryTicket.ts'
import type { ServiceTicket } from '../sample/sample.ts'
import { boardsSentFrom } from '../../relationship/chosenRecords.ts'

type Named = { id: number; name: string }

const member = { id: 1, name: 'Oskar Brandt', identifier: 'obrandt' }
const contact = { id: 2, name: 'Mara Lindqvist' }

const ref = ({ id, name }: { id: number; name?: string | null }) => ({ id, name })

/** An id the list does not hold. */
const otherId = (refs: readonly { id: number }[]): number => Math.max(0, ...refs.map(({ id }) => id)) + 1

/** The values of a ticket these settings send, and ids they do not. What is not chosen yet gets a stand-in. */
function fitting(relationship: Relationship, reference: Reference | null) {
  const { settings } = relationship
  const reverse = 'reverseSync' in settings && settings.reverseSync.enabled ? settings.reverseSync : null
  const boards: readonly Named[] = boardsSentFrom(relationship)
  const board = boards[0] ?? { id: 1, name: 'Help Desk' }
  const [company = settings.company ?? { id: 1, name: 'A company' }] = reverse?.filter.companies ?? []
  const onBoard = [...(reference?.statuses?.values() ?? [])].find(
    (row) => row.board?.id === board.id && row.closedStatus !== true && row.id !== settings.status?.id,
  )
  const status = reverse?.filter.statuses[0] ?? onBoard ?? { id: 1, name: 'In progress' }
  const priority = reverse?.filter.priorities[0] ??
    settings.priority ?? { id: 1, name: 'Priority 3 - Medium' }
  return { boards, board, company, status, priority, field: reverse?.fieldFilter ?? null }
}

type Case = { purpose: string } & Partial<ServiceTicket>

/** Every ticket begins as one that is sent, then `changes` make it what it is there to show. */
function cases(fit: ReturnType<typeof fitting>, status: Named | null): Case[] {
  const note = { noteType: 'TicketNote', member }
  return [
    {
      purpose: 'A plain ticket with a discussion note',
      notes: [{ ...note, text: 'It worked yesterday.', detailDescriptionFlag: true }],
    },
    { purpose: 'Closed: closures carry over', closedFlag: true },
    { purpose: 'Merged into another ticket', mergedParentTicket: { id: 9001, name: 'Parent of the merge' } },
    {
      purpose: 'A child ticket, with a note of its parent',
      parentTicketId: 9002,
      notes: [
        {
          ...note,
          ticket: { id: 9002 },
          text: 'Same fault at three sites.',
          detailDescriptionFlag: true,
          mergedFlag: true,
        },
      ],
    },
    { purpose: 'A project ticket', recordType: 'ProjectTicket' },
    { purpose: 'On a board that is not selected', board: { id: otherId(fit.boards), name: 'Another board' } },
    {
      purpose: 'Of another company',
      company: { id: otherId([fit.company]), name: 'Another company' },
    },
    { purpose: 'Without a company', company: null },
    { purpose: 'Last changed years ago', _info: { lastUpdated: '2019-03-01T07:30:00Z' } },
    { purpose: 'Without a time of last change', _info: null },
    {
      purpose: 'The checkbox of the field based filter is not ticked',
      customFields: fit.field
        ? [{ id: fit.field.id, caption: fit.field.caption, type: 'Checkbox', value: false }]
        : [],
    },
    { purpose: 'Already in the configured status', status: ref(status ?? fit.status) },
    {
      purpose: 'An internal note',
      notes: [
        { ...note, text: 'Do not mention the price increase yet.', internalAnalysisFlag: true },
        { ...note, text: 'We are looking into it.', detailDescriptionFlag: true },
      ],
    },
    {
      purpose: 'A note that is discussion, internal and resolution at once',
      notes: [
        {
          ...note,
          text: 'Rolled back to 7.4.1, tunnel stable for four hours.',
          detailDescriptionFlag: true,
          internalAnalysisFlag: true,
          resolutionFlag: true,
        },
      ],
    },
    {
      purpose: 'A note without a type, and one written by a contact',
      notes: [
        { noteType: 'TicketNote', text: 'No box was ticked.' },
        { noteType: 'TicketNote', contact, text: 'Any news?', detailDescriptionFlag: true },
      ],
    },
    {
      purpose: 'The notes of a time entry, which are also a note of the ticket',
      notes: [
        { ...note, noteType: 'TimeEntryNote', text: 'Replaced the fuser.', detailDescriptionFlag: true },
      ],
      timeEntries: [
        {
          id: 1,
          member,
          timeStart: '2026-11-20T09:00:00Z',
          timeEnd: '2026-11-20T09:45:00Z',
          actualHours: 0.75,
          notes: 'Replaced the fuser.',
        },
      ],
    },
    {
      purpose: 'A time entry without work role and notes',
      timeEntries: [{ id: 2, member, timeStart: '2026-11-20T10:00:00Z', actualHours: 1.5 }],
    },
    {
      purpose: 'An internal time entry with a text',
      timeEntries: [
        {
          id: 3,
          member,
          timeStart: '2026-11-20T13:00:00Z',
          actualHours: 0.25,
          notes: 'Customer disputes the last invoice.',
          addToInternalAnalysisFlag: true,
        },
      ],
    },
    {
      purpose: 'A huge attachment and a link',
      documents: [
        { id: 1, title: 'Memory dump', fileName: 'memory.dmp', size: 8_589_934_592 },
        { id: 2, title: 'Status page', urlFlag: true, linkFlag: true },
      ],
    },
    {
      purpose: 'Emoji and right-to-left text',
      summary: 'الطابعة لا تعمل 🖨️👩‍👩‍👧‍👦',
      notes: [{ ...note, text: 'שלום, המדפסת לא עובדת 🖨️', detailDescriptionFlag: true }],
    },
  ]
}

/** ConnectWise tickets for the outbound flow, with what each one shows. */
export function outboundLibrary(
  relationship: Relationship,
  reference: Reference | null,
): LibraryTicket<ServiceTicket>[] {
  const fit = fitting(relationship, reference)
  return cases(fit, relationship.settings.status).map(({ purpose, ...changes }, index) => {
    const id = 8001 + index
    const ticket: ServiceTicket = {
      id,
      summary: purpose,
      recordType: 'ServiceTicket',
      board: ref(fit.board),
      status: ref(fit.status),
      priority: ref(fit.priority),
      company: ref(fit.company),
      contact,
      closedFlag: false,
      customFields: fit.field
        ? [{ id: fit.field.id, caption: fit.field.caption, type: 'Checkbox', value: true }]
        : [],
      _info: { lastUpdated: '2026-11-20T10:30:00Z' },
      ...changes,
    }
    return { key: String(id), purpose, ticket }
  })
}
