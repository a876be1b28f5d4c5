// Reads a relationships export, whoever wrote it: parsed, migrated, checked place by place.
import { relationshipSchema, type Relationship } from '../relationship/relationship.ts'
import { z } from '../zod.ts'
import { relationshipsKind, relationshipsVersion } from './exportRelationships.ts'
import { fileKinds, openDocument, openFile } from './fileKind.ts'
import { type FileProblem, type Parsed, invalidFile, withNotices } from './reading/parsed.ts'
import { problemsOf } from './reading/problems.ts'

export const relationshipsFileSchema = z.strictObject({
  kind: z.literal(relationshipsKind),
  version: z.literal(relationshipsVersion),
  exportedAt: z.iso.datetime({ offset: true }),
  relationships: z.array(relationshipSchema),
})

export type RelationshipsFile = z.infer<typeof relationshipsFileSchema>

const { title } = fileKinds[relationshipsKind]

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
  const parsed = relationshipsFileSchema.safeParse(document.value)
  if (!parsed.success) return invalidFile(title, problemsOf(parsed.error, document.value))
  const twins = duplicates(parsed.data.relationships)
  return twins.length > 0
    ? invalidFile(title, twins)
    : withNotices({ ok: true, value: parsed.data }, document.notices)
}

/** Reads the text of a `*.syncwright.json` file. */
export const parseRelationshipsFile = (text: string): Parsed<RelationshipsFile> =>
  openFile(relationshipsKind, text, readRelationshipsFile)
