// What one relationship of a file would become here: its connection, its references there, and what differs from what is stored.
import { matchReferences } from '../../../shared/files/match/matchRecords.ts'
import { rebindRelationship } from '../../../shared/files/match/rebind.ts'
import { type FindRecords, indexRecords, recordsOf } from '../../../shared/files/recordIndex.ts'
import { chosenRecords } from '../../../shared/relationship/chosenRecords.ts'
import { fold } from '../../../shared/text/fold.ts'
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { ImportDecision, ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { diffRelationships } from '../../../shared/relationship/diffRelationships.ts'
import { draftOf, effective } from '../../../shared/relationship/effective.ts'
import { withLocks } from '../../../shared/relationship/policy.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { connectionRefOf } from '../../../shared/connection/connectionRef.ts'
import type { AppServices } from '../services.ts'
import { createGiveWay } from '../../background/giveWay.ts'
import type { Connections, StoredConnection } from '../../store/connectionStore.ts'
import type { StoredRelationship } from '../../store/relationshipStore.ts'
import { storedConnectionRef, latestEffective } from '../apiTargets.ts'
import { newestOf } from './listsHere.ts'

export type Planned = {
  entry: ImportEntry
  /** The relationship with its references re-bound, as it would be stored. */
  rebound: Relationship
  stored: StoredRelationship | undefined
  /** Gets an id of its own, linked to the one of the file. */
  asNew: boolean
}

/** What is stored, by folded name: made once for many entries, each of which may have namesakes. */
export type ByName = ReadonlyMap<string, readonly StoredRelationship[]>

export const byName = (stored: readonly StoredRelationship[]): ByName =>
  Map.groupBy(stored, ({ latest }) => fold(latest.draft.contractName))

/** What came with the file, and what is here beside it. */
type Beside = { carried: readonly Snapshot[]; stored: ByName }

const unread = recordsOf(null)

/** Of several connections to the file's site and company: the one that its stored self uses, else one by name. */
function fittingFor(
  connections: Connections,
  { connection }: Relationship,
  used: StoredConnection | undefined,
): StoredConnection | undefined {
  const fitting = connections.list().filter((each) => sameOrganisation(each, connection))
  const own = fitting.find(({ id }) => id === used?.id)
  return own ?? fitting.find(({ name }) => name === connection.name) ?? fitting[0]
}

/** Another relationship of the same name, of the same connection first. */
function namesakeOf(
  { contractName }: Relationship,
  stored: ByName,
  own: ReadonlySet<string>,
  connectionId: string | undefined,
): StoredRelationship | undefined {
  const twins = (stored.get(fold(contractName)) ?? []).filter(({ id }) => !own.has(id))
  return twins.find(({ latest }) => latest.draft.connectionId === connectionId) ?? twins[0]
}

/** Plans imports over the stores; nothing is stored. */
export function createPlan({
  connections,
  relationships,
  origins,
  snapshots,
  policy: { policy },
}: Pick<AppServices, 'connections' | 'relationships' | 'origins' | 'snapshots' | 'policy'>) {
  const indexed = new WeakMap<Snapshot, FindRecords>()
  const recordsIn = async (snapshot: Snapshot): Promise<FindRecords> => {
    const records = indexed.get(snapshot) ?? (await indexRecords(snapshot, createGiveWay()))
    indexed.set(snapshot, records)
    return records
  }
  const storedOf = (id: string): StoredRelationship | undefined => {
    const stored = relationships.get(id)
    return stored.ok ? stored.value : undefined
  }
  const usedBy = (stored: StoredRelationship | undefined): StoredConnection | undefined =>
    stored && connections.get(stored.latest.draft.connectionId)

  const planInto = async (
    relationship: Relationship,
    connection: StoredConnection | undefined,
    { choices, mode }: Pick<ImportDecision, 'choices' | 'mode'>,
    beside: Beside,
  ): Promise<Planned> => {
    const original = storedOf(relationship.id)
    const used = usedBy(original)
    const isElsewhere = used !== undefined && used.id !== connection?.id
    const asNew = isElsewhere && mode !== 'replace'
    const twins = origins.twinsOf(relationship.id).flatMap((id) => storedOf(id) ?? [])
    const stored = asNew ? twins.find(({ latest }) => latest.draft.connectionId === connection?.id) : original
    const ref = connection ? connectionRefOf(connection) : relationship.connection
    const { apiOverride } = relationship
    const overrideOf = apiOverride ? (stored?.id ?? relationship.id) : null
    const kept = connection && (await snapshots.load({ connectionId: connection.id, overrideOf }))
    const snapshot = newestOf(apiOverride ?? ref, kept ? [...beside.carried, kept] : beside.carried)
    const records = snapshot ? await recordsIn(snapshot) : unread
    const matches = matchReferences({
      draft: draftOf(relationship, ''),
      records,
      // An override brings its own organisation along, whatever the connection.
      sameOrganisation: apiOverride !== null || sameOrganisation(ref, relationship.connection),
      choices: new Map(choices.map(({ field, id }) => [field, id])),
      inUse: new Map(
        stored && stored.latest.draft.connectionId === connection?.id
          ? chosenRecords(latestEffective(connections, stored)).map(({ field, id }) => [field, id])
          : [],
      ),
    })
    const matched = { ...rebindRelationship(relationship, matches, records), connection: ref }
    // What the administrator locked is compared as it would be stored.
    const rebound = effective(matched.id, withLocks(draftOf(matched, ''), policy.locked), ref)
    const own = new Set([relationship.id, ...twins.map(({ id }) => id)])
    const namesake = namesakeOf(relationship, beside.stored, own, connection?.id)
    const changes = stored ? diffRelationships(latestEffective(connections, stored), rebound) : []
    return {
      entry: {
        relationship,
        state: stored ? (changes.length === 0 ? 'same' : 'differs') : 'new',
        changes,
        elsewhere: isElsewhere ? { connectionName: used.name } : null,
        mode: asNew ? 'new' : 'replace',
        namesake: namesake
          ? {
              id: namesake.id,
              connectionName: storedConnectionRef(connections, namesake.latest.draft.connectionId).name,
            }
          : null,
        connectionId: connection?.id ?? null,
        matches,
        listsAsOf: snapshot?.fetchedAt ?? null,
      },
      rebound: stored ? { ...rebound, id: stored.id } : rebound,
      stored,
      asNew,
    }
  }

  return async (
    relationship: Relationship,
    decision: Pick<ImportDecision, 'connectionId' | 'choices' | 'mode'>,
    beside: Beside,
  ): Promise<Planned> => {
    if (decision.connectionId !== null)
      return planInto(relationship, connections.get(decision.connectionId), decision, beside)
    const used = usedBy(storedOf(relationship.id))
    const fitting = fittingFor(connections, relationship, used)
    if (!used || used.id === fitting?.id) return planInto(relationship, fitting, decision, beside)
    // What was promoted into another connection and is the same there is here already: importing again moves nothing.
    const there = await planInto(relationship, used, decision, beside)
    return !fitting || there.entry.state === 'same'
      ? there
      : planInto(relationship, fitting, decision, beside)
  }
}
