// Every ConnectWise record a relationship points at, with the path it is chosen at: what rules and matching walk over.
import type { CollectionName } from '../reference/collectionNames.ts'
import type { Ref, Relationship, StatusRef } from '../relationship/relationship.ts'

type Pointer = { id: number; name: string; identifier?: string | undefined; boardId?: number | undefined }

/** One chosen record: `field` is the path below `settings`, `name` is the caption for a custom field. */
export type Chosen = Pointer & { field: string; collection: CollectionName }

/** The outbound flow runs for role source, and for role target while reverse sync is on. */
export const sendsTickets = (relationship: Relationship): boolean =>
  relationship.role === 'source' || relationship.settings.reverseSync.enabled

/** The boards tickets are taken from or land on, without the reverse filter's. */
const ownBoards = (relationship: Relationship): Chosen[] =>
  relationship.role === 'source'
    ? [
        ...many('boards', 'boards', relationship.settings.boards),
        ...one('defaultBoard', 'boards', relationship.settings.defaultBoard),
      ]
    : one('serviceBoard', 'boards', relationship.settings.serviceBoard)

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
  const { company, status, priority, source, owner, timeEntries } = relationship.settings
  return [
    ...one('company', 'companies', company),
    ...ownBoards(relationship),
    ...one('status', 'statuses', status),
    ...one('priority', 'priorities', priority),
    ...one('source', 'sources', source),
    ...one('owner', 'members', owner),
    ...(timeEntries.sync
      ? [
          ...one('timeEntries.defaultWorkRole', 'workRoles', timeEntries.defaultWorkRole),
          ...one('timeEntries.defaultMember', 'members', timeEntries.defaultMember),
        ]
      : []),
    ...reverseRecords(relationship),
  ]
}

function reverseRecords(relationship: Relationship): Chosen[] {
  if (relationship.role === 'source' || !relationship.settings.reverseSync.enabled) return []
  const { filter, fieldFilter } = relationship.settings.reverseSync
  return [
    ...many('reverseSync.filter.boards', 'boards', filter.boards),
    ...many('reverseSync.filter.companies', 'companies', filter.companies),
    ...many('reverseSync.filter.statuses', 'statuses', filter.statuses),
    ...many('reverseSync.filter.priorities', 'priorities', filter.priorities),
    ...(fieldFilter
      ? one('reverseSync.fieldFilter', 'customFields', { id: fieldFilter.id, name: fieldFilter.caption })
      : []),
  ]
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
