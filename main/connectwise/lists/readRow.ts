// Turns what a list answers into rows we know: unknown members stripped, and nonsense in one member costs that member only.
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import { type RowOf, rowSchemaOf } from '../../../shared/reference/collections.ts'
import { z } from '../../../shared/zod.ts'

/** Names under which a lighter endpoint carries what the full one calls otherwise. */
export type Renames = Readonly<Record<string, string>>

const members = z.record(z.string(), z.unknown())

/** Makes the reader of one collection's rows. It answers null for a row without a usable id. */
export function rowReader<Name extends CollectionName>(name: Name, renames: Renames = {}) {
  const schema = rowSchemaOf[name]
  const usual = usualRows[name]?.()
  const names = Object.entries(renames)
  return (raw: unknown): RowOf<Name> | null =>
    usual?.(raw) ?? readLeniently(schema, names.length > 0 ? renamed(raw, names) : raw)
}

type UsualReader<Name extends CollectionName> = () => (raw: unknown) => RowOf<Name> | null

/**
 * Makes what reads a row that is as most are without the work of its schema, null for every other one. Companies alone come
 * by the hundred thousand; they share the few statuses they have.
 */
const usualRows: { readonly [Name in CollectionName]?: UsualReader<Name> } = {
  companies: () => {
    const statuses = new Map<number, { id: number; name: string }>()
    const sharedStatus = (raw: unknown) => {
      const { id, name } = isRecord(raw) ? raw : {}
      if (!isId(id) || typeof name !== 'string') return null
      const known = statuses.get(id)
      if (known?.name === name) return known
      const status = { id, name }
      statuses.set(id, status)
      return status
    }
    return (raw) => {
      const { id, identifier, name, status: given, deletedFlag } = isRecord(raw) ? raw : {}
      const status = sharedStatus(given)
      return isId(id) &&
        typeof identifier === 'string' &&
        typeof name === 'string' &&
        status !== null &&
        typeof deletedFlag === 'boolean'
        ? { id, identifier, name, status, deletedFlag }
        : null
    }
  },
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isId = (value: unknown): value is number => Number.isSafeInteger(value)

/**
 * Reads a row; where a member is of another kind than expected, what it says is taken where that is clear, else the place
 * itself is left out, then the whole member.
 */
export function readLeniently<T>(schema: z.ZodType<T>, raw: unknown): T | null {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const copy: unknown = structuredClone(raw)
  const places: PropertyKey[][] = []
  for (const issue of parsed.error.issues) {
    const said = issue.code === 'invalid_type' ? saidBy(valueAt(copy, issue.path), issue.expected) : undefined
    if (said === undefined) places.push(issue.path)
    else setAt(copy, issue.path, said)
  }
  const lists = new Set(places.map((place) => valueAt(copy, place.slice(0, -1))).filter(Array.isArray))
  for (const change of [(place: PropertyKey[]) => place, (place: PropertyKey[]) => place.slice(0, 1)]) {
    for (const place of places) setAt(copy, change(place), undefined)
    // An item that was left out leaves no hole behind.
    for (const list of lists) list.splice(0, list.length, ...list.filter(() => true))
    const again = schema.safeParse(copy)
    if (again.success) return again.data
  }
  return null
}

/** What a value of another kind says: switches as words or numbers, texts as numbers. Ids are never guessed. */
function saidBy(value: unknown, expected: string): string | boolean | undefined {
  if (expected === 'string') return typeof value === 'number' ? String(value) : undefined
  if (expected !== 'boolean' || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  const word = String(value).trim().toLowerCase()
  return (
    ['true', '1', 'yes', 'y'].includes(word) || (['false', '0', 'no', 'n'].includes(word) ? false : undefined)
  )
}

const valueAt = (raw: unknown, place: readonly PropertyKey[]): unknown => place.reduce(memberOf, raw)

/** Sets a member of a copy, or takes it out. */
function setAt(copy: unknown, place: readonly PropertyKey[], value: unknown): void {
  const holder = valueAt(copy, place.slice(0, -1))
  const last = place.at(-1)
  if (last === undefined || typeof holder !== 'object' || holder === null) return
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
}

const memberOf = (holder: unknown, key: PropertyKey): unknown =>
  typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined

function renamed(raw: unknown, names: readonly [string, string][]): unknown {
  const row = members.safeParse(raw).data
  return row && { ...row, ...Object.fromEntries(names.map(([from, to]) => [to, row[from]])) }
}
