// Reads a relationships export, whoever wrote it: parsed, migrated, checked place by place.
import { relationshipSchema } from '../relationship/relationship.ts'
import type { Relationship } from '../relationship/relationship.ts'
import { z } from '../zod.ts'
import { isOutOfBounds } from './readDocument.ts'
import { relationshipsKind, relationshipsVersion } from './exportRelationships.ts'
import { fileKinds, openDocument, openFile } from './fileKind.ts'
import type { FileProblem, Parsed } from './parsed.ts'
import { invalid } from './parsed.ts'
import { problemsOf } from './problems.ts'

export const relationshipsFileSchema = z.strictObject({
  kind: z.literal(relationshipsKind),
  version: z.literal(relationshipsVersion),
  exportedAt: z.iso.datetime({ offset: true }),
  relationships: z.array(relationshipSchema),
})

export type RelationshipsFile = z.infer<typeof relationshipsFileSchema>

const { title } = fileKinds[relationshipsKind]
const bounds = { depth: 64, listLength: 10_000 }

function duplicates(relationships: readonly Relationship[]): FileProblem[] {
  const seen = new Set<string>()
  return relationships.flatMap(({ id }, index) => {
    const isTwin = seen.has(id)
    seen.add(id)
    return isTwin ? [{ path: `relationships[${index}].id`, message: `The id ${id} occurs twice.` }] : []
  })
}

/** Reads the parsed JSON of a `*.syncwright.json` file. Changes nothing anywhere; errors name every place. */
function readRelationshipsFile(json: unknown): Parsed<RelationshipsFile> {
  const document = openDocument(relationshipsKind, json)
  if (!document.ok) return document
  if (isOutOfBounds(document.value, bounds)) {
    const message = `Nested deeper than ${bounds.depth} levels, or a list of more than ${bounds.listLength} entries.`
    return invalid(title, [{ path: '', message }])
  }
  const parsed = relationshipsFileSchema.safeParse(document.value)
  if (!parsed.success) return invalid(title, problemsOf(parsed.error, document.value))
  const twins = duplicates(parsed.data.relationships)
  return twins.length > 0 ? invalid(title, twins) : { ok: true, value: parsed.data }
}

/** Reads the text of a `*.syncwright.json` file. */
export const parseRelationshipsFile = (text: string): Parsed<RelationshipsFile> =>
  openFile(relationshipsKind, text, readRelationshipsFile)
