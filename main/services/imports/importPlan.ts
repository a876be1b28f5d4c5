// What one relationship of a file would become here: its connection, its references there, and what differs from what is stored.
import { matchReferences } from '../../../shared/files/match/matchRecords.ts'
import { applyMatches } from '../../../shared/files/match/rebind.ts'
import { type FindRecords, recordsOf } from '../../../shared/files/records.ts'
import { chosenRecords } from '../../../shared/findings/chosen.ts'
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { ImportDecision, ImportEntry } from '../../../shared/ipc/fileCalls.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { diffRelationships } from '../../../shared/relationship/diffRelationships.ts'
import { draftOf, effective } from '../../../shared/relationship/effective.ts'
import { withLocks } from '../../../shared/relationship/policy.ts'
import type { ConnectionRef, Relationship } from '../../../shared/relationship/relationship.ts'
import type { Parts } from '../../boot/services.ts'
import type { StoredConnection } from '../../store/connectionStore.ts'
import type { StoredRelationship } from '../../store/relationshipStore.ts'
import { connectionRefOf, refOf } from '../targets.ts'

export type Planned = {
  entry: ImportEntry
  /** The relationship with its references re-bound, as it would be stored. */
  rebound: Relationship
  stored: StoredRelationship | undefined
}

type Organisation = Pick<ConnectionRef, 'site' | 'companyId'>

const unread = recordsOf(null)

/** Plans imports over the stores; nothing is stored. `carried` are the snapshots that came with the file. */
export function createPlan({
  connections,
  relationships,
  snapshots,
  policy: { policy },
}: Pick<Parts, 'connections' | 'relationships' | 'snapshots' | 'policy'>) {
  const indexed = new WeakMap<Snapshot, FindRecords>()
  const recordsIn = (snapshot: Snapshot): FindRecords => {
    const records = indexed.get(snapshot) ?? recordsOf(snapshot)
    indexed.set(snapshot, records)
    return records
  }
  const storedOf = (id: string): StoredRelationship | undefined => {
    const stored = relationships.get(id)
    return stored.ok ? stored.value : undefined
  }
  /** The named one; else the one its stored self uses, so that importing again moves nothing; else by site and company, of several by name. */
  const connectionFor = (
    { connection }: Relationship,
    stored: StoredRelationship | undefined,
    named: string | null,
  ): StoredConnection | undefined => {
    if (named !== null) return connections.get(named)
    const used = stored && connections.get(stored.latest.draft.connectionId)
    const fitting = connections.list().filter((each) => sameOrganisation(each, connection))
    return used ?? fitting.find(({ name }) => name === connection.name) ?? fitting[0]
  }
  /** The newest reference data of an organisation, stored for the target or carried by the file. */
  const snapshotOf = async (
    organisation: Organisation,
    target: { connectionId: string | null; overrideOf: string | null },
    carried: readonly Snapshot[],
  ): Promise<Snapshot | null> => {
    const { connectionId, overrideOf } = target
    const kept = connectionId === null ? null : await snapshots.load({ connectionId, overrideOf })
    const fitting = [...carried, ...(kept ? [kept] : [])].filter(({ connection }) =>
      sameOrganisation(connection, organisation),
    )
    return (
      fitting.toSorted((one, other) => Date.parse(other.fetchedAt) - Date.parse(one.fetchedAt))[0] ?? null
    )
  }

  return async (
    relationship: Relationship,
    { connectionId: named, choices }: Pick<ImportDecision, 'connectionId' | 'choices'>,
    carried: readonly Snapshot[] = [],
  ): Promise<Planned> => {
    const stored = storedOf(relationship.id)
    const connection = connectionFor(relationship, stored, named)
    const ref = connection ? refOf(connection) : relationship.connection
    const { apiOverride } = relationship
    const snapshot = await snapshotOf(
      apiOverride ?? ref,
      { connectionId: connection?.id ?? null, overrideOf: apiOverride ? relationship.id : null },
      carried,
    )
    const records = snapshot ? recordsIn(snapshot) : unread
    const matches = matchReferences({
      relationship,
      records,
      // An override brings its own organisation along, whatever the connection.
      sameOrganisation: apiOverride !== null || sameOrganisation(ref, relationship.connection),
      choices: new Map(choices.map(({ field, id }) => [field, id])),
      inUse: new Map(
        stored && stored.latest.draft.connectionId === connection?.id
          ? chosenRecords(effectiveOf(stored)).map(({ field, id }) => [field, id])
          : [],
      ),
    })
    const matched = { ...applyMatches(relationship, matches, records), connection: ref }
    // What the administrator locked is compared as it would be stored.
    const rebound = effective(matched.id, withLocks(draftOf(matched, ''), policy.locked), ref)
    const changes = stored ? diffRelationships(effectiveOf(stored), rebound) : []
    return {
      entry: {
        relationship,
        state: stored ? (changes.length === 0 ? 'same' : 'differs') : 'new',
        changes,
        connectionId: connection?.id ?? null,
        matches,
        listsAsOf: snapshot?.fetchedAt ?? null,
      },
      rebound,
      stored,
    }
  }

  function effectiveOf({ id, latest: { draft } }: StoredRelationship): Relationship {
    return effective(id, draft, connectionRefOf(connections, draft.connectionId))
  }
}
