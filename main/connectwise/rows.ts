// Turns what a list answers into rows we know: unknown members stripped, nonsense in one member costs that member only.
import { type CollectionName, type RowOf, rowSchemas } from '../../shared/reference/collections.ts'
import { z } from '../../shared/zod.ts'

/** Names under which a lighter endpoint carries what the full one calls otherwise. */
export type Renames = Readonly<Record<string, string>>

const rawRow = z.looseObject({ id: z.int() })

const schemas: { readonly [Name in CollectionName]: z.ZodType<RowOf<Name>> } = rowSchemas

/** Makes the reader of one collection's rows. It answers null for a row without a usable id. */
export function rowReader<Name extends CollectionName>(name: Name, renames: Renames = {}) {
  const schema = schemas[name]
  return (raw: unknown): RowOf<Name> | null => {
    const row = rawRow.safeParse(raw).data
    return row ? readMember(schema, renamed(row, renames)) : null
  }
}

function readMember<T>(schema: z.ZodType<T>, row: Record<string, unknown>): T | null {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const rest = Object.fromEntries(Object.entries(row).filter(([key]) => !wrong.has(key)))
  return schema.safeParse(rest).data ?? null
}

function renamed(row: Record<string, unknown>, renames: Renames): Record<string, unknown> {
  const entries = Object.entries(renames)
  if (entries.length === 0) return row
  return { ...row, ...Object.fromEntries(entries.map(([from, to]) => [to, row[from]])) }
}
