// What the demo ConnectWise stores: JSON rows in collections ordered by id.
import type { Model } from './kinds.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }
export type StoredRow = JsonObject & { id: number }

/** Rows of one entity, ascending by id. `version` grows with every change, so that cached filters know they are stale. */
export type Collection = {
  model: Model
  rows: StoredRow[]
  version: number
  find: (id: number) => StoredRow | undefined
  add: (row: StoredRow) => StoredRow
  remove: (id: number) => void
  touch: () => void
}

/** Makes a collection; the rows given must be ascending by id. */
export const createCollection = (model: Model, rows: StoredRow[]): Collection => {
  const position = (id: number) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rows[middle]?.id ?? 0) < id) low = middle + 1
      else high = middle
    }
    return low
  }
  const collection: Collection = {
    model,
    rows,
    version: 0,
    find: (id) => {
      const row = rows[position(id)]
      return row?.id === id ? row : undefined
    },
    add: (row) => {
      rows.splice(position(row.id), 0, row)
      collection.version++
      return row
    },
    remove: (id) => {
      const index = position(id)
      if (rows[index]?.id === id) rows.splice(index, 1)
      collection.version++
    },
    touch: () => {
      collection.version++
    },
  }
  return collection
}

/** The id a new row of this collection gets. */
export const nextId = (collection: Collection): number => (collection.rows.at(-1)?.id ?? 0) + 1

export const isStoredObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The id inside a reference, if the value is one. */
export const referenceId = (value: Json | undefined): number | undefined =>
  isStoredObject(value) && typeof value.id === 'number' ? value.id : undefined

/** A value as text where it is text. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** ISO 8601 UTC to the second with `Z`, as ConnectWise writes date-times (ConnectWise Developer Guide). */
export const isoSeconds = (time: number | Date): string => `${new Date(time).toISOString().slice(0, 19)}Z`

/** The `_info` map of a row, for changing it in place. */
export const infoOf = (row: StoredRow): JsonObject => {
  const info: JsonObject = isStoredObject(row._info) ? row._info : {}
  row._info = info
  return info
}
