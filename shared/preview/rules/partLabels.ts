// One line of plain words for each note, attachment and time entry, so that people recognise it in a list.
import type { CommentType } from '../../relationship/relationship.ts'
import { commentTypeOf, namesOfTypes, noteTypesOf } from './audience.ts'
import type { PartnerTicket, TicketDocument, TicketNote, TicketTimeEntry } from '../sample/sample.ts'
import { excerpt, isBlank } from '../../text/cleanText.ts'

type Comment = NonNullable<PartnerTicket['comments']>[number]
type Attachment = NonNullable<PartnerTicket['attachments']>[number]
type TimeEntry = NonNullable<PartnerTicket['timeEntries']>[number]

const typeNames: Record<CommentType, string> = {
  discussion: 'Discussion',
  internal: 'Internal',
  resolution: 'Resolution',
}

const sentence = (what: string, who: string | null | undefined, text: string | null | undefined): string =>
  `${what}${isBlank(who) ? '' : ` by ${excerpt(who)}`}: ${isBlank(text) ? '(empty)' : excerpt(text)}`

/** `2,048 bytes` would be exact; people want `2 KB`. */
const sizeOf = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  return `${value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value)} ${units[power]}`
}

const fileLabel = (name: string | null | undefined, size: number | null | undefined): string => {
  const shown = isBlank(name) ? '(no name)' : excerpt(name)
  return typeof size === 'number' && size >= 0 ? `${shown}, ${sizeOf(size)}` : shown
}

const entryLabel = (
  who: string | null | undefined,
  hours: number | null | undefined,
  start: string | null | undefined,
): string =>
  [
    isBlank(who) ? 'Time entry' : `Time entry by ${excerpt(who)}`,
    ...(isBlank(start) ? [] : [`from ${excerpt(start)}`]),
    ...(typeof hours === 'number' ? [`${hours} h`] : []),
  ].join(', ')

/** A ConnectWise note: its types, where it comes from, who wrote it, how it begins. */
export function noteLabel(note: TicketNote, ticketId: number): string {
  const names = namesOfTypes(noteTypesOf(note)).map((type) => typeNames[type])
  const from = [
    ...(note.noteType === 'TimeEntryNote' ? ['from a time entry'] : []),
    ...(typeof note.ticket?.id === 'number' && note.ticket.id !== ticketId
      ? [`from ticket ${note.ticket.id}`]
      : []),
    ...(note.mergedFlag === true ? ['merged'] : []),
  ]
  const kind = names.length === 0 ? 'Note without a type' : names.join(', ')
  const origin = from.length === 0 ? '' : ` (${from.join(', ')})`
  return sentence(`${kind}${origin}`, note.member?.name ?? note.contact?.name, note.text)
}

export function commentLabel(comment: Comment): string {
  const type = commentTypeOf(comment)
  return sentence(type ? typeNames[type] : 'Comment without a type', comment.author, comment.body)
}

export const attachmentLabel = (attachment: Attachment): string =>
  fileLabel(attachment.fileName, attachment.size)

export const documentLabel = (document: TicketDocument): string =>
  fileLabel(isBlank(document.fileName) ? document.title : document.fileName, document.size)

export const timeEntryLabel = (entry: TimeEntry): string =>
  entryLabel(isBlank(entry.memberName) ? entry.memberEmail : entry.memberName, entry.hours, entry.start)

export const ticketTimeEntryLabel = (entry: TicketTimeEntry): string =>
  entryLabel(entry.member?.name ?? entry.member?.identifier, entry.actualHours, entry.timeStart)
