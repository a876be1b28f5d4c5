// Every ConnectWise record a relationship points at, with the path it is chosen at: what rules and matching walk over.
import type { CollectionName } from '../reference/collectionNames.ts'
import { draftOf } from '../relationship/effective.ts'
import { fields, recordPaths } from '../relationship/fields.ts'
import type { Ref, Relationship, StatusRef } from '../relationship/relationship.ts'
import { get } from '../relationship/values.ts'

type Pointer = { id: number; name: string; identifier?: string | undefined; boardId?: number | undefined }

/** One chosen record: `field` is the path below `settings`, `name` is the caption for a custom field. */
export type Chosen = Pointer & { field: string; collection: CollectionName }

/** The outbound flow runs for role source, and for role target while reverse sync is on. */
export const sendsTickets = (relationship: Relationship): boolean =>
  relationship.role === 'source' || relationship.settings.reverseSync.enabled

/** The board that created tickets land on: the service board, or the default board of role source. */
export function landingBoard(relationship: Relationship): Chosen | null {
  const [chosen] =
    relationship.role === 'source'
      ? one('defaultBoard', 'boards', relationship.settings.defaultBoard)
      : one('serviceBoard', 'boards', relationship.settings.serviceBoard)
  return chosen ?? null
}

/** Every record the effective relationship points at, in the order of the form. */
export function chosenRecords(relationship: Relationship): Chosen[] {
  // What the role or a closed switch leaves out is empty in the draft of an effective relationship.
  const draft = draftOf(relationship, '')
  return recordPaths.flatMap((path) => {
    const { collection } = fields[path]
    if (!collection) return []
    if (path === 'reverseSync.fieldFilter') {
      const field = get[path](draft)
      return one(path, collection, field && { id: field.id, name: field.caption })
    }
    const value = get[path](draft)
    return Array.isArray(value) ? many(path, collection, value) : one(path, collection, value)
  })
}

const one = (field: string, collection: CollectionName, ref: Pointer | Ref | StatusRef | null): Chosen[] =>
  ref ? [chosen(field, collection, ref)] : []

const many = (field: string, collection: CollectionName, refs: readonly Pointer[]): Chosen[] =>
  refs.map((ref, index) => chosen(`${field}[${index}]`, collection, ref))

const chosen = (field: string, collection: CollectionName, ref: Pointer): Chosen => ({
  field,
  collection,
  id: ref.id,
  name: ref.name,
  identifier: ref.identifier,
  boardId: ref.boardId,
})
