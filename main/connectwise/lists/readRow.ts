// Turns what a list answers into rows we know: unknown members stripped, and nonsense in one member costs that member only.
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import { type RowOf, rowSchemas } from '../../../shared/reference/collections.ts'
import { z } from '../../../shared/zod.ts'

/** Names under which a lighter endpoint carries what the full one calls otherwise. */
export type Renames = Readonly<Record<string, string>>

const members = z.record(z.string(), z.unknown())

const schemas: { readonly [Name in CollectionName]: z.ZodType<RowOf<Name>> } = rowSchemas

/** Makes the reader of one collection's rows. It answers null for a row without a usable id. */
export function rowReader<Name extends CollectionName>(name: Name, renames: Renames = {}) {
  const schema = schemas[name]
  const names = Object.entries(renames)
  return (raw: unknown): RowOf<Name> | null =>
    readLeniently(schema, names.length > 0 ? renamed(raw, names) : raw)
}

/** Reads a row; where a member is of another kind than expected, first the place itself is left out, then the whole member. */
export function readLeniently<T>(schema: z.ZodType<T>, raw: unknown): T | null {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path }) => path)
  const second = schema.safeParse(without(raw, places))
  if (second.success) return second.data
  return (
    schema.safeParse(
      without(
        raw,
        places.map((path) => path.slice(0, 1)),
      ),
    ).data ?? null
  )
}

function without(raw: unknown, places: readonly (readonly PropertyKey[])[]): unknown {
  const copy: unknown = structuredClone(raw)
  for (const place of places) {
    let holder = copy
    for (const key of place.slice(0, -1)) holder = memberOf(holder, key)
    const last = place.at(-1)
    if (last !== undefined && typeof holder === 'object' && holder !== null)
      Reflect.deleteProperty(holder, last)
  }
  return copy
}

const memberOf = (holder: unknown, key: PropertyKey): unknown =>
  typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined

function renamed(raw: unknown, names: readonly [string, string][]): unknown {
  const row = members.safeParse(raw).data
  return row && { ...row, ...Object.fromEntries(names.map(([from, to]) => [to, row[from]])) }
}
