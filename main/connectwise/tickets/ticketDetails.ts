// Reads what hangs on tickets: notes and documents ticket by ticket, time entries for many tickets at once.
import pLimit from 'p-limit'
import { fail, ok, type Result } from '../../../shared/result.ts'
import {
  type ServiceTicket,
  ticketDocumentSchema,
  ticketNoteSchema,
  ticketTimeEntrySchema,
} from '../../../shared/preview/sample/sample.ts'
import { z } from '../../../shared/zod.ts'
import type { Failure } from '../failure/failure.ts'
import type { Client } from '../transport/client.ts'
import { allOf, equals, oneOf } from '../transport/conditions.ts'
import { readAll } from '../transport/listing.ts'
import type { ReadOptions } from '../transport/reading.ts'
import { readLeniently } from '../reference/rows.ts'

export type Detailed = {
  tickets: ServiceTicket[]
  /** Whether some details could not be read. */
  incomplete: boolean
}

/** As many tickets as the client reads at once: more would only stand in its queue. */
const ticketsAtOnce = 4
/** Ids per condition, so that addresses stay below 2000 characters (ConnectWise Developer Guide). */
const idsPerRead = 100

const entrySchema = ticketTimeEntrySchema.extend({ id: z.int(), chargeToId: z.int() })
type Entry = z.infer<typeof entrySchema>

/** Rows read, null where they could not be. */
type Rows<T> = T[] | null

/** Reads the details of all tickets. Details that cannot be read are left out and make the whole incomplete. */
export async function readDetails(
  client: Client,
  tickets: readonly ServiceTicket[],
  read: ReadOptions,
  onDone: (done: number) => void,
): Promise<Result<Detailed>> {
  const errors: Failure[] = []
  /** Kinds the role does not allow: not asked for again at every ticket. */
  const closed = new Set<string>()
  const note = (what: string, error: Failure): null => {
    errors.push(error)
    if (error.code === 'permission-missing') closed.add(what)
    return null
  }

  async function rows<T>(what: string, path: string, query: { recordId?: number }, schema: z.ZodType<T>) {
    if (closed.has(what)) return null
    const recordType = query.recordId === undefined ? undefined : 'Ticket'
    const answer = await client.list(path, { recordType, ...query, pageSize: 1000 }, { ...read, what })
    if (answer.ok) return answer.value.rows.flatMap((raw) => readLeniently(schema, raw) ?? [])
    return answer.error
  }

  /** Older releases have only the typed notes, without those of time entries (connectwise-manage-mcp, unverified). */
  let typedNotesOnly = false
  async function notesOf(id: number): Promise<Rows<z.infer<typeof ticketNoteSchema>>> {
    const all = typedNotesOnly
      ? null
      : await rows('notes', `/service/tickets/${id}/allNotes`, {}, ticketNoteSchema)
    if (Array.isArray(all)) return all
    if (all && all.code !== 'not-found') return note('notes', all)
    if (closed.has('notes')) return null
    const typed = await rows('notes', `/service/tickets/${id}/notes`, {}, ticketNoteSchema)
    if (!Array.isArray(typed)) return typed && typed.code !== 'not-found' ? note('notes', typed) : null
    typedNotesOnly = true
    return typed.map((row) => ({ ...row, noteType: 'TicketNote' }))
  }

  async function documentsOf(id: number): Promise<Rows<z.infer<typeof ticketDocumentSchema>>> {
    const found = await rows('documents', '/system/documents', { recordId: id }, ticketDocumentSchema)
    return found && !Array.isArray(found) ? note('documents', found) : found
  }

  /** Time entries of up to a hundred tickets in one read; one by one where ConnectWise does not take a list of ids. */
  async function entriesOf(ids: readonly number[]): Promise<Rows<Entry>> {
    if (closed.has('time entries')) return null
    const [only = 0] = ids
    const reading = await readAll({
      client,
      path: '/time/entries',
      fields:
        'id,chargeToId,member,workRole,timeStart,timeEnd,actualHours,notes,internalNotes,addToDetailDescriptionFlag,addToInternalAnalysisFlag,addToResolutionFlag',
      conditions: allOf(
        equals('chargeToType', 'ServiceTicket'),
        ids.length === 1 ? equals('chargeToId', only) : oneOf('chargeToId', ids),
      ),
      readRow: (raw) => readLeniently(entrySchema, raw),
      read: { ...read, what: 'time entries' },
    })
    if (!reading.error) return [...reading.rows.values()]
    if (reading.error.code !== 'condition-refused' || ids.length === 1)
      return note('time entries', reading.error)
    // What is refused for one ticket is refused for all.
    const first = await entriesOf([only])
    if (first === null) return null
    const others = await Promise.all(ids.slice(1).map((id) => entriesOf([id])))
    return others.some((entries) => entries === null)
      ? null
      : [...first, ...others.flatMap((entries) => entries ?? [])]
  }

  const chunks = Array.from({ length: Math.ceil(tickets.length / idsPerRead) }, (_, index) =>
    tickets.slice(index * idsPerRead, (index + 1) * idsPerRead).map(({ id }) => id),
  )
  const entries = new Map<number, Entry[] | null>()
  const turn = pLimit(ticketsAtOnce)
  await Promise.all(
    chunks.map((ids) =>
      turn(async () => {
        const found = await entriesOf(ids)
        const byTicket = Map.groupBy(found ?? [], ({ chargeToId }) => chargeToId)
        for (const id of ids) entries.set(id, found && (byTicket.get(id) ?? []))
      }),
    ),
  )
  let done = 0
  const detailed = await Promise.all(
    tickets.map((ticket) =>
      turn(async (): Promise<ServiceTicket> => {
        if (read.signal?.aborted) return ticket
        const [notes, documents] = await Promise.all([notesOf(ticket.id), documentsOf(ticket.id)])
        if (!read.signal?.aborted) {
          done += 1
          onDone(done)
        }
        const timeEntries = entries.get(ticket.id)?.map((entry) => ticketTimeEntrySchema.parse(entry)) ?? null
        return { ...ticket, notes, documents, timeEntries }
      }),
    ),
  )
  if (read.signal?.aborted) return fail('cancelled', 'Cancelled. No tickets were taken.')
  return ok({ tickets: detailed, incomplete: errors.length > 0 })
}
