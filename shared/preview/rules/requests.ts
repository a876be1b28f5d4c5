// Request bodies exactly as ConnectWise takes them: fixed members only, limits applied, nothing null or empty.
import type { CommentType } from '../../relationship/relationship.ts'
import type { Landing } from './landing.ts'
import type { PreviewRequest } from '../result/previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { cleanText, cutText, isBlank } from '../../text/cleanText.ts'
import { formatSeconds } from './parseTime.ts'

/** Stands for the new ticket's id, in paths and as a value: ConnectWise assigns it. */
const newId = '{id}'

/** Lengths in UTF-16 units (OpenAPI model 2022.1); a longer value is refused, not cut (seen in a ConnectWise error table). */
export const requestLimits = {
  summary: 100,
  externalXRef: 100,
  contactName: 62,
  contactEmailAddress: 250,
} as const

const noteFlags: Record<CommentType, string> = {
  discussion: 'detailDescriptionFlag',
  internal: 'internalAnalysisFlag',
  resolution: 'resolutionFlag',
}

type Attachment = NonNullable<PartnerTicket['attachments']>[number]

/** A time entry with everything decided. Times in seconds since 1970; either an end or hours. */
export type ResolvedEntry = {
  member: number
  workRole: number
  start: number
  end: number | null
  hours: number | null
  notes: string | null | undefined
}

const present = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) =>
      typeof value === 'string' ? !isBlank(value) : value !== null && value !== undefined,
    ),
  )

const idOf = (ref: { id: number } | null): { id: number } | null => ref && { id: ref.id }

/** The title ConnectWise would show. One that begins with a screenful of blanks loses them, or nothing would be left. */
export function titleOf(summary: string): string {
  const title = cutText(summary, requestLimits.summary)
  return isBlank(title) ? cutText(summary.trimStart(), requestLimits.summary) : title
}

/** A cut title is kept in full at the top of the first discussion note. */
function descriptionOf(summary: string, description: string): string {
  if (summary.length <= requestLimits.summary) return description
  return isBlank(description) ? summary : `${summary}\n\n${description}`
}

/** How a created ticket names the partner's: its key as far as it fits. */
export const xrefOf = (key: string): string => cutText(cleanText(key), requestLimits.externalXRef)

/** The new ticket (`POST /service/tickets`, Ticket of OpenAPI model 2022.1). */
export function ticketRequest(ticket: PartnerTicket, landing: Landing): PreviewRequest {
  const summary = cleanText(ticket.summary ?? '')
  const email = cleanText(ticket.requester?.email ?? '')
  return {
    method: 'POST',
    path: '/service/tickets',
    body: present({
      summary: titleOf(summary),
      company: idOf(landing.company),
      board: idOf(landing.board),
      status: idOf(landing.status),
      priority: idOf(landing.priority),
      source: idOf(landing.source),
      owner: idOf(landing.owner),
      contactName: cutText(cleanText(ticket.requester?.name ?? ''), requestLimits.contactName),
      contactEmailAddress: email.length > requestLimits.contactEmailAddress ? null : email,
      externalXRef: xrefOf(ticket.key),
      initialDescription: descriptionOf(summary, cleanText(ticket.description ?? '')),
    }),
  }
}

/** One note with one placement (`POST …/notes`, ServiceNote of OpenAPI model 2022.1); without a true flag it is refused. */
export const noteRequest = (text: string, type: CommentType): PreviewRequest => ({
  method: 'POST',
  path: `/service/tickets/${newId}/notes`,
  body: { text: cleanText(text), [noteFlags[type]]: true },
})

/** What an attachment is called in ConnectWise: the file part needs a name. */
export const documentName = (fileName: string | null | undefined): string =>
  isBlank(fileName) ? 'attachment' : cleanText(fileName)

/** One upload (`POST /system/documents`, multipart: a JSON body gets 415, ConnectWise Developer Guide). */
export function documentRequest({ fileName, contentType, size }: Attachment): PreviewRequest {
  const name = documentName(fileName)
  return {
    method: 'POST',
    path: '/system/documents',
    multipart: {
      recordType: 'Ticket',
      recordId: newId,
      title: name,
      file: present({ fileName: name, contentType: contentType && cleanText(contentType), size }),
    },
  }
}

/** One time entry (`POST /time/entries`, TimeEntry of OpenAPI model 2022.1). */
export const timeEntryRequest = (entry: ResolvedEntry): PreviewRequest => ({
  method: 'POST',
  path: '/time/entries',
  body: present({
    chargeToId: newId,
    chargeToType: 'ServiceTicket',
    member: { id: entry.member },
    workRole: { id: entry.workRole },
    timeStart: formatSeconds(entry.start),
    timeEnd: entry.end === null ? null : formatSeconds(entry.end),
    actualHours: entry.hours,
    notes: entry.notes && cleanText(entry.notes),
  }),
})
