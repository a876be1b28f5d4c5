// Every ConnectWise record that settings point at, with the path it is chosen at: what rules and matching walk over.
import type { CollectionName } from '../reference/collectionNames.ts'
import type { RelationshipDraft } from './draft.ts'
import { draftOf } from './effective.ts'
import { fields, recordPaths } from './fields.ts'
import type { Ref, Relationship, StatusRef } from './relationship.ts'
import { getSetting } from './values.ts'

type Pointer = { id: number; name: string; identifier?: string | undefined; boardId?: number | undefined }

/** One chosen record: `field` is the path below `settings`, `name` is the caption for a custom field. */
export type ChosenRecord = Pointer & { field: string; collection: CollectionName }

/** The outbound flow runs for role source, and for role target while reverse sync is on. */
export const sendsTickets = (relationship: Relationship): boolean =>
  relationship.role === 'source' || relationship.settings.reverseSync.enabled

/** The boards that tickets are sent from; none while nothing is sent. */
export function boardsSentFrom({ role, settings }: Relationship): readonly Ref[] {
  if (role === 'source') return settings.boards
  return settings.reverseSync.enabled ? settings.reverseSync.filter.boards : []
}

/** The board that created tickets land on: the service board, or the default board of role source. */
export function landingBoard(relationship: Relationship): ChosenRecord | null {
  const [chosen] =
    relationship.role === 'source'
      ? one('defaultBoard', 'boards', relationship.settings.defaultBoard)
      : one('serviceBoard', 'boards', relationship.settings.serviceBoard)
  return chosen ?? null
}

/** Every record the effective relationship points at, in the order of the form. */
export const chosenRecords = (relationship: Relationship): ChosenRecord[] =>
  // What the role or a closed switch leaves out is empty in the draft of an effective relationship.
  chosenInDraft(draftOf(relationship, ''))

/** Every record a draft points at, those that it keeps without using included, in the order of the form. */
export const chosenInDraft = (draft: RelationshipDraft): ChosenRecord[] =>
  recordPaths.flatMap((path) => {
    const { collection } = fields[path]
    if (!collection) return []
    if (path === 'reverseSync.fieldFilter') {
      const field = getSetting[path](draft)
      return one(path, collection, field && { id: field.id, name: field.caption })
    }
    const value = getSetting[path](draft)
    return Array.isArray(value) ? many(path, collection, value) : one(path, collection, value)
  })

const one = (
  field: string,
  collection: CollectionName,
  ref: Pointer | Ref | StatusRef | null,
): ChosenRecord[] => (ref ? [chosen(field, collection, ref)] : [])

const many = (field: string, collection: CollectionName, refs: readonly Pointer[]): ChosenRecord[] =>
  refs.map((ref, index) => chosen(`${field}[${index}]`, collection, ref))

const chosen = (field: string, collection: CollectionName, ref: Pointer): ChosenRecord => ({
  field,
  collection,
  id: ref.id,
  name: ref.name,
  identifier: ref.identifier,
  boardId: ref.boardId,
})
