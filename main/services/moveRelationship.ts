// Moves a relationship to another connection: what each of its records would be there, and one revision that says so.
import { type RecordMatch, matchReferences, openIn } from '../../shared/files/match/matchRecords.ts'
import { rebindDraft } from '../../shared/files/match/rebind.ts'
import { type FindRecords, indexRecords } from '../../shared/files/recordIndex.ts'
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createGiveWay } from '../background/giveWay.ts'
import type { Stores } from '../store/stores.ts'
import type { StoredConnection } from '../store/connectionStore.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { connectionGone } from './apiTargets.ts'

type Planned = {
  stored: StoredRelationship
  connection: StoredConnection
  matches: RecordMatch[]
  records: FindRecords
  listsAsOf: string | null
}

/** What the move would do; nothing is stored. Errors: `unknown-item`. */
async function plan(
  { connections, relationships, snapshots }: Stores,
  { id, connectionId, choices }: Input<'relationships:planMove'>,
): Promise<Result<Planned>> {
  const stored = relationships.get(id)
  if (!stored.ok) return stored
  const connection = connections.get(connectionId)
  if (!connection) return connectionGone
  const { draft } = stored.value.latest
  const overridden = draft.apiOverride.enabled
  const snapshot = await snapshots.load({ connectionId, overrideOf: overridden ? id : null })
  const here = overridden ? draft.apiOverride : connection
  const fitting = snapshot && sameOrganisation(snapshot.connection, here) ? snapshot : null
  const records = await indexRecords(fitting, createGiveWay())
  const before = connections.get(draft.connectionId)
  const matches = matchReferences({
    draft,
    records,
    // An override keeps its own ConnectWise, whatever the connection.
    sameOrganisation: overridden || (before !== undefined && sameOrganisation(before, connection)),
    choices: new Map(choices.map((choice) => [choice.field, choice.id])),
  })
  return ok({ stored: stored.value, connection, matches, records, listsAsOf: fitting?.fetchedAt ?? null })
}

/** The match table of a move. Errors: `unknown-item`. */
export async function planMove(
  stores: Stores,
  input: Input<'relationships:planMove'>,
): Promise<Result<Output<'relationships:planMove'>>> {
  const planned = await plan(stores, input)
  if (!planned.ok) return planned
  const { matches, listsAsOf } = planned.value
  return ok({ matches, listsAsOf })
}

/** Stores the move as one revision; the override's key stays its own. Errors: `unknown-item`, `conflict`, `write-failed`. */
export async function moveRelationship(
  stores: Stores,
  { baseRevision, ...input }: Input<'relationships:move'>,
): Promise<Result<StoredRelationship>> {
  const planned = await plan(stores, input)
  if (!planned.ok) return planned
  const { stored, connection, matches, records } = planned.value
  return stores.relationships.save({
    id: stored.id,
    draft: { ...rebindDraft(stored.latest.draft, matches, records), connectionId: connection.id },
    baseRevision,
    note: `Moved to ${connection.name}`,
    leftOpen: openIn(matches),
  })
}
