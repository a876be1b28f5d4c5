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

/** What cannot be read is left out: null, and the whole is incomplete. Of a list that ends early, what came is a part. */
export function createDetailReader(client: Client, read: ReadOptions, takesParts: boolean) {
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

  /** The rows, where parts are taken those of before a failure too; null where none came. */
  function rowsOf<T>(what: string, reading: ListReading<T> | null): T[] | null {
    if (!reading) return null
    const { rows, error, unusable } = reading
    if (!error) {
      open.add(what)
      closed.delete(what)
      return unusable === 0 || takesParts ? [...rows.values()] : null
    }
    incomplete = true
    const endsKind = error.code === 'permission-missing' && !open.has(what)
    if (endsKind || error.code === 'keys-rejected') closed.add(what)
    return rows.size > 0 && takesParts ? [...rows.values()] : null
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
    if (typed?.error?.code === 'not-found') {
      // The ticket went while it was read.
      incomplete = true
      return null
    }
    const notes = rowsOf('notes', typed)
    if (notes) typedNotesOnly = true
    return notes && notes.map((note) => ({ ...note, noteType: 'TicketNote' }))
  }

  const documentsOf = async (id: number) =>
    rowsOf(
      'documents',
      await readDocuments({ path: '/system/documents', query: { recordType: 'Ticket', recordId: id } }),
    )

  /**
   * Time entries of up to a hundred tickets in one read, by ticket; one by one where ConnectWise does not take a list of ids.
   * A ticket without one has none only where the list was read to its end.
   */
  async function entriesOf(ids: readonly number[]): Promise<Map<number, TicketEntryRow[] | null>> {
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
    if (reading?.error?.code !== 'condition-refused' || ids.length === 1) {
      const rows = rowsOf('time entries', reading)
      const byTicket = Map.groupBy(rows ?? [], ({ chargeToId }) => chargeToId)
      const none = rows && reading?.error === null ? [] : null
      return new Map(ids.map((id) => [id, byTicket.get(id) ?? none]))
    }
    // What is refused for one ticket is refused for all.
    const first = await entriesOf([only])
    if (!first.get(only)) return new Map(ids.map((id) => [id, null]))
    const others = await Promise.all(ids.slice(1).map((id) => entriesOf([id])))
    return new Map([first, ...others].flatMap((each) => [...each]))
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
