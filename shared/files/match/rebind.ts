// Puts what a match table decided into settings: every reference by its record there, open ones "not chosen yet".
import type { RelationshipDraft } from '../../relationship/draft.ts'
import { draftOf, effectiveSource, effectiveTarget } from '../../relationship/effective.ts'
import { type RecordPath, recordPaths } from '../../relationship/fields.ts'
import type { FieldRef, Ref, Relationship } from '../../relationship/relationship.ts'
import {
  type FieldValues,
  type GetSetting,
  getSetting,
  type PutSetting,
  putSetting,
} from '../../relationship/values.ts'
import type { CollectionName } from '../../reference/collectionNames.ts'
import type { FindRecords } from '../recordIndex.ts'

/** What becomes of the reference at a field: the record of that id there; null leaves it not chosen. */
export type Decision = {
  readonly field: string
  readonly collection: CollectionName
  readonly chosen: { readonly id: number } | null
}

/** A reference made anew: names, identifier and board of the record it points at. */
type Rebound = { id: number; name: string; identifier?: string; boardId?: number }

type Decided = { readonly byField: ReadonlyMap<string, Decision>; readonly records: FindRecords }

/** What the reference at a field becomes: itself, another record, or null. */
function rebindOne<T extends Ref>(
  { byField, records }: Decided,
  field: string,
  ref: T | null,
): T | Rebound | null {
  const match = byField.get(field)
  if (!ref || !match) return ref
  if (!match.chosen) return null
  const record = records(match.collection).byId.get(match.chosen.id)
  const boardId = record?.board?.id
  const staysPut = ref.id === match.chosen.id
  const sameBoard = ref['boardId'] === undefined || boardId === undefined || ref['boardId'] === boardId
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

function rebindMany<T extends Ref>(decided: Decided, field: string, refs: readonly T[]): (T | Rebound)[] {
  const rebound = refs.map((ref, index) => rebindOne(decided, `${field}[${index}]`, ref))
  // Two names of the file may turn out to be one record; what nobody touched stays as it was.
  const moved = new Set(rebound.flatMap((ref, index) => (ref && ref !== refs[index] ? [ref.id] : [])))
  const seen = new Set<number>()
  return rebound.flatMap((ref) => {
    if (!ref || (moved.has(ref.id) && seen.has(ref.id))) return []
    seen.add(ref.id)
    return [ref]
  })
}

/** A custom field is named by its caption. */
function rebindCaptioned(decided: Decided, field: string, ref: FieldRef | null): FieldRef | null {
  const rebound = rebindOne(decided, field, ref && { ...ref, name: ref.caption })
  if (!ref || !rebound) return null
  return rebound.id === ref.id ? ref : { id: rebound.id, caption: rebound.name }
}

type Rebind<Path extends RecordPath> = (
  decided: Decided,
  field: string,
  value: FieldValues[Path],
) => FieldValues[Path]

/** A setting that points at records without a row here would keep ids of another ConnectWise: it does not compile. */
const rebinds: { [Path in RecordPath]: Rebind<Path> } = {
  company: rebindOne,
  boards: rebindMany,
  defaultBoard: rebindOne,
  serviceBoard: rebindOne,
  status: rebindOne,
  priority: rebindOne,
  source: rebindOne,
  owner: rebindOne,
  'timeEntries.defaultWorkRole': rebindOne,
  'timeEntries.defaultMember': rebindOne,
  'reverseSync.filter.boards': rebindMany,
  'reverseSync.filter.companies': rebindMany,
  'reverseSync.filter.statuses': rebindMany,
  'reverseSync.filter.priorities': rebindMany,
  'reverseSync.fieldFilter': rebindCaptioned,
}

function rebindSetting<Path extends RecordPath>(
  draft: RelationshipDraft,
  path: Path,
  decided: Decided,
): RelationshipDraft {
  const read: GetSetting<Path> = getSetting[path]
  const rebind: Rebind<Path> = rebinds[path]
  const write: PutSetting<Path> = putSetting[path]
  return write(draft, rebind(decided, path, read(draft)))
}

/** The draft with every reference as the match table has it, what it keeps without using included. */
export function rebindDraft(
  draft: RelationshipDraft,
  matches: readonly Decision[],
  records: FindRecords,
): RelationshipDraft {
  const decided = { byField: new Map(matches.map((match) => [match.field, match])), records }
  return recordPaths.reduce((rebound, path) => rebindSetting(rebound, path, decided), draft)
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
