// Reads what hangs on tickets: notes and documents ticket by ticket, time entries for many tickets at once, each to its end.
import pLimit from 'p-limit'
import {
  type ServiceTicket,
  ticketDocumentSchema,
  ticketNoteSchema,
  ticketTimeEntrySchema,
} from '../../../shared/preview/sample/sample.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import type { ListReadOptions } from '../lists/listPages.ts'
import type { ListReading } from '../lists/rowCollector.ts'
import { readAll } from '../lists/readAll.ts'
import { readLeniently } from '../lists/readRow.ts'
import type { Client } from '../transport/client.ts'
import { allOf, whereEquals, whereOneOf } from '../transport/conditions.ts'
import type { ReadOptions } from '../transport/reading.ts'

export type Detailed = {
  tickets: ServiceTicket[]
  /** Whether some details could not be read. */
  incomplete: boolean
}

/** As many tickets as the client reads at once: more would only stand in its queue. */
const ticketsAtOnce = 4
/** Ids per condition, so that addresses stay below 2000 characters (ConnectWise Developer Guide). */
const idsPerRead = 100

const withId = z.object({ id: z.int() })
const noteSchema = ticketNoteSchema.extend(withId.shape)
const documentSchema = ticketDocumentSchema.extend(withId.shape)
const entrySchema = ticketTimeEntrySchema.extend({ id: z.int(), chargeToId: z.int() })
type Document = z.infer<typeof documentSchema>
type Note = z.infer<typeof noteSchema>
type Entry = z.infer<typeof entrySchema>

/** All notes are those of tickets, of time entries and of meetings, whose ids are counted apart. */
const noteTypes = ['TimeEntryNote', 'MeetingNote']
const noteKey = ({ id, noteType }: Note): number => id * 3 + noteTypes.indexOf(noteType ?? '') + 1

/** Reads the details of all tickets. Details that cannot be read are left out and make the whole incomplete. */
export async function readDetails(
  client: Client,
  tickets: readonly ServiceTicket[],
  read: ReadOptions,
  onDone: (done: number) => void,
): Promise<Result<Detailed>> {
  let incomplete = false
  /** Kinds that were refused before any was read: not asked for at every ticket. */
  const closed = new Set<string>()
  /** Kinds that were read: from then on a refusal is about one ticket. */
  const open = new Set<string>()

  type List<T> = Pick<ListReadOptions<T>, 'path' | 'fields' | 'conditions' | 'query' | 'keyOf' | 'longest'>

  /** Makes the reader of one kind of detail; all its lists have one limit of rows. */
  function readerOf<T extends { id: number }>(what: string, schema: z.ZodType<T>) {
    const longest = { rows: 0 }
    return async (list: List<T>): Promise<ListReading<T> | null> => {
      if (closed.has(what)) return null
      const readRow = (raw: unknown) => readLeniently(schema, raw)
      const reading = await readAll({
        client,
        readRow,
        read: { ...read, what },
        unordered: list.fields === undefined,
        longest,
        ...list,
      })
      if (reading.unusable > 0) incomplete = true
      return reading
    }
  }

  /** The rows, those of before a failure too; null where none came. */
  function rowsOf<T>(what: string, reading: ListReading<T> | null): T[] | null {
    if (!reading) return null
    const { rows, error } = reading
    if (!error) {
      open.add(what)
      closed.delete(what)
      return [...rows.values()]
    }
    incomplete = true
    if (error.code === 'permission-missing' && !open.has(what)) closed.add(what)
    return rows.size > 0 ? [...rows.values()] : null
  }

  const readNotes = readerOf('notes', noteSchema)
  const readDocuments = readerOf('documents', documentSchema)
  const readEntries = readerOf('time entries', entrySchema)

  /** Older releases have only the typed notes, without those of time entries (connectwise-manage-mcp, unverified). */
  let typedNotesOnly = false
  async function notesOf(id: number): Promise<Note[] | null> {
    const path = `/service/tickets/${id}/allNotes`
    const all = typedNotesOnly ? null : await readNotes({ path, keyOf: noteKey })
    if (all && all.error?.code !== 'not-found') return rowsOf('notes', all)
    const typed = await readNotes({ path: `/service/tickets/${id}/notes` })
    if (typed?.error?.code === 'not-found') return null
    const notes = rowsOf('notes', typed)
    if (notes) typedNotesOnly = true
    return notes && notes.map((note) => ({ ...note, noteType: 'TicketNote' }))
  }

  const documentsOf = async (id: number) =>
    rowsOf(
      'documents',
      await readDocuments({ path: '/system/documents', query: { recordType: 'Ticket', recordId: id } }),
    )

  /** Time entries of up to a hundred tickets in one read; one by one where ConnectWise does not take a list of ids. */
  async function entriesOf(ids: readonly number[]): Promise<Entry[] | null> {
    const [only = 0] = ids
    const reading = await readEntries({
      path: '/time/entries',
      fields:
        'id,chargeToId,member,workRole,timeStart,timeEnd,actualHours,notes,internalNotes,addToDetailDescriptionFlag,addToInternalAnalysisFlag,addToResolutionFlag',
      conditions: allOf(
        whereEquals('chargeToType', 'ServiceTicket'),
        ids.length === 1 ? whereEquals('chargeToId', only) : whereOneOf('chargeToId', ids),
      ),
    })
    if (reading?.error?.code !== 'condition-refused' || ids.length === 1)
      return rowsOf('time entries', reading)
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
  const notes = new Map<number, Note[] | null>()
  const documents = new Map<number, Document[] | null>()
  /** What was left out while its kind was closed. */
  const left: { what: string; run: () => Promise<void> }[] = []
  const readInto = async <T>(
    what: string,
    into: Map<number, T>,
    id: number,
    work: (id: number) => Promise<T>,
  ) => {
    const run = async () => void into.set(id, await work(id))
    if (closed.has(what)) left.push({ what, run })
    else await run()
  }
  let done = 0
  await Promise.all(
    tickets.map(({ id }) =>
      turn(async () => {
        if (read.signal?.aborted) return
        await Promise.all([
          readInto('notes', notes, id, notesOf),
          readInto('documents', documents, id, documentsOf),
        ])
        if (read.signal?.aborted) return
        done += 1
        onDone(done)
      }),
    ),
  )
  await Promise.all(left.filter(({ what }) => open.has(what)).map(({ run }) => turn(run)))
  if (read.signal?.aborted) return fail('cancelled', 'Cancelled. No tickets were taken.')
  const detailed = tickets.map((ticket): ServiceTicket => {
    const { id } = ticket
    return {
      ...ticket,
      notes: notes.get(id)?.map((note) => ticketNoteSchema.parse(note)) ?? null,
      documents: documents.get(id)?.map((document) => ticketDocumentSchema.parse(document)) ?? null,
      timeEntries: entries.get(id)?.map((entry) => ticketTimeEntrySchema.parse(entry)) ?? null,
    }
  })
  return ok({ tickets: detailed, incomplete })
}
