// Reads each kind of detail of a ticket to its end, and remembers which kinds are refused altogether.
import {
  ticketDocumentSchema,
  ticketNoteSchema,
  ticketTimeEntrySchema,
} from '../../../shared/preview/sample/sample.ts'
import { z } from '../../../shared/zod.ts'
import type { ListReadOptions } from '../lists/listPages.ts'
import type { ListReading } from '../lists/rowCollector.ts'
import { readAll } from '../lists/readAll.ts'
import { readLeniently } from '../lists/readRow.ts'
import type { Client } from '../transport/client.ts'
import { allOf, whereEquals, whereOneOf } from '../transport/conditions.ts'
import type { ReadOptions } from '../transport/reading.ts'

const withId = z.object({ id: z.int() })
const noteSchema = ticketNoteSchema.extend(withId.shape)
const documentSchema = ticketDocumentSchema.extend(withId.shape)
const entrySchema = ticketTimeEntrySchema.extend({ id: z.int(), chargeToId: z.int() })
export type TicketDocumentRow = z.infer<typeof documentSchema>
export type TicketNoteRow = z.infer<typeof noteSchema>
export type TicketEntryRow = z.infer<typeof entrySchema>

/** All notes are those of tickets, of time entries and of meetings, whose ids are counted apart. */
const noteTypes = ['TimeEntryNote', 'MeetingNote']
const noteKey = ({ id, noteType }: TicketNoteRow): number => id * 3 + noteTypes.indexOf(noteType ?? '') + 1

/** What cannot be read is left out: null, and the whole is incomplete. */
export function createDetailReader(client: Client, read: ReadOptions) {
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
  async function notesOf(id: number): Promise<TicketNoteRow[] | null> {
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
  async function entriesOf(ids: readonly number[]): Promise<TicketEntryRow[] | null> {
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

  return {
    notesOf,
    documentsOf,
    entriesOf,
    isClosed: (what: string) => closed.has(what),
    isOpen: (what: string) => open.has(what),
    isIncomplete: () => incomplete,
  }
}
