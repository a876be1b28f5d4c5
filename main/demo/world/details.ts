// Notes, documents and time entries of the demo organisation's tickets, made when first asked for.
import { documentModel, noteModel, timeEntryModel } from '../model/desk.ts'
import { createRandom, type Random } from './random.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  isStoredObject,
  type JsonObject,
  type StoredRow,
  referenceId,
  textOf,
} from '../model/storedRows.ts'
import type { Surroundings } from './oddTickets.ts'
import { recordInfo, referTo } from './references.ts'
import { topicOf } from './worldTickets.ts'

export type Details = {
  /** Notes per ticket id: typed notes only, as `/notes` answers. */
  notes: Map<number, Collection>
  timeEntries: Collection
  documents: Collection
  /** Which ticket a document belongs to: not a member of the document itself. */
  ticketOfDocument: Map<number, number>
}

/** The documents of one ticket. */
export const documentsOf = ({ documents, ticketOfDocument }: Details, ticket: number): StoredRow[] =>
  documents.rows.filter((row) => ticketOfDocument.get(row.id) === ticket)

const hour = 3_600_000
const quarter = hour / 4

/** What hangs on a ticket was written while it was worked on: adding it would have moved the ticket's own time. */
type Span = { entered: number; updated: number }

/** A note with its placement flags in the order discussion, internal, resolution. */
type Draft = { text: string; flags: [boolean, boolean, boolean]; byCustomer?: true }

const drafts = (ticket: StoredRow, random: Random, count: number): Draft[] => {
  const topic = topicOf(ticket)
  const middle: Draft[] = [
    { text: topic.customerNote, flags: [true, false, false] },
    { text: topic.internalNote, flags: [false, true, false] },
    { text: 'It happened again this morning, same message.', flags: [true, false, false], byCustomer: true },
    { text: 'Called, no answer. Left a message.', flags: [true, true, false] },
    { text: 'Waiting for the vendor, ticket number on file.', flags: [false, true, false] },
    { text: 'Thank you, works again.', flags: [true, false, false], byCustomer: true },
    { text: 'Checked with the account manager: covered by the agreement.', flags: [false, true, false] },
  ]
  const list: Draft[] = [{ text: topic.description, flags: [true, false, false], byCustomer: true }]
  for (let index = 0; index < count - 1; index++)
    list.push(
      middle[(index + random.int(0, 1)) % middle.length] ??
        list[0] ?? { text: '', flags: [true, false, false] },
    )
  if (ticket.closedFlag === true) list.push({ text: topic.resolution, flags: [false, false, true] })
  // Flags are independent: some notes carry all three.
  if (random.chance(0.08))
    list.push({ text: 'Summary for everybody: cause found, fixed, documented.', flags: [true, true, true] })
  return list
}

const createNotes = (
  ticket: StoredRow,
  world: Surroundings,
  random: Random,
  average: number,
  { entered, updated }: Span,
): StoredRow[] => {
  const count = ticket.id % 211 === 0 ? 150 : random.int(1, average * 2 - 1)
  const owner = world.members.find(referenceId(ticket.owner) ?? 0) ?? world.members.find(42)
  const written = drafts(ticket, random, count)
  const step = Math.min(hour, (updated - entered) / written.length)
  return written.map((draft, index): StoredRow => {
    const at = isoSeconds(entered + index * step)
    const author = draft.byCustomer && isStoredObject(ticket.contact) ? 'contact' : 'member'
    const by = author === 'member' && owner ? textOf(owner.identifier) : 'portal'
    return {
      id: ticket.id * 1_000 + index,
      ticketId: ticket.id,
      text: draft.text,
      detailDescriptionFlag: draft.flags[0],
      internalAnalysisFlag: draft.flags[1],
      resolutionFlag: draft.flags[2],
      issueFlag: index === 0,
      ...(author === 'contact'
        ? { contact: ticket.contact }
        : owner
          ? { member: referTo('member', owner) }
          : {}),
      customerUpdatedFlag: author === 'contact',
      processNotifications: false,
      dateCreated: at,
      createdBy: by,
      internalFlag: draft.flags[1],
      externalFlag: draft.flags[0],
      _info: recordInfo(at, by, at, by),
    }
  })
}

