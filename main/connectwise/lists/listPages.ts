// Asks for the pages of one list: by number, after an id, and how many rows there are said to be.
import type { Reply } from '../failure/failure.ts'
import type { Client, Page, Query } from '../transport/client.ts'
import { allOf } from '../transport/conditions.ts'
import type { ReadOptions } from '../transport/reading.ts'

/** The most rows ConnectWise gives at once (ConnectWise Developer Guide). */
export const pageSize = 1000

/**
 * The longest page a route has given so far. The lists of one route, such as the statuses of all boards, share it: what is
 * shorter was not cut by the server.
 */
export type Longest = {
  rows: number
  /** Waits until the other lists of the route have given their first page; without it what came before has to do. */
  others?: (() => Promise<void>) | undefined
}

export type ListReadOptions<T> = {
  client: Client
  path: string
  /** Only these members of each row; without it all. */
  fields?: string | undefined
  conditions?: string | undefined
  /** Further parameters the route wants. */
  query?: Query | undefined
  /** Rows come as the server orders them: the route is not known to sort by id. */
  unordered?: boolean | undefined
  /** How many rows are asked for at once; without it the most there can be. */
  atOnce?: number | undefined
  /** Null for a row without a usable id. */
  readRow: (raw: unknown) => T | null
  /** What tells rows apart where ids alone do not. */
  keyOf?: ((row: T) => number) | undefined
  read: ReadOptions
  /** Hears how many rows there are so far, and of how many when that is known. */
  onRows?: ((done: number, total: number | null) => void) | undefined
  longest?: Longest | undefined
}

/** How a page says that it is the last one; null where it does not. */
export type End = 'empty' | 'repeated' | 'short' | null

/** `fresh`: how many of its rows were new. `longest`: the most rows a page before it had. */
export function endOf({ rows, hasNext }: Page, fresh: number, longest: number): End {
  if (rows.length === 0) return 'empty'
  if (fresh === 0) return 'repeated'
  return !hasNext && rows.length < longest ? 'short' : null
}

/** What `/count` claims; null where that cannot be used. Whatever else is wrong shows when rows are read. */
export async function readCount<T>(
  { client, path, conditions, query, read }: ListReadOptions<T>,
  more?: string,
): Promise<number | null> {
  const answer = await client.count(path, { ...query, conditions: allOf(conditions, more) }, read)
  return answer.ok ? answer.value : null
}

export type Pages = {
  /** The page of a number, rows by id. `page` comes last: some clients of other makers rely on that, and so may proxies. */
  numbered: (page: number) => Promise<Reply<Page>>
  /** Forward-only: the rows above an id; rows that come and go meanwhile shift nothing (ConnectWise Developer Guide). */
  after: (id: number) => Promise<Reply<Page>>
  /**
   * The same, and the page of that number where the server does not know the mode: there `page` counts, elsewhere it is
   * ignored (ConnectWise Developer Guide). Rows are in no order of our asking then: the mode refuses `orderBy`.
   */
  onward: (page: number, id: number) => Promise<Reply<Page>>
  /** The highest id there is, null where it is not told. */
  highest: () => Promise<Reply<Page>>
}

/** The pages of one list. */
export function createPages<T>({ client, path, unordered, read, ...options }: ListReadOptions<T>): Pages {
  const { fields, conditions, atOnce = pageSize } = options
  const query = { ...options.query, conditions, fields }
  const orderBy = unordered ? undefined : 'id asc'
  return {
    numbered: (page) => client.list(path, { ...query, orderBy, pageSize: atOnce, page }, read),
    after: (id) => client.listAfter(path, id, { ...query, pageSize: atOnce }, read),
    onward: (page, id) => client.listAfter(path, id, { ...query, pageSize: atOnce, page }, read),
    highest: () => client.list(path, { ...query, fields: 'id', orderBy: 'id desc', pageSize: 1 }, read),
  }
}
