// Replaces one record by another of its kind in a relationship: every setting that points at it, and what hangs on it.
import { applyMatches, type Decision } from '../files/match/rebind.ts'
import type { FindRecords, KnownRecord } from '../files/records.ts'
import { type Chosen, chosenRecords, landingBoard } from '../findings/chosen.ts'
import { fold } from '../text/fold.ts'
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

export type Replaced = {
  readonly relationship: Relationship
  /** In the order of the form; none where the record is not used. */
  readonly changes: readonly Change[]
  /** The status had no namesake on the new board and is not chosen any more. */
  readonly statusCleared: boolean
}

/** The active status of the same name on a board; null where there is none. */
function namesakeOn(boardId: number, status: Chosen, records: FindRecords): KnownRecord | null {
  const { byId, byName } = records('statuses')
  const name = fold(byId.get(status.id)?.name ?? status.name)
  return byName.get(name)?.find(({ board, offered }) => offered && board?.id === boardId) ?? null
}

/** Statuses belong to a board, so those of a replaced board go along by name. */
function statusDecisions(relationship: Relationship, replacement: Replacement): Decision[] {
  const { record, withId, records } = replacement
  if (record.collection !== 'boards') return []
  const landsThere = landingBoard(relationship)?.id === record.id
  const boardOf = ({ id, boardId }: Chosen) => boardId ?? records('statuses').byId.get(id)?.board?.id
  return chosenRecords(relationship)
    .filter(({ collection }) => collection === 'statuses')
    .flatMap((status): Decision[] => {
      const isLanding = status.field === 'status'
      const moves = isLanding ? landsThere && boardOf(status) !== withId : boardOf(status) === record.id
      if (!moves) return []
      const chosen = namesakeOn(withId, status, records)
      // A filter that lost its status would let everything through, so it keeps the old one and sends less.
      return isLanding || chosen ? [{ field: status.field, collection: 'statuses', chosen }] : []
    })
}

/** The relationship with the record replaced wherever it is used. No list holds a record twice afterwards. */
export function replaceRecord(relationship: Relationship, replacement: Replacement): Replaced {
  const { record, withId, records } = replacement
  const uses = usesOf(relationship, record).map(
    ({ field, collection }): Decision => ({ field, collection, chosen: { id: withId } }),
  )
  if (uses.length === 0 || withId === record.id) return { relationship, changes: [], statusCleared: false }
  const statuses = statusDecisions(relationship, replacement)
  const replaced = applyMatches(relationship, [...uses, ...statuses], records)
  return {
    relationship: replaced,
    changes: diffRelationships(relationship, replaced),
    statusCleared: relationship.settings.status !== null && replaced.settings.status === null,
  }
}
