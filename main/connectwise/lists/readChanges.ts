// Reads only what changed in a list since it was last read, and its ids anew where that does not make the count.
import type { Failure, FailureCode } from '../failure/failure.ts'
import { whereAfter, allOf, whereOneOf } from '../transport/conditions.ts'
import { safePage } from '../transport/pageReader.ts'
import type { ListReadOptions } from './listPages.ts'
import { rowId, type ListFailure, type ListReading, type UsableRow } from './rowCollector.ts'
import { readAll } from './readAll.ts'

/** Ids per condition, so that addresses stay below 2000 characters (ConnectWise Developer Guide). */
const idsPerRead = 100
/** Beyond this many missing rows, reading everything again is fewer requests. */
const mostMissing = 1000

/** Failures of `/count` alone: the list itself has just answered. To count a long one takes some servers too long. */
const uncounted: readonly FailureCode[] = [
  'permission-missing',
  'not-found',
  'condition-refused',
  'request-refused',
  'answer-damaged',
  'server-error',
  'call-blocked',
  'web-page',
  'timeout',
  'connection-reset',
]
const isUncounted = ({ code }: Failure): boolean => uncounted.includes(code)

/**
 * Whether the list may do without the condition. Some sites refuse one in other words than their own, and a value they
 * cannot read makes some fail: 500 "String was not recognized as a valid …" (ConnectWiseManageAPI, issue 1).
 */
const refusesTime = (error: ListFailure): boolean =>
  error.code === 'condition-refused' ||
  error.code === 'request-refused' ||
  ('status' in error && error.status === 500 && error.code === 'server-error')

/**
 * Brings known rows up to date with one read of what changed and one count. Only when known plus new rows do not make the
 * count are the ids listed again. Lists that cannot be filtered by time are read whole.
 */
export async function readChanges<T extends UsableRow>(
  options: ListReadOptions<T>,
  known: ReadonlyMap<number, T>,
  since: Date,
): Promise<ListReading<T>> {
  const { client, path, conditions, query, read, onRows } = options
  const changes = {
    ...options,
    conditions: allOf(conditions, whereAfter('lastUpdated', since)),
    // That none changed is the usual answer, so it must not be one to being asked for too many.
    atOnce: safePage,
    onRows: undefined,
  }
  const [changed, total] = await Promise.all([
    readAll(changes),
    client.count(path, { ...query, conditions }, read),
  ])
  if (changed.error && refusesTime(changed.error)) return readAll(options)
  if (changed.error) return changed
  if (!total.ok) return isUncounted(total.error) ? readAll(options) : { ...changed, error: total.error }
  const rows = new Map([...known, ...changed.rows])
  onRows?.(rows.size, total.value)
  return rows.size === total.value ? { ...changed, rows } : settleIds(options, rows, total.value)
}

/** Lists the ids again, drops rows that are gone and reads those that are missing. */
async function settleIds<T extends UsableRow>(
  options: ListReadOptions<T>,
  rows: Map<number, T>,
  count: number,
): Promise<ListReading<T>> {
  const readId = (raw: unknown) => {
    const id = rowId(raw)
    return id === null ? null : { id }
  }
  const idsOnly = { fields: 'id', readRow: readId, keyOf: undefined, onRows: undefined }
  const listed = await readAll({ ...options, ...idsOnly })
  if (listed.error) return { ...listed, rows }
  const missing = [...listed.rows.keys()].filter((id) => !rows.has(id))
  if (missing.length > mostMissing) return readAll(options)
  const chunks = Array.from({ length: Math.ceil(missing.length / idsPerRead) }, (_, index) =>
    missing.slice(index * idsPerRead, (index + 1) * idsPerRead),
  )
  const found = await Promise.all(
    chunks.map((ids) => readAll({ ...options, conditions: whereOneOf('id', ids), onRows: undefined })),
  )
  const all = new Map([...rows, ...found.flatMap((reading) => [...reading.rows])])
  const failed = found.find(({ error }) => error)?.error ?? null
  // Asked for by id, some did not come: the list itself is what counts.
  if (failed?.code === 'condition-refused' || (!failed && missing.some((id) => !all.has(id))))
    return readAll(options)
  const size = listed.rows.size + listed.unusable
  return {
    rows: new Map([...all].filter(([id]) => listed.rows.has(id))),
    error: failed,
    unusable: listed.unusable,
    miscounted: count > size ? count : null,
  }
}
