// Reads tickets for a preview: scoped by boards and date, newest first, never more than asked for, with their details.
import { bounds } from '../../../shared/bounds.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type ServiceTicket, serviceTicketSchema } from '../../../shared/preview/sample/sample.ts'
import { type Client, type Page, queryText } from '../transport/client.ts'
import { whereAfter, allOf, whereEquals, whereOneOf } from '../transport/conditions.ts'
import type { ReadOptions } from '../transport/reading.ts'
import type { Failure, Reply } from '../failure/failure.ts'
import { failureSentence } from '../failure/failureWords.ts'
import { endOf } from '../lists/listPages.ts'
import { rowId } from '../lists/rowCollector.ts'
import { readLeniently } from '../lists/readRow.ts'
import { readDetails } from './ticketDetails.ts'

export type FetchTicketsOptions = {
  client: Client
  /** Ids of the boards to read; none reads all boards. */
  boards: readonly number[]
  /** Only these tickets, whatever their boards. */
  ids?: readonly number[] | undefined
  /** Only tickets changed at or after this time (ISO 8601), null for all. */
  since: string | null
  limit: number
  signal: AbortSignal
  onProgress: (report: ProgressReport) => void
}

/** `partial`: there are more tickets than asked for, reading stopped early, or some details could not be read. */
export type TicketsRead = { tickets: ServiceTicket[]; partial: boolean }

const pageSize = 1000
/** Addresses beyond this get cut on the way (ConnectWise Developer Guide). */
const longestAddress = 2000
/** Rows looked at where ConnectWise does not filter. */
const mostUnfiltered = 10_000
/** Asked for a day earlier and compared again here: some sites read times in conditions in their own zone. */
const margin = 86_400_000

const fields =
  'id,summary,recordType,board,status,priority,source,company,contact,owner,type,closedFlag,parentTicketId,mergedParentTicket,externalXRef,customFields,_info'

/** Reads tickets and, for each, its notes, documents and time entries. Fails where not even the list could be read. */
export async function fetchTickets(options: FetchTicketsOptions): Promise<Result<TicketsRead>> {
  const { client, limit, signal, onProgress } = options
  const read: ReadOptions = {
    signal,
    what: 'tickets',
    onWait: (seconds) => onProgress({ kind: 'wait', seconds }),
  }
  onProgress({ kind: 'tickets', done: 0, total: null })
  const listed = await listTickets(options, read)
  const { error } = listed
  if (error && (listed.tickets.length === 0 || error.code === 'cancelled'))
    return { ok: false, error: failureSentence(error) }
  const tickets = listed.tickets.slice(0, limit)
  const report = (done: number) => onProgress({ kind: 'tickets', done, total: tickets.length })
  report(0)
  const details = await readDetails(client, tickets, read, report)
  if (!details.ok) return details
  return ok({ tickets: details.value.tickets, partial: listed.more || details.value.incomplete })
}

type Listed = {
  tickets: ServiceTicket[]
  /** Whether tickets that match were left. */
  more: boolean
  error: Failure | null
}

async function listTickets(options: FetchTicketsOptions, read: ReadOptions): Promise<Listed> {
  const { client, boards, ids, since, limit } = options
  const connected = await client.connect(read)
  if (!connected.ok) return { tickets: [], more: true, error: connected.error }
  const start = since === null ? null : Date.parse(since)
  // The service endpoint has returned project tickets as well (django-connectwise).
  let conditions = allOf(
    whereEquals('recordType', 'ServiceTicket'),
    boards.length > 0 ? whereOneOf('board/id', boards) : undefined,
    ids === undefined ? undefined : whereOneOf('id', ids),
    start === null ? undefined : whereAfter('lastUpdated', new Date(start - margin)),
  )
  const tickets = new Map<number, ServiceTicket>()
  /** Tickets that came, those of another scope too: a page without a new one is the end. */
  const met = new Set<number>()
  const stop = (more: boolean, error: Failure | null = null) => ({
    tickets: [...tickets.values()],
    more,
    error,
  })
  const size = Math.min(pageSize, limit)
  let longest = 0
  let unusable = 0
  let bytes = 0
  for (let page = 1; ; page += 1) {
    const answer = await listPage(client, conditions, { fields, pageSize: size, page }, read)
    if (!answer.ok && answer.error.code === 'condition-refused' && conditions !== undefined) {
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
      if (ticket && fits(ticket, options, start)) tickets.set(ticket.id, ticket)
      if (!ticket) unusable += 1
    }
    const end = endOf(answer.value, met.size - before, longest)
    longest = Math.max(longest, rows.length)
    bytes += answer.value.bytes
    // The same tickets whatever page is asked for: nothing says that they are all.
    if (end) return stop((end === 'repeated' && answer.value.hasNext) || unusable > 0 || tickets.size > limit)
    if (tickets.size >= limit || bytes >= bounds.list.bytes) return stop(true)
    if (conditions === undefined && met.size >= mostUnfiltered) return stop(true)
  }
}

/** By address, or by POST …/search where the address would be too long. */
function listPage(
  client: Client,
  conditions: string | undefined,
  paging: { fields: string; pageSize: number; page: number },
  read: ReadOptions,
): Promise<Reply<Page>> {
  const path = '/service/tickets'
  const orderBy = 'lastUpdated desc'
  const query = { conditions, orderBy, ...paging }
  const address = `${client.baseUrl()}${path}${queryText(query)}`
  return conditions !== undefined && address.length > longestAddress
    ? client.search(path, { conditions, orderBy }, paging, read)
    : client.list(path, query, read)
}

/** The same scope once more: servers round times, and some filters are ours alone. A ticket without a time counts as changed. */
function fits(
  ticket: ServiceTicket,
  { boards, ids }: Pick<FetchTicketsOptions, 'boards' | 'ids'>,
  start: number | null,
): boolean {
  const changed = Date.parse(ticket._info?.lastUpdated ?? '')
  const board = ticket.board?.id
  return (
    (ticket.recordType ?? 'ServiceTicket') === 'ServiceTicket' &&
    (ids === undefined || ids.includes(ticket.id)) &&
    (boards.length === 0 || (board !== undefined && boards.includes(board))) &&
    (start === null || Number.isNaN(changed) || changed >= start)
  )
}
