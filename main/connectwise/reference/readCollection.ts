// Reads one collection of reference data: from its own list, from a lighter one where the right is missing, and the two that are special.
import type { Failure } from '../failure/failure.ts'
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import type { Board, CustomField, RowOf, Status } from '../../../shared/reference/collections.ts'
import { z } from '../../../shared/zod.ts'
import type { Client } from '../transport/client.ts'
import { type ListOptions, type Reading, readAll, readChanges } from '../transport/listing.ts'
import type { ReadOptions } from '../transport/reading.ts'
import {
  allCustomFields,
  isTicketScreen,
  type Resource,
  resources,
  type Source,
  statusesOf,
} from './resources.ts'
import { rowReader } from './rows.ts'

/** What a collection is read with. */
export type Reader = {
  client: Client
  /** Rows changed after this time are read again where a collection is known. */
  since: Date
  read: ReadOptions
}

export type ListedCollection = Exclude<CollectionName, 'statuses' | 'customFields'>

type OnRows = ListOptions<never>['onRows']
type Known<T> = readonly T[] | null

/** Reads a collection that is one list. `known` rows are brought up to date, without them all is read. */
export async function readCollection<Name extends ListedCollection>(
  reader: Reader,
  name: Name,
  known: Known<RowOf<Name>>,
  onRows: OnRows,
): Promise<Reading<RowOf<Name>>> {
  return readEither(reader, name, resources[name], known, onRows)
}

async function readEither<Name extends CollectionName>(
  reader: Reader,
  name: Name,
  resource: Resource,
  known: Known<RowOf<Name>>,
  onRows: OnRows,
): Promise<Reading<RowOf<Name>>> {
  const from = (source: Source) =>
    readSource(reader, source, resource.what, rowReader(name, source.renames), known, onRows)
  const full = await from(resource.source)
  if (!resource.lighter || !isClosed(full.error)) return full
  const lighter = await from(resource.lighter)
  return lighter.error ? full : lighter
}

function readSource<T extends { id: number }>(
  { client, since, read }: Reader,
  { path, fields, conditions }: Source,
  what: string,
  readRow: (raw: unknown) => T | null,
  known: Known<T>,
  onRows: OnRows,
): Promise<Reading<T>> {
  const options = { client, path, fields, conditions, readRow, read: { ...read, what }, onRows }
  return known ? readChanges(options, new Map(known.map((row) => [row.id, row])), since) : readAll(options)
}

/** The list itself is out of reach for these keys or on this release. */
const isClosed = (error: Failure | null): boolean =>
  error?.code === 'permission-missing' || error?.code === 'not-found'

/** Reads the statuses of every board. Each board's list stands for itself: known ones are only brought up to date. */
export async function readStatuses(
  reader: Reader,
  boards: readonly Board[],
  known: readonly Status[],
  onRows: OnRows,
): Promise<Reading<Status>> {
  const rows = new Map<number, Status>()
  const readBoard = async (board: Board): Promise<Failure | null> => {
    const before = known.filter((status) => status.board?.id === board.id)
    const reading = await readEither(
      reader,
      'statuses',
      statusesOf(board.id),
      before.length > 0 ? before : null,
      undefined,
    )
    for (const row of reading.rows.values()) {
      rows.set(row.id, row.board ? row : { ...row, board: { id: board.id, name: board.name } })
    }
    onRows?.(rows.size, null)
    // A board that is gone meanwhile has no statuses either.
    return reading.error?.code === 'not-found' ? null : reading.error
  }
  const [first, ...others] = boards
  if (!first) return { rows, error: null }
  // What the role does not allow for one board it allows for none: no use in asking for all of them.
  const error = await readBoard(first)
  if (error?.code === 'permission-missing') return { rows, error }
  const errors = await Promise.all(others.map(readBoard))
  return { rows, error: [error, ...errors].find((failure) => failure !== null) ?? null }
}

const customFieldsOfTicket = z.object({ customFields: z.array(z.unknown()).nullish() })
const definedField = z.object({ screenId: z.unknown() })

/**
 * Reads the custom fields of tickets: by definition; where the screen cannot be asked for, from all definitions; and where
 * that says nothing, from any ticket, because every ticket lists all of them (django-connectwise).
 */
export async function readCustomFields(
  reader: Reader,
  known: Known<CustomField>,
  onRows: OnRows,
): Promise<Reading<CustomField>> {
  const { source, what } = resources.customFields
  const readRow = rowReader('customFields')
  const defined = await readSource(reader, source, what, readRow, known, onRows)
  // Known fields that no definition names came from a ticket.
  const isSettled = defined.rows.size > 0 || known?.length === 0
  if (!defined.error && isSettled) return defined
  if (defined.error?.code === 'condition-refused') {
    const ofTickets = (raw: unknown) =>
      isTicketScreen(definedField.safeParse(raw).data?.screenId) ? readRow(raw) : null
    const all = await readSource(reader, allCustomFields, what, ofTickets, null, onRows)
    if (!all.error && all.rows.size > 0) return all
  } else if (defined.error && !isClosed(defined.error)) return defined
  const ticket = await reader.client.list(
    '/service/tickets',
    { fields: 'customFields', pageSize: 1 },
    { ...reader.read, what },
  )
  if (!ticket.ok) return { rows: defined.rows, error: defined.error ?? ticket.error }
  const raws = customFieldsOfTicket.safeParse(ticket.value.rows[0]).data?.customFields ?? null
  if (raws === null) return defined
  const fields = raws.flatMap((raw) => rowReader('customFields', { type: 'fieldTypeIdentifier' })(raw) ?? [])
  onRows?.(fields.length, fields.length)
  return { rows: new Map(fields.map((field) => [field.id, field])), error: null }
}
