// Reads what hangs on tickets: notes and documents ticket by ticket, time entries for many tickets at once, each to its end.
import pLimit from 'p-limit'
import {
  type ServiceTicket,
  ticketDocumentSchema,
  ticketNoteSchema,
  ticketTimeEntrySchema,
} from '../../../shared/preview/sample/sample.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Client } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'
import {
  createDetailReader,
  type TicketDocumentRow,
  type TicketEntryRow,
  type TicketNoteRow,
} from './detailReader.ts'

export type Detailed = {
  tickets: ServiceTicket[]
  /** Whether some details could not be read. */
  incomplete: boolean
}

/** As many tickets as the client reads at once: more would only stand in its queue. */
const ticketsAtOnce = 4
/** Ids per condition, so that addresses stay below 2000 characters (ConnectWise Developer Guide). */
const idsPerRead = 100

/** Reads the details of all tickets. Details that cannot be read are left out and make the whole incomplete. */
export async function readDetails(
  client: Client,
  tickets: readonly ServiceTicket[],
  { read, takesParts }: { read: ReadOptions; takesParts: boolean },
  onDone: (done: number) => void,
): Promise<Result<Detailed>> {
  const { notesOf, documentsOf, entriesOf, isClosed, isOpen, isIncomplete } = createDetailReader(
    client,
    read,
    takesParts,
  )
  const chunks = Array.from({ length: Math.ceil(tickets.length / idsPerRead) }, (_, index) =>
    tickets.slice(index * idsPerRead, (index + 1) * idsPerRead).map(({ id }) => id),
  )
  const entries = new Map<number, TicketEntryRow[] | null>()
  const turn = pLimit(ticketsAtOnce)
  await Promise.all(
    chunks.map((ids) =>
      turn(async () => {
        for (const [id, found] of await entriesOf(ids)) entries.set(id, found)
      }),
    ),
  )
  const notes = new Map<number, TicketNoteRow[] | null>()
  const documents = new Map<number, TicketDocumentRow[] | null>()
  /** What was left out while its kind was closed. */
  const left: { what: string; run: () => Promise<void> }[] = []
  const readInto = async <T>(
    what: string,
    into: Map<number, T>,
    id: number,
    work: (id: number) => Promise<T>,
  ) => {
    const run = async () => void into.set(id, await work(id))
    if (isClosed(what)) left.push({ what, run })
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
  await Promise.all(left.filter(({ what }) => isOpen(what)).map(({ run }) => turn(run)))
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
  return ok({ tickets: detailed, incomplete: isIncomplete() })
}
