// Reads one list completely, or only what changed in it since it was last read. What was read before a failure is kept.
import { type Failure, type FailureCode, failure, type Reply } from '../failure/failure.ts'
import { z } from '../../../shared/zod.ts'
import type { Client, Page } from './client.ts'
import { after, allOf, atMost, oneOf } from './conditions.ts'
import type { ReadOptions } from './reading.ts'

/** The most rows ConnectWise gives at once (ConnectWise Developer Guide). */
const pageSize = 1000
/** Older releases give 100 rows at most (seen in other clients, unverified): a short page of such a length may not be the last. */
const olderPageSize = 100
/** Ids per condition, so that addresses stay below 2000 characters (ConnectWise Developer Guide). */
const idsPerRead = 100
/** Beyond this many missing rows, reading everything again is fewer requests. */
const mostMissing = 1000

type Row = { id: number }

export type ListOptions<T> = {
  client: Client
  path: string
  fields: string
  conditions?: string | undefined
  /** Null for a row without a usable id, or that is not one of this list. */
  readRow: (raw: unknown) => T | null
  read: ReadOptions
  /** Hears how many rows there are so far, and of how many when that is known. */
  onRows?: ((done: number, total: number | null) => void) | undefined
}

/** Refusals of `/count` alone: the list itself has just answered. */
const uncounted: readonly FailureCode[] = [
  'permission-missing',
  'not-found',
  'condition-refused',
  'request-refused',
]
const moved = failure(
  'answer-damaged',
  { host: '', companyId: '', mask: (text) => text },
  { reason: 'moved' },
)

/** Rows by id, and the failure that stopped the reading, if one did. */
export type Reading<T> = { rows: Map<number, T>; error: Failure | null }

/** Reads a list to its end: the first page, then all others at once, then a check that nothing moved meanwhile. */
export async function readAll<T extends Row>(options: ListOptions<T>): Promise<Reading<T>> {
  const { client, path, conditions, read } = options
  const pile = createPile(options)
  const page = createPages(options)
  const first = await page((fields) => client.list(path, pageQuery(options, fields, 1), read))
  if (!first.ok) return pile.stopped(first.error)
  pile.add(first.value.rows)
  if (isLast(first.value)) return pile.done()
  const [total, highest] = await Promise.all([
    client.count(path, { conditions }, read),
    client.list(path, { conditions, fields: 'id', orderBy: 'id desc', pageSize: 1 }, read),
  ])
  if (!total.ok) return uncounted.includes(total.error.code) ? walk(options, pile) : pile.stopped(total.error)
  pile.expect(total.value)
  // A server may have a smaller limit than ours: what it gave is its page size.
  const pages = Math.ceil(total.value / pile.size())
  if (pages <= 1) return first.value.hasNext ? walk(options, pile) : pile.done()
  const rest = await Promise.all(
    Array.from({ length: pages - 1 }, async (_, index) => {
      const next = await page((fields) => client.list(path, pageQuery(options, fields, index + 2), read))
      if (!next.ok) return next.error
      pile.add(next.value.rows)
      return null
    }),
  )
  const failed = rest.find((error) => error !== null)
  if (failed) return pile.stopped(failed)
  // A row removed meanwhile pulls a later one over a page border unseen, and a new row hides that in the plain count.
  const last = highest.ok ? idOf(highest.value.rows[0]) : null
  if (last === null) return walk(options, pile)
  const still = await client.count(path, { conditions: allOf(conditions, atMost('id', last)) }, read)
  if (!still.ok && still.error.code !== 'condition-refused') return pile.stopped(still.error)
  const unmoved = still.ok && still.value === total.value && pile.sizeUpTo(last) === total.value
  return unmoved ? pile.done() : walk(options, pile)
}

/**
 * Reads a list row after row by id. Slower, but rows that come and go meanwhile shift nothing (ConnectWise Developer
 * Guide). Where the server does not know this mode, the rows read by page number are all there is.
 */
async function walk<T extends Row>(options: ListOptions<T>, paged: Pile<T>): Promise<Reading<T>> {
  const { client, path, conditions, read } = options
  const pile = createPile(options)
  const page = createPages(options)
  let longest = 0
  for (let last = 0; ; ) {
    const query = { conditions, pageSize }
    const next = await page((fields) => client.listAfter(path, last, { ...query, fields }, read))
    if (!next.ok) return pile.stopped(next.error)
    const { rows } = next.value
    pile.add(rows)
    const highest = rows.reduce<number>((most, row) => Math.max(most, idOf(row) ?? 0), 0)
    longest = Math.max(longest, rows.length)
    // Starting from the front again.
    if (rows.length > 0 && highest <= last) return paged.stopped(moved)
    if (rows.length < longest || rows.length === 0) return pile.done()
    last = highest
  }
}

