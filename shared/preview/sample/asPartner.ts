// ConnectWise tickets taken as if the partner had sent them, so that the inbound flow can be tried on real tickets.
import type { PartnerTicket, ServiceTicket, TicketNote } from './sample.ts'

type Comment = NonNullable<PartnerTicket['comments']>[number]

/** A note becomes a comment of the widest of its types; one without a type is read by staff only. */
const commentType = (note: TicketNote): Comment['type'] => {
  if (note.resolutionFlag === true) return 'resolution'
  return note.detailDescriptionFlag === true ? 'public' : 'internal'
}

const comment = (note: TicketNote): Comment => ({
  type: commentType(note),
  author: note.member?.name ?? note.contact?.name,
  body: note.text,
  createdAt: note.timeStart,
})

/** A note that came with a time entry is part of that entry already. */
const isOwn = (note: TicketNote): boolean => note.noteType !== 'TimeEntryNote'

/** The same ticket as the other side would send it: its number becomes the partner's key. */
export const asPartnerTicket = (ticket: ServiceTicket): PartnerTicket => ({
  key: String(ticket.id),
  summary: ticket.summary,
  status: ticket.status?.name,
  priority: ticket.priority?.name,
  requester: ticket.contact ? { name: ticket.contact.name } : null,
  createdAt: ticket._info?.dateEntered,
  updatedAt: ticket._info?.lastUpdated,
  comments: ticket.notes?.filter(isOwn).map(comment),
  attachments: ticket.documents?.map(({ fileName, title, size }) => ({ fileName: fileName ?? title, size })),
  timeEntries: ticket.timeEntries?.map((entry) => ({
    memberName: entry.member?.name ?? entry.member?.identifier,
    workRole: entry.workRole?.name,
    start: entry.timeStart,
    end: entry.timeEnd,
    hours: entry.actualHours,
    notes: entry.notes,
  })),
})
