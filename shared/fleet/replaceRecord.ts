// Replaces one record by another of its kind in a relationship: every setting that points at it, and what hangs on it.
import { type Decision, rebindRelationship } from '../files/match/rebind.ts'
import type { FindRecords, KnownRecord } from '../files/recordIndex.ts'
import { type ChosenRecord, chosenRecords, landingBoard } from '../relationship/chosenRecords.ts'
import { noNamesakeWords } from '../reference/lookup.ts'
import { fold } from '../text/fold.ts'
import type { LeftOpen } from '../relationship/leftOpen.ts'
import { type Change, diffRelationships } from '../relationship/diffRelationships.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { RecordKey } from './recordKey.ts'
import { usesOf } from './whereUsed.ts'

export type Replacement = {
  readonly record: RecordKey
  /** The id that takes its place: a record of the same collection. */
  readonly withId: number
  /** The records of the ConnectWise the relationship belongs to. */
  readonly records: FindRecords
}

/** A status without a namesake on the new board; `why` is a clause. */
export type LostStatus = {
  readonly field: string
  readonly name: string
  readonly isKept: boolean
  readonly why: string
}

/** `place`: what the setting is called where it is read. */
export const lostStatusWords = ({ name, isKept, why }: LostStatus, place: string): string =>
  isKept
    ? `“${name}” stays (${place}), or the filter would let everything through: ${why}.`
    : `“${name}” is cleared (${place}): ${why}.`

export type Replaced = {
  readonly relationship: Relationship
  /** In the order of the form; none where the record is not used. */
  readonly changes: readonly Change[]
  /** Somebody has to look before these are given up. */
  readonly lost: readonly LostStatus[]
  /** The statuses that are cleared, by name. */
  readonly leftOpen: LeftOpen
}

/** The active status of the same name on a board, of several the one with the lowest id; null where there is none. */
function namesakeOn(boardId: number, status: ChosenRecord, records: FindRecords): KnownRecord | null {
  const { byId, byName } = records('statuses')
  const name = fold(byId.get(status.id)?.name ?? status.name)
  const namesakes = byName.get(name)?.filter(({ board, offered }) => offered && board?.id === boardId) ?? []
  return namesakes.toSorted((one, other) => one.id - other.id)[0] ?? null
}

/** Statuses belong to a board, so those of a replaced board go along by name; null for one that has no namesake there. */
function statusDecisions(relationship: Relationship, replacement: Replacement): Decision[] {
  const { record, withId, records } = replacement
  if (record.collection !== 'boards') return []
  const landsThere = landingBoard(relationship)?.id === record.id
  const boardOf = ({ id, boardId }: ChosenRecord) => boardId ?? records('statuses').byId.get(id)?.board?.id
  return chosenRecords(relationship)
    .filter(({ collection }) => collection === 'statuses')
    .filter((status) =>
      status.field === 'status' ? landsThere && boardOf(status) !== withId : boardOf(status) === record.id,
    )
    .map((status) => ({
      field: status.field,
      collection: 'statuses',
      chosen: namesakeOn(withId, status, records),
    }))
}

function whyLost(status: string, { withId, records }: Replacement): string {
  const { complete, unreadBoards } = records('statuses')
  const isRead = complete && !unreadBoards.has(withId)
  const board = records('boards').byId.get(withId)?.name || `#${withId}`
  return noNamesakeWords(isRead ? 'missing' : 'unread', status, board)
}

const isLost = ({ chosen }: Decision): boolean => chosen === null

/** A filter that lost its last status would let everything through, so it keeps what it has and sends less. */
function withoutEmptyFilter(relationship: Relationship, statuses: readonly Decision[]): readonly Decision[] {
  const filter = (field: string): boolean => field !== 'status'
  const all = chosenRecords(relationship).filter(
    ({ collection, field }) => collection === 'statuses' && filter(field),
  )
  const lost = statuses.filter((each) => filter(each.field) && isLost(each))
  return lost.length < all.length ? statuses : statuses.filter((each) => !lost.includes(each))
}

/** The relationship with the record replaced wherever it is used. No list holds a record twice afterwards. */
export function replaceRecord(relationship: Relationship, replacement: Replacement): Replaced {
  const { record, withId, records } = replacement
  const uses = usesOf(relationship, record).map(
    ({ field, collection }): Decision => ({ field, collection, chosen: { id: withId } }),
  )
  if (uses.length === 0 || withId === record.id) return { relationship, changes: [], lost: [], leftOpen: [] }
  const statuses = statusDecisions(relationship, replacement)
  const decided = [...uses, ...withoutEmptyFilter(relationship, statuses)]
  const replaced = rebindRelationship(relationship, decided, records)
  const cleared = new Set(decided.filter(isLost).map(({ field }) => field))
  const without = new Set(statuses.filter(isLost).map(({ field }) => field))
  const lost = chosenRecords(relationship)
    .filter(({ field }) => without.has(field))
    .map(({ field, name }) => ({ field, name, isKept: !cleared.has(field), why: whyLost(name, replacement) }))
  return {
    relationship: replaced,
    changes: diffRelationships(relationship, replaced),
    lost,
    leftOpen: lost.filter(({ isKept }) => !isKept).map(({ field, name }) => ({ field, name })),
  }
}
