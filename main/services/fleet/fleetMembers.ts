// Whose ids mean one ConnectWise: the relationships that a replacement there may touch, and what it has to find.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import { type FindRecords, indexRecords } from '../../../shared/files/recordIndex.ts'
import type { RecordKey } from '../../../shared/fleet/recordKey.ts'
import { belongsTo } from '../../../shared/fleet/whereUsed.ts'
import { collectionWords } from '../../../shared/reference/collectionNames.ts'
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import { draftOf } from '../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { createGiveWay } from '../../background/giveWay.ts'
import type { StoredRelationship } from '../../store/relationshipStore.ts'
import { latestEffective, resolveTarget } from '../apiTargets.ts'
import type { AppServices } from '../services.ts'

export type ReplacementOrder = { target: ApiTarget; record: RecordKey; withId: number }
export type FleetMember = { stored: StoredRelationship; relationship: Relationship }

/** The relationships of a connection whose ids mean the target's ConnectWise: an override elsewhere is another one. */
export async function fleetMembers(parts: AppServices, target: ApiTarget): Promise<Result<FleetMember[]>> {
  const { connections, relationships } = parts
  const resolved = resolveTarget(parts, target)
  if (!resolved.ok) return resolved
  const stored = await relationships.listInTurns(createGiveWay())
  const known = connections.byId()
  return ok(
    stored
      .filter(({ latest }) => latest.draft.connectionId === target.connectionId)
      .map((each) => ({ stored: each, relationship: latestEffective(known, each) }))
      .filter(({ relationship }) => belongsTo(relationship, resolved.value.connection)),
  )
}

/** The records of the list, where the one to put in place is among them. */
export async function replacementRecords(
  { snapshots }: AppServices,
  { target, record, withId }: ReplacementOrder,
): Promise<Result<FindRecords>> {
  const snapshot = await snapshots.load(target)
  const records = await indexRecords(snapshot, createGiveWay(), record.collection)
  return records(record.collection).byId.has(withId)
    ? ok(records)
    : fail(
        'unknown-item',
        `The lists of this connection hold no ${collectionWords[record.collection].record} with the id ${withId}.`,
        { next: 'Refresh the reference data, then choose again.' },
      )
}

/** The draft of a member as it would be saved; what hangs on a closed switch stays in it. */
export function draftAfter({ stored }: FleetMember, relationship: Relationship): RelationshipDraft {
  const { draft } = stored.latest
  return { ...draft, settings: draftOf(relationship, draft.connectionId, draft.settings).settings }
}

/** Those with a draft that nobody saved: what is replaced are saved revisions. */
export const unsavedIds = async ({ drafts }: AppServices): Promise<ReadonlySet<string>> =>
  new Set((await drafts.list()).map(({ id }) => id))