const createTimeEntries = (
  ticket: StoredRow,
  world: Surroundings,
  random: Random,
  { entered, updated }: Span,
): StoredRow[] => {
  const topic = topicOf(ticket)
  const roles = world.workRoles.rows.filter((row) => row.inactiveFlag !== true)
  const types = world.workTypes.rows.filter((row) => row.inactiveFlag !== true)
  return Array.from({ length: random.int(0, 2) }, (_, index): StoredRow => {
    const quarters = random.int(1, 8)
    const end = Math.min(entered + (index + 2) * 2 * hour + quarters * quarter, updated)
    const owner = world.members.find(referenceId(ticket.owner) ?? 42) ?? world.members.find(42)
    const by = textOf(owner?.identifier)
    const at = isoSeconds(end)
    // The first entry of a ticket carries text that shows up on the ticket, too.
    const withText = index === 0
    return {
      id: ticket.id * 10 + index,
      ...(isStoredObject(ticket.company) ? { company: ticket.company } : {}),
      chargeToId: ticket.id,
      chargeToType: ticket.recordType === 'ProjectTicket' ? 'ProjectTicket' : 'ServiceTicket',
      ...(owner ? { member: referTo('member', owner) } : {}),
      locationId: 1,
      businessUnitId: 10,
      workType: referTo('workType', random.pick(types)),
      // A time entry without a work role is what the fallback setting is for.
      ...(random.chance(0.1) ? {} : { workRole: referTo('workRole', random.pick(roles)) }),
      timeStart: isoSeconds(end - quarters * quarter),
      timeEnd: at,
      hoursDeduct: 0,
      actualHours: quarters / 4,
      billableOption: 'Billable',
      notes: withText ? topic.resolution : '',
      internalNotes: withText ? topic.internalNote : '',
      addToDetailDescriptionFlag: withText && random.chance(0.5),
      addToInternalAnalysisFlag: withText,
      addToResolutionFlag: false,
      emailResourceFlag: false,
      emailContactFlag: false,
      emailCcFlag: false,
      hoursBilled: Math.ceil(quarters / 2) / 2,
      enteredBy: by,
      dateEntered: at,
      status: 'Open',
      ticket: referTo('ticket', ticket),
      _info: recordInfo(at, by, at, by),
    }
  })
}

/** A picture, a link and a large upload are among them; half of the tickets have none. */
const createDocuments = (ticket: StoredRow, random: Random, { entered, updated }: Span): StoredRow[] => {
  const topic = topicOf(ticket)
  const at = isoSeconds(Math.min(entered + hour, updated))
  const kinds: JsonObject[] = [
    { title: topic.file, fileName: topic.file, size: random.int(2_000, 900_000) },
    {
      title: 'Vendor article',
      fileName: 'https://vendor.example.test/kb/4711',
      size: 0,
      urlFlag: true,
      linkFlag: true,
    },
    { title: 'memory.dmp', fileName: 'memory.dmp', size: 1_073_741_824 },
  ]
  const take = random.chance(0.5) ? 0 : random.chance(0.85) ? 1 : random.int(2, 3)
  return kinds.slice(0, take).map(
    (kind, index): StoredRow => ({
      id: ticket.id * 10 + index,
      owner: 'dreyes',
      serverFileName: `${ticket.id}-${index}`,
      linkFlag: false,
      imageFlag: /\.(png|jpg)$/.test(textOf(kind.fileName)),
      publicFlag: index === 0,
      htmlTemplateFlag: false,
      readOnlyFlag: false,
      urlFlag: false,
      ...kind,
      guid: `00000000-0000-4000-8000-${String(ticket.id * 10 + index).padStart(12, '0')}`,
      _info: recordInfo(at, 'dreyes', at, 'dreyes'),
    }),
  )
}

/** Makes all details, a ticket a step; each ticket's own seed keeps them the same whatever is asked first. */
export function* makeDetails(
  tickets: Collection,
  world: Surroundings,
  seed: number,
  averageNotes: number,
): Generator<undefined, Details> {
  const notes = new Map<number, Collection>()
  const entries: StoredRow[] = []
  const documents: StoredRow[] = []
  const ticketOfDocument = new Map<number, number>()
  for (const ticket of tickets.rows) {
    yield
    const random = createRandom(seed * 7_919 + ticket.id)
    const info = isStoredObject(ticket._info) ? ticket._info : {}
    const span = {
      entered: Date.parse(textOf(info.dateEntered)) || 0,
      updated: Date.parse(textOf(info.lastUpdated)) || 0,
    }
    notes.set(
      ticket.id,
      createCollection(noteModel, span.entered ? createNotes(ticket, world, random, averageNotes, span) : []),
    )
    if (!span.entered) continue
    entries.push(...createTimeEntries(ticket, world, random, span))
    for (const document of createDocuments(ticket, random, span)) {
      documents.push(document)
      ticketOfDocument.set(document.id, ticket.id)
    }
  }
  return {
    notes,
    timeEntries: createCollection(timeEntryModel, entries),
    documents: createCollection(documentModel, documents),
    ticketOfDocument,
  }
}
