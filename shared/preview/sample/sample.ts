// The tickets a preview runs on: partner tickets (inbound) and ConnectWise tickets (outbound), as they are read.
import { z } from '../../zod.ts'

// `null` equals absent everywhere in a sample, in a list as well.
const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable())
    .transform((items) => items.filter((each) => each !== null))
    .nullish()
/** A reference without an id is none: `{}` and `{ "id": null }` occur as stubs (seen in other clients, unverified). */
const reference = z
  .object({ id: z.int().nullish(), name: text, identifier: text })
  .transform(({ id, ...names }) => (typeof id === 'number' ? { id, ...names } : null))
  .nullish()
/** Authors are shown by name, so one without an id still counts. */
const author = z.object({ id: z.int().nullish(), name: text, identifier: text }).nullish()

export const partnerTicketSchema = z.object({
  key: z.string().regex(/\S/, 'Must not be blank'),
  summary: text,
  description: text,
  status: text,
  priority: text,
  requester: z.object({ name: text, email: text }).nullish(),
  createdAt: text,
  updatedAt: text,
  comments: list(
    z.object({
      type: z.enum(['public', 'internal', 'resolution']).nullish(),
      author: text,
      body: text,
      createdAt: text,
    }),
  ),
  attachments: list(z.object({ fileName: text, size: number, contentType: text })),
  timeEntries: list(
    z.object({
      memberName: text,
      memberEmail: text,
      workRole: text,
      start: text,
      end: text,
      hours: number,
      notes: text,
    }),
  ),
})

/** A row of `/service/tickets/{id}/allNotes` (ServiceTicketNote, OpenAPI model 2022.1), reduced. */
export const ticketNoteSchema = z.object({
  id: z.int().nullish(),
  noteType: text,
  ticket: reference,
  text,
  detailDescriptionFlag: flag,
  internalAnalysisFlag: flag,
  resolutionFlag: flag,
  mergedFlag: flag,
  timeStart: text,
  timeEnd: text,
  member: author,
  contact: author,
})

/** A row of `/system/documents?recordType=Ticket` (DocumentInfo, OpenAPI model 2022.1), reduced. */
export const ticketDocumentSchema = z.object({
  id: z.int().nullish(),
  title: text,
  fileName: text,
  size: number,
  linkFlag: flag,
  urlFlag: flag,
  publicFlag: flag,
})

/** A row of `/time/entries` (TimeEntry, OpenAPI model 2022.1), reduced. */
export const ticketTimeEntrySchema = z.object({
  id: z.int().nullish(),
  member: author,
  workRole: reference,
  timeStart: text,
  timeEnd: text,
  actualHours: number,
  notes: text,
  internalNotes: text,
  addToDetailDescriptionFlag: flag,
  addToInternalAnalysisFlag: flag,
  addToResolutionFlag: flag,
})

/** A row of `/service/tickets` (Ticket, OpenAPI model 2022.1) with its details, reduced to what the preview needs. */
export const serviceTicketSchema = z.object({
  id: z.int(),
  summary: text,
  recordType: text,
  board: reference,
  status: reference,
  priority: reference,
  source: reference,
  company: reference,
  contact: reference,
  owner: reference,
  type: reference,
  closedFlag: flag,
  parentTicketId: z.int().nullish(),
  mergedParentTicket: reference,
  externalXRef: text,
  customFields: list(
    z.object({
      id: z.int().nullish(),
      caption: text,
      type: text,
      value: z.union([z.string(), z.number(), z.boolean()]).nullish(),
    }),
  ),
  _info: z.object({ lastUpdated: text, dateEntered: text, updatedBy: text, enteredBy: text }).nullish(),
  notes: list(ticketNoteSchema),
  documents: list(ticketDocumentSchema),
  timeEntries: list(ticketTimeEntrySchema),
})

const { notes, documents, timeEntries } = serviceTicketSchema.shape
/** A ticket that is compared: parts that cannot be read, or are no list, were not read; the ticket itself was. */
export const arrivedTicketSchema = serviceTicketSchema.extend({
  notes: notes.catch(null),
  documents: documents.catch(null),
  timeEntries: timeEntries.catch(null),
})

export const inboundSampleSchema = z.array(partnerTicketSchema)
/** What a file should hold. The preview reads a ticket without a title as well, to show that it would fail. */
export const publishedPartnerTicketSchema = partnerTicketSchema.extend({ summary: z.string() })
export const outboundSampleSchema = z.array(serviceTicketSchema)

export type PartnerTicket = z.infer<typeof partnerTicketSchema>
export type TicketNote = z.infer<typeof ticketNoteSchema>
export type ServiceTicket = z.infer<typeof serviceTicketSchema>
export type TicketTimeEntry = z.infer<typeof ticketTimeEntrySchema>
export type TicketDocument = z.infer<typeof ticketDocumentSchema>
