// The mistakes of the made-up sync service, each as what it makes of the tickets that arrive.
import { commentTypeOf } from '../../../shared/preview/rules/audience.ts'
import { landingOf } from '../../../shared/preview/rules/landing.ts'
import { parseSeconds } from '../../../shared/preview/rules/parseTime.ts'
import { documentName, titleOf, xrefOf } from '../../../shared/preview/rules/requests.ts'
import { isBlank } from '../../../shared/text/cleanText.ts'
import type { PreviewItem, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, TicketNote, TicketTimeEntry } from '../../../shared/preview/sample/sample.ts'
import type { SyncMistake } from '../../../shared/preview/verify/syncMistakes.ts'
import type { CommentType, Relationship } from '../../../shared/relationship/relationship.ts'
import { type Arrived, arrivedTicket, type SyncWorld } from './arrive.ts'

/** What a mistake sees beside the ticket. */
type Origin = { partner: PartnerTicket; row: PreviewRow; relationship: Relationship; world: SyncWorld }

type Inbound = (arrived: Arrived[], origin: Origin) => Arrived[]
type Changing = (ticket: Arrived, origin: Origin) => Arrived

const each =
  (change: Changing): Inbound =>
  (arrived, origin) =>
    arrived.map((ticket) => change(ticket, origin))

/** Another record of the same kind; one that does not exist where there is no other. */
const another = (rows: ReadonlyMap<number, { id: number }> | undefined, id: number) => ({
  id: [...(rows?.keys() ?? [])].find((other) => other !== id) ?? id + 1,
})

type Lists = 'boards' | 'companies' | 'statuses' | 'priorities' | 'sources' | 'members'

const wrong = (value: 'board' | 'company' | 'status' | 'priority' | 'source' | 'owner', list: Lists) =>
  each((ticket, { world }) => {
    const now = ticket[value]
    return now ? { ...ticket, [value]: another(world.reference?.[list], now.id) } : ticket
  })

const flags: Record<CommentType, keyof TicketNote> = {
  discussion: 'detailDescriptionFlag',
  internal: 'internalAnalysisFlag',
  resolution: 'resolutionFlag',
}
const typed = (text: string | null | undefined, type: CommentType): TicketNote => ({
  noteType: 'TicketNote',
  text,
  [flags[type]]: true,
})

/** What becomes of the posted notes; the ticket's own description, which comes first, is none. */
const withPosted = (change: (posted: TicketNote[]) => TicketNote[]) =>
  each((ticket, { row: { requests } }) => {
    const isDescribed = requests[0] && 'body' in requests[0] && 'initialDescription' in requests[0].body
    const own = isDescribed ? 1 : 0
    return { ...ticket, notes: [...ticket.notes.slice(0, own), ...change(ticket.notes.slice(own))] }
  })

/** Every posted note of one type as one of another. */
const retyped = (from: CommentType, to: CommentType) =>
  withPosted((posted) =>
    posted.map((note) =>
      note.noteType === 'TicketNote' && note[flags[from]] === true ? typed(note.text, to) : note,
    ),
  )

const withTime = (change: (entry: TicketTimeEntry, index: number, origin: Origin) => TicketTimeEntry) =>
  each((ticket, origin) => ({
    ...ticket,
    timeEntries: ticket.timeEntries.map((entry, index) => change(entry, index, origin)),
  }))

/** The parts of one kind that go, or that stay: their items in the row stand in the same order. */
function partsThat<Part>(
  verdict: PreviewItem['verdict'],
  kind: PreviewItem['kind'],
  { items }: PreviewRow,
  parts: readonly Part[] | null | undefined,
): Part[] {
  const ofKind = items.filter((item) => item.kind === kind)
  return (parts ?? []).filter((_, index) => ofKind[index]?.verdict === verdict)
}

/** The sample's entries that were posted, in their order. */
const postedEntries = ({ partner, row }: Origin) => partsThat('send', 'timeEntry', row, partner.timeEntries)

function unselectedNotes(ticket: Arrived, { partner, row }: Origin): Arrived {
  const kept = (partner.comments ?? []).filter(
    ({ body }, index) => !isBlank(body) && row.items[index]?.reasons.includes('comment-type-not-selected'),
  )
  return {
    ...ticket,
    notes: [
      ...ticket.notes,
      ...kept.map((comment) => typed(comment.body, commentTypeOf(comment) ?? 'internal')),
    ],
  }
}

function keptFiles(ticket: Arrived, { partner, row }: Origin): Arrived {
  const kept = partsThat('stay', 'attachment', row, partner.attachments)
  const titles = kept.map(({ fileName }) => documentName(fileName))
  return {
    ...ticket,
    documents: [...ticket.documents, ...titles.map((title) => ({ title, fileName: title }))],
  }
}

function keptTime(ticket: Arrived, { partner, row }: Origin): Arrived {
  // Without a time that can be read there is no entry to make.
  const kept = partsThat('stay', 'timeEntry', row, partner.timeEntries).filter(
    ({ start }) => typeof parseSeconds(start) === 'number',
  )
  return {
    ...ticket,
    timeEntries: [
      ...ticket.timeEntries,
      ...kept.map(({ start, end, hours }) => ({ timeStart: start, timeEnd: end, actualHours: hours })),
    ],
  }
}

/** A ticket that ConnectWise should have refused, with its title and key alone. */
function refusedCreated(arrived: Arrived[], { partner, row, relationship, world }: Origin): Arrived[] {
  if (row.requests.length > 0) return arrived
  const body = {
    summary: titleOf(partner.summary ?? ''),
    externalXRef: xrefOf(partner.key),
    board: landingOf(relationship).board,
  }
  return [arrivedTicket([{ method: 'POST', path: '/service/tickets', body }], 0, world)]
}

/** What each mistake makes of the tickets that arrive for one of the partner's. */
export const arrivesWrong: Record<SyncMistake, Inbound> = {
  'internal-as-discussion': retyped('internal', 'discussion'),
  'unselected-notes-sent': each(unselectedNotes),
  'time-notes-sent': withTime((entry, index, origin) => {
    const notes = postedEntries(origin)[index]?.notes
    return isBlank(notes) ? entry : { ...entry, notes }
  }),
  'refused-created': refusedCreated,
  'status-of-another-board': wrong('status', 'statuses'),
  'wrong-priority': wrong('priority', 'priorities'),
  'wrong-board': wrong('board', 'boards'),
  'wrong-company': wrong('company', 'companies'),
  'wrong-source': wrong('source', 'sources'),
  'wrong-owner': wrong('owner', 'members'),
  'title-changed': each((ticket) => ({ ...ticket, summary: `Sync: ${ticket.summary ?? ''}` })),
  'notes-lost': withPosted((posted) => posted.filter(({ noteType }) => noteType === 'TimeEntryNote')),
  'discussion-as-internal': retyped('discussion', 'internal'),
  'attachments-lost': each((ticket) => ({ ...ticket, documents: [] })),
  'attachments-sent': each(keptFiles),
  'wrong-fallback': withTime((entry, _, { world }) => ({
    ...entry,
    member: another(world.reference?.members, entry.member?.id ?? 0),
  })),
  'wrong-work-role': withTime((entry, _, { world }) => ({
    ...entry,
    workRole: another(world.reference?.workRoles, entry.workRole?.id ?? 0),
  })),
  'time-rounded': withTime((entry) => ({ ...entry, actualHours: 24 })),
  'time-lost': each((ticket) => ({ ...ticket, timeEntries: [] })),
  'time-sent': each(keptTime),
  'tickets-lost': () => [],
  'tickets-twice': (arrived) => [...arrived, ...arrived],
}