/**
 * Brings known rows up to date with one read of what changed and one count. Only when known plus new rows do not make the
 * count are the ids listed again. Lists that cannot be filtered by time are read whole.
 */
export async function readChanges<T extends Row>(
  options: ListOptions<T>,
  known: ReadonlyMap<number, T>,
  since: Date,
): Promise<Reading<T>> {
  const { client, path, conditions, read, onRows } = options
  const [changed, total] = await Promise.all([
    readAll({ ...options, conditions: allOf(conditions, after('lastUpdated', since)), onRows: undefined }),
    client.count(path, { conditions }, read),
  ])
  const isUncounted = !total.ok && uncounted.includes(total.error.code)
  if (changed.error?.code === 'condition-refused' || (!changed.error && isUncounted)) return readAll(options)
  const rows = new Map([...known, ...changed.rows])
  const error = changed.error ?? (total.ok ? null : total.error)
  if (error || !total.ok) return { rows: changed.rows, error }
  onRows?.(rows.size, total.value)
  return rows.size === total.value ? { rows, error } : settle(options, rows)
}

/** Lists the ids again, drops rows that are gone and reads those that are missing. */
async function settle<T extends Row>(options: ListOptions<T>, rows: Map<number, T>): Promise<Reading<T>> {
  const readId = (raw: unknown) => {
    const id = idOf(raw)
    return id === null ? null : { id }
  }
  const listed = await readAll({ ...options, fields: 'id', readRow: readId, onRows: undefined })
  if (listed.error) return { rows, error: listed.error }
  const missing = [...listed.rows.keys()].filter((id) => !rows.has(id))
  if (missing.length > mostMissing) return readAll(options)
  const chunks = Array.from({ length: Math.ceil(missing.length / idsPerRead) }, (_, index) =>
    missing.slice(index * idsPerRead, (index + 1) * idsPerRead),
  )
  const found = await Promise.all(
    chunks.map((ids) => readAll({ ...options, conditions: oneOf('id', ids), onRows: undefined })),
  )
  if (found.some(({ error }) => error?.code === 'condition-refused')) return readAll(options)
  const all = [...rows, ...found.flatMap((reading) => [...reading.rows])]
  return {
    rows: new Map(all.filter(([id]) => listed.rows.has(id))),
    error: found.find(({ error }) => error)?.error ?? null,
  }
}

type Pile<T extends Row> = ReturnType<typeof createPile<T>>

/** Gathers rows by id, so that a row met twice counts once. */
function createPile<T extends Row>({ readRow, onRows }: ListOptions<T>) {
  const rows = new Map<number, T>()
  let unusable = 0
  let total: number | null = null
  return {
    add: (raws: readonly unknown[]) => {
      for (const raw of raws) {
        const row = readRow(raw)
        if (row) rows.set(row.id, row)
        else unusable += 1
      }
      onRows?.(rows.size, total)
    },
    expect: (count: number) => {
      total = count
    },
    size: () => rows.size + unusable,
    sizeUpTo: (last: number) => unusable + [...rows.keys()].filter((id) => id <= last).length,
    done: (): Reading<T> => ({ rows, error: null }),
    stopped: (error: Failure): Reading<T> => ({ rows, error }),
  }
}

type AskPage = (fields: string | undefined) => Promise<Reply<Page>>

/** Asks for pages with the wanted fields, and without naming any once the server has refused one of the names. */
function createPages({ fields }: { fields: string }) {
  let asked: string | undefined = fields
  return async (ask: AskPage): Promise<Reply<Page>> => {
    const named = asked
    const answer = await ask(named)
    if (answer.ok || named === undefined || !refusesFields(answer.error, named)) return answer
    asked = undefined
    return ask(undefined)
  }
}

/** Some sites refuse a name in `fields` in the words of a refused condition: then the name tells. */
const refusesFields = ({ code, refusedName }: Failure, fields: string): boolean =>
  code === 'request-refused' ||
  (code === 'condition-refused' &&
    fields.split(',').some((name) => name === refusedName || name.split('/').includes(refusedName)))

/** `page` comes last: some clients of other makers rely on that, and so may proxies. */
const pageQuery = (
  { conditions }: { conditions?: string | undefined },
  fields: string | undefined,
  page: number,
) => ({
  conditions,
  fields,
  orderBy: 'id asc',
  pageSize,
  page,
})

const isLast = ({ rows, hasNext }: Page): boolean =>
  rows.length === 0 ||
  (hasNext === null ? rows.length < pageSize && rows.length % olderPageSize !== 0 : !hasNext)

const idSchema = z.object({ id: z.int() })
const idOf = (raw: unknown): number | null => idSchema.safeParse(raw).data?.id ?? null
