// The rows of one list while they arrive: by id, counted once, and never more than a list may have.
import { bounds } from '../../../shared/bounds.ts'
import type { AppError } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { type Failure, makeFailure } from '../failure/failure.ts'
import { failureSentence } from '../failure/failureWords.ts'
import type { Page } from '../transport/client.ts'
import { formatCount } from '../../../shared/text/counts.ts'

export type UsableRow = { id: number }

/** What a list came to. Rows are there also where an error stopped the reading. */
export type ListReading<T> = {
  rows: Map<number, T>
  error: ListFailure | null
  /** Rows that came without a usable id. */
  unusable: number
  /** What `/count` says where the rows contradict it. */
  miscounted: number | null
  /** Lists that are part of it and came empty, though they had rows before: "Help Desk". */
  emptied?: readonly string[] | undefined
  /** What is judged elsewhere and this list cannot say, where it was read in place of one that is closed to these keys. */
  lacks?: string | undefined
}

/** Why a list was not read to its end: what the read failed with, or a sentence about the list as a whole. */
export type ListFailure = Failure | AppError
export const sayListFailure = (error: ListFailure): AppError =>
  'message' in error ? error : failureSentence(error)

const damaged = (message: string, next: string): AppError => ({ code: 'answer-damaged', message, next })

/** The list changed under the reader, or gives the same rows whatever is asked for. */
export const listMovedFailure = makeFailure(
  'answer-damaged',
  { host: '', companyId: '', mask: (text) => text },
  { reason: 'moved' },
)
const tooMuch = damaged(
  'The list is longer than 1,000,000 rows or 512 MB, so the rest of it was not read.',
  'Ask the owner of this ConnectWise whether the list can be that long.',
)
const unusableOnly = (count: number): AppError =>
  damaged(
    `None of the ${formatCount(count)} rows that came can be used: they carry no usable id.`,
    'Try again. If it keeps happening, a proxy in between may be changing answers.',
  )

const idSchema = z.object({ id: z.int() })
/** The id of a row as it came, null where it has none that can be used. */
export const rowId = (raw: unknown): number | null => idSchema.safeParse(raw).data?.id ?? null

export type RowCollector<T extends UsableRow> = ReturnType<typeof createRowCollector<T>>

type PileOptions<T> = {
  /** Null for a row without a usable id. */
  readRow: (raw: unknown) => T | null
  keyOf?: ((row: T) => number) | undefined
  /** Hears how many rows there are so far, and of how many when that is known. */
  onRows?: ((done: number, total: number | null) => void) | undefined
}

/** Gathers rows by id, so that a row met twice counts once. */
export function createRowCollector<T extends UsableRow>({ readRow, keyOf, onRows }: PileOptions<T>) {
  const rows = new Map<number, T>()
  /** Rows without a usable id, by what they are: the same one again is nothing new. */
  const oddities = new Set<string>()
  let unusable = 0
  let bytes = 0
  let total: number | null = null
  let highest = Number.NEGATIVE_INFINITY
  let overlaps = false
  let isOrdered = true
  const size = () => rows.size + unusable
  const differentKeys = (page: Page): number =>
    new Set(page.rows.flatMap((raw) => readRow(raw) ?? []).map((row) => keyOf?.(row) ?? row.id)).size
  return {
    /** Takes a page in; answers how much in it was new. */
    add: (page: Page): number => {
      const [rowsBefore, odditiesBefore] = [rows.size, oddities.size]
      let last = Number.NEGATIVE_INFINITY
      let odd = 0
      bytes += page.bytes
      for (const raw of page.rows) {
        const row = readRow(raw)
        if (row) {
          rows.set(keyOf?.(row) ?? row.id, row)
          isOrdered &&= row.id > last
          last = row.id
          highest = Math.max(highest, row.id)
        } else {
          oddities.add(JSON.stringify(raw).slice(0, 200))
          odd += 1
        }
      }
      const freshRows = rows.size - rowsBefore
      const fresh = freshRows + oddities.size - odditiesBefore
      if (fresh > 0) unusable += odd
      overlaps ||= freshRows > 0 && freshRows < page.rows.length - odd && differentKeys(page) > freshRows
      onRows?.(rows.size, total)
      return fresh
    },
    /** Whether a page brought rows of another one again: then others may have slipped through between them. */
    overlaps: () => overlaps,
    /** Whether each page came by id. */
    isOrdered: () => isOrdered,
    expect: (count: number | null) => {
      total = count
    },
    size,
    hasUnusable: () => unusable > 0,
    isSameAs: (other: { has: (key: number) => boolean; size: () => number }) =>
      other.size() === size() && [...rows.keys()].every(other.has),
    has: (key: number) => rows.has(key),
    highest: () => (rows.size === 0 ? 0 : highest),
    sizeUpTo: (last: number) => unusable + [...rows.keys()].filter((id) => id <= last).length,
    /** Why no more may be taken in. */
    overflow: (): ListFailure | null =>
      size() >= bounds.list.rows || bytes >= bounds.list.bytes ? tooMuch : null,
    done: (miscounted: number | null = null): ListReading<T> => ({
      rows,
      error: rows.size === 0 && unusable > 0 ? unusableOnly(unusable) : null,
      unusable,
      miscounted,
    }),
    stopped: (error: ListFailure): ListReading<T> => ({
      rows,
      error: rows.size === 0 && unusable > 0 && error === listMovedFailure ? unusableOnly(unusable) : error,
      unusable,
      miscounted: null,
    }),
  }
}
