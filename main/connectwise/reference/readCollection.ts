// Reads one collection that is a list of its own, or a lighter list in its place where that one is closed to these keys.
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import type { RowOf } from '../../../shared/reference/collections.ts'
import type { ErrorCode } from '../../../shared/result.ts'
import type { ListReadOptions, Longest } from '../lists/listPages.ts'
import type { ListFailure, ListReading } from '../lists/rowCollector.ts'
import { readAll } from '../lists/readAll.ts'
import { readChanges } from '../lists/readChanges.ts'
import type { Client } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'
import { type Resource, listResources, type Source } from '../lists/resources.ts'
import { rowReader } from '../lists/readRow.ts'

/** What a collection is read with. */
export type Reader = {
  client: Client
  /** Rows changed after this time are read again where a collection is known. */
  since: Date
  read: ReadOptions
}

export type ListedCollection = Exclude<CollectionName, 'statuses' | 'customFields'>

export type OnRows = ListReadOptions<never>['onRows']
/** Rows that are only brought up to date; null reads all. */
export type KnownRows<T> = readonly T[] | null

/** Reads a collection that is one list. */
export const readCollection = <Name extends ListedCollection>(
  reader: Reader,
  name: Name,
  known: KnownRows<RowOf<Name>>,
  onRows: OnRows,
): Promise<ListReading<RowOf<Name>>> => readEither(reader, name, listResources[name], known, onRows)

export async function readEither<Name extends CollectionName>(
  reader: Reader,
  name: Name,
  resource: Resource,
  known: KnownRows<RowOf<Name>>,
  onRows: OnRows,
  longest?: Longest,
): Promise<ListReading<RowOf<Name>>> {
  const from = (source: Source) =>
    readSource(reader, source, resource.what, rowReader(name, source.renames), known, onRows, longest)
  const full = await from(resource.source)
  if (!resource.lighter || !full.error || !isClosed(full.error)) return full
  const lighter = await from(resource.lighter)
  return lighter.error ? full : { ...lighter, lacks: resource.lighter.lacks }
}

export function readSource<T extends { id: number }>(
  { client, since, read }: Reader,
  { path, fields, conditions }: Source,
  what: string,
  readRow: (raw: unknown) => T | null,
  known: KnownRows<T>,
  onRows: OnRows,
  longest?: Longest,
): Promise<ListReading<T>> {
  const options = { client, path, fields, conditions, readRow, read: { ...read, what }, onRows, longest }
  return known ? readChanges(options, new Map(known.map((row) => [row.id, row])), since) : readAll(options)
}

const closedCodes: readonly ErrorCode[] = ['permission-missing', 'not-found', 'call-blocked']

/** The list itself is out of reach for these keys or on this release. */
export const isClosed = ({ code }: ListFailure): boolean => closedCodes.includes(code)
