// Every ConnectWise record that settings point at, with the path it is chosen at: what rules and matching walk over.
import type { CollectionName } from '../reference/collectionNames.ts'
import type { RelationshipDraft } from './draft.ts'
import { draftOf } from './effective.ts'
import { recordFields, recordPaths, recordPlace } from './fields.ts'
import type { RecordRef } from './fieldRow.ts'
import type { Ref, Relationship } from './relationship.ts'

/** One chosen record: `field` is the path below `settings`, `name` is the caption for a custom field. */
export type ChosenRecord = RecordRef & { field: string; collection: CollectionName }

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
  const { role, settings } = relationship
  const [field, board] =
    role === 'source'
      ? (['defaultBoard', settings.defaultBoard] as const)
      : (['serviceBoard', settings.serviceBoard] as const)
  return board && chosen(field, 'boards', board)
}

/** Every record the effective relationship points at, in the order of the form. */
export const chosenRecords = (relationship: Relationship): ChosenRecord[] =>
  // What the role or a closed switch leaves out is empty in the draft of an effective relationship.
  chosenInDraft(draftOf(relationship, ''))

/** Every record a draft points at, those that it keeps without using included, in the order of the form. */
export const chosenInDraft = (draft: RelationshipDraft): ChosenRecord[] =>
  recordPaths.flatMap((path) =>
    recordFields[path].records
      .read(draft)
      .map((record, index) => chosen(recordPlace(path, index), recordFields[path].collection, record)),
  )

const chosen = (field: string, collection: CollectionName, record: RecordRef): ChosenRecord => {
  const { id, name, identifier, boardId } = record
  return { field, collection, id, name, identifier, boardId }
}
