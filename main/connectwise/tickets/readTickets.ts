// Reads tickets for a preview: scoped by boards and date, newest first, never more than asked for, with their details.
import { bounds } from '../../../shared/bounds.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type ServiceTicket, serviceTicketSchema } from '../../../shared/preview/sample/sample.ts'
import { type Client, type Page, queryText } from '../transport/client.ts'
import { safePage } from '../transport/pageReader.ts'
import type { ReadOptions } from '../transport/reading.ts'
import type { Failure, Reply } from '../failure/failure.ts'
import { failureSentence } from '../failure/failureWords.ts'
import { endOf } from '../lists/listPages.ts'
import { rowId } from '../lists/rowCollector.ts'
import { readLeniently } from '../lists/readRow.ts'
import { readDetails } from './ticketDetails.ts'
import { byIds, byXrefs, conditionsOf, isInScope, type TicketScope } from './ticketScope.ts'

export type FetchTicketsOptions = Pick<TicketScope, 'boards' | 'ids' | 'since'> & {
  client: Client
  /** Read as well where no ticket of the scope carries it: a sync may have put its tickets on another board. */
  xrefs?: readonly string[] | undefined
  limit: number
  /** Whether a list that could not be read to its end is taken as far as it came: to a comparison the rest would be missing. */
  takesParts?: boolean
  signal: AbortSignal
  onProgress: (report: ProgressReport) => void
}

/** `partial`: there are more tickets than asked for, reading stopped early, or some details could not be read. */
export type TicketsRead = { tickets: ServiceTicket[]; partial: boolean }

const newestFirst = 'lastUpdated desc'
const pageSize = 1000
/** Addresses beyond this get cut on the way (ConnectWise Developer Guide). */
const longestAddress = 2000
/** Tickets of another scope that are looked at, where ConnectWise does not filter or does not heed what it is asked. */
const mostUnfiltered = 10_000
const fields =
  'id,summary,recordType,board,status,priority,source,company,contact,owner,type,closedFlag,parentTicketId,mergedParentTicket,externalXRef,customFields,_info'

/** Reads tickets and, for each, its notes, documents and time entries. Fails where not even the list could be read. */
export async function fetchTickets(options: FetchTicketsOptions): Promise<Result<TicketsRead>> {
  const { client, limit, takesParts = true, signal, onProgress } = options
  const read: ReadOptions = {
    signal,
    what: 'tickets',
    onWait: (seconds) => onProgress({ kind: 'wait', seconds }),
  }
  onProgress({ kind: 'tickets', done: 0, total: null })
  const listed = await listScopes(options, read)
  const { error } = listed
  if (error && (listed.tickets.length === 0 || error.code === 'cancelled'))
    return { ok: false, error: failureSentence(error) }
  const tickets = listed.tickets.slice(0, limit)
  const report = (done: number) => onProgress({ kind: 'tickets', done, total: tickets.length })
  report(0)
  const details = await readDetails(client, tickets, { read, takesParts }, report)
  if (!details.ok) return details
  return ok({ tickets: details.value.tickets, partial: listed.more || details.value.incomplete })
}

type Listed = {
  tickets: ServiceTicket[]
  /** Whether tickets that match were left. */
  more: boolean
  error: Failure | null
}

/** Everything a reading is about, one list after the other until one fails or there is no more room. */
async function listScopes(
  { client, boards, ids, xrefs = [], since, limit }: FetchTicketsOptions,
  read: ReadOptions,
): Promise<Listed> {
  const tickets = new Map<number, ServiceTicket>()
  const all: Listed = { tickets: [], more: false, error: null }
  const take = async (scopes: readonly TicketScope[]) => {
    for (const scope of scopes) {
      if (all.error || tickets.size > limit) return
      const listed = await listTickets(client, scope, limit, read)
      for (const ticket of listed.tickets) tickets.set(ticket.id, ticket)
      all.more ||= listed.more
      all.error = listed.error
    }
  }
  const scope = { boards, since }
  await take(ids === undefined ? [scope] : byIds(scope, ids))
  await take(byXrefs(xrefs, tickets.values()))
  return { ...all, more: all.more || tickets.size > limit, tickets: [...tickets.values()] }
}

async function listTickets(
  client: Client,
  scope: TicketScope,
  limit: number,
  read: ReadOptions,
): Promise<Listed> {
  const connected = await client.connect(read)
  if (!connected.ok) return { tickets: [], more: true, error: connected.error }
  let conditions = conditionsOf(scope)
  const tickets = new Map<number, ServiceTicket>()
  /** Tickets that came, those of another scope too: a page without a new one is the end. */
  const met = new Set<number>()
  const stop = (more: boolean, error: Failure | null = null) => ({
    tickets: [...tickets.values()],
    more,
    error,
  })
  // Conditions that name tickets bring few, often none.
  const size = Math.min(scope.ids || scope.xrefs ? safePage : pageSize, limit)
  let longest = 0
  let unusable = 0
  let hasMoved = false
  let bytes = 0
  for (let page = 1; ; page += 1) {
    const answer = await listPage(
      client,
      conditions,
      { orderBy: newestFirst, fields, pageSize: size, page },
      read,
    )
    if (!answer.ok && answer.error.code === 'condition-refused' && conditions !== undefined) {
      // Looking elsewhere is not worth reading all tickets there are.
      if (scope.xrefs) return stop(false)
      // What ConnectWise does not filter by is filtered here, from the newest on and not without end.
      conditions = undefined
      page = 0
      continue
    }
    if (!answer.ok) return stop(true, answer.error)
    const { rows } = answer.value
    const before = met.size
    for (const raw of rows) {
      const id = rowId(raw)
      if (id !== null) met.add(id)
      const ticket = readLeniently(serviceTicketSchema, raw)
      if (ticket && isInScope(ticket, scope)) tickets.set(ticket.id, ticket)
      if (!ticket) unusable += 1
    }
    const fresh = met.size - before
    // Tickets that came again made place for one that went past unseen: the list is by time, and times change.
    hasMoved ||= fresh > 0 && fresh < new Set(rows.map(rowId)).size
    const end = endOf(answer.value, fresh, longest)
    longest = Math.max(longest, rows.length)
    bytes += answer.value.bytes
    // The same tickets whatever page is asked for: nothing says that they are all.
    const isUnsorted = answer.value.isUnsorted && met.size > longest
    const isCut = (end === 'repeated' && answer.value.hasNext) || unusable > 0 || hasMoved || isUnsorted
    if (end) return stop(isCut || tickets.size > limit)
    if (tickets.size >= limit || bytes >= bounds.list.bytes) return stop(true)
    if (met.size - tickets.size >= mostUnfiltered) return stop(true)
  }
}

/** By address, or by POST …/search where the address would be too long. */
function listPage(
  client: Client,
  conditions: string | undefined,
  { orderBy, ...paging }: { orderBy: string; fields: string; pageSize: number; page: number },
  read: ReadOptions,
): Promise<Reply<Page>> {
  const path = '/service/tickets'
  const query = { conditions, orderBy, ...paging }
  const address = `${client.baseUrl()}${path}${queryText(query)}`
  return conditions !== undefined && address.length > longestAddress
    ? client.search(path, { conditions, orderBy }, paging, read)
    : client.list(path, query, read)
}
