// Puts what a match table decided into settings: every reference by its record there, open ones "not chosen yet".
import type { RelationshipDraft } from '../../relationship/draft.ts'
import { draftOf, effectiveSource, effectiveTarget } from '../../relationship/effective.ts'
import { recordFields, type RecordPath, recordPaths, recordPlace } from '../../relationship/fields.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { RecordRef } from '../../relationship/fieldRow.ts'
import type { CollectionName } from '../../reference/collectionNames.ts'
import type { FindRecords } from '../recordIndex.ts'

/** What becomes of the reference at a field: the record of that id there; null leaves it not chosen. */
export type Decision = {
  readonly field: string
  readonly collection: CollectionName
  readonly chosen: { readonly id: number } | null
}

type Decided = { readonly byField: ReadonlyMap<string, Decision>; readonly records: FindRecords }

/** What the reference at a field becomes: itself, another record with the names, identifier and board it has, or null. */
function rebindOne({ byField, records }: Decided, field: string, ref: RecordRef): RecordRef | null {
  const match = byField.get(field)
  if (!match) return ref
  if (!match.chosen) return null
  const record = records(match.collection).byId.get(match.chosen.id)
  const boardId = record?.board?.id
  const staysPut = ref.id === match.chosen.id
  const sameBoard = ref.boardId === undefined || boardId === undefined || ref.boardId === boardId
  // What stays keeps everything the file says of it, so that its own file imports as it was.
  if (!record || (staysPut && sameBoard)) return ref
  const { id, name, identifier } = record
  return {
    id,
    name: name || `#${id}`,
    ...(identifier ? { identifier } : {}),
    ...(boardId === undefined ? {} : { boardId }),
  }
}

function rebindAll(decided: Decided, path: RecordPath, refs: readonly RecordRef[]): RecordRef[] {
  const rebound = refs.map((ref, index) => rebindOne(decided, recordPlace(path, index), ref))
  // Two names of the file may turn out to be one record; what nobody touched stays as it was.
  const moved = new Set(rebound.flatMap((ref, index) => (ref && ref !== refs[index] ? [ref.id] : [])))
  const seen = new Set<number>()
  return rebound.flatMap((ref) => {
    if (!ref || (moved.has(ref.id) && seen.has(ref.id))) return []
    seen.add(ref.id)
    return [ref]
  })
}

/** The draft with every reference as the match table has it, what it keeps without using included. */
export function rebindDraft(
  draft: RelationshipDraft,
  matches: readonly Decision[],
  records: FindRecords,
): RelationshipDraft {
  const decided = { byField: new Map(matches.map((match) => [match.field, match])), records }
  return recordPaths.reduce((rebound, path) => {
    const { records: at } = recordFields[path]
    return at.write(rebound, rebindAll(decided, path, at.read(rebound)))
  }, draft)
}

/** The relationship with every reference as the match table has it; nothing else changes. */
export function rebindRelationship(
  relationship: Relationship,
  matches: readonly Decision[],
  records: FindRecords,
): Relationship {
  const { settings } = rebindDraft(draftOf(relationship, ''), matches, records)
  return relationship.role === 'source'
    ? { ...relationship, settings: effectiveSource(settings) }
    : { ...relationship, settings: effectiveTarget(settings) }
}
