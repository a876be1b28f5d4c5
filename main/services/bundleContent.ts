// Gathers what a field bundle carries: chosen relationships, their reference data, kept samples and, only if asked for, keys.
import type { BundleCredentials } from '../../shared/files/bundle.ts'
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import { demoConnectionId } from './demo/demoOrganisation.ts'
import type { Stores } from '../store/stores.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { connectionKey, storedConnectionRef, overrideKey, latestEffective } from './apiTargets.ts'
import type { BundleContent } from '../files/packBundle.ts'

type Wanted = { samples: boolean; credentials: boolean }
/** Each once, in the order of the relationships. */
const connectionIds = (chosen: readonly StoredRelationship[]): string[] => [
  ...new Set(chosen.map(({ latest }) => latest.draft.connectionId)),
]

async function credentialsOf(
  { connections, vault }: Stores,
  chosen: readonly StoredRelationship[],
): Promise<BundleCredentials> {
  const ofConnections: BundleCredentials['connections'] = []
  for (const id of connectionIds(chosen)) {
    const connection = id === demoConnectionId ? undefined : connections.get(id)
    const privateKey = connection && (await vault.read(connectionKey(connection)))
    if (!connection || privateKey === undefined) continue
    const { site, companyId, publicKey, clientId } = connection
    ofConnections.push({ site, companyId, publicKey, clientId, privateKey })
  }
  const overrides: BundleCredentials['overrides'] = []
  for (const stored of chosen) {
    const { enabled, site, companyId, publicKey, clientId } = stored.latest.draft.apiOverride
    const privateKey = enabled ? await vault.read(overrideKey(stored)) : undefined
    if (privateKey === undefined) continue
    overrides.push({ relationship: stored.id, site, companyId, publicKey, clientId, privateKey })
  }
  return { kind: 'syncwright.credentials', version: 1, connections: ofConnections, overrides }
}

async function snapshotsOf(
  { snapshots }: Stores,
  chosen: readonly StoredRelationship[],
): Promise<Snapshot[]> {
  const targets = [
    ...connectionIds(chosen).map((connectionId) => ({ connectionId, overrideOf: null })),
    ...chosen
      .filter(({ latest }) => latest.draft.apiOverride.enabled)
      .map(({ id, latest }) => ({ connectionId: latest.draft.connectionId, overrideOf: id })),
  ]
  const found: Snapshot[] = []
  for (const target of targets) {
    const snapshot = await snapshots.load(target)
    if (snapshot) found.push(snapshot)
  }
  // Two ways to one organisation: the newer lists are enough.
  const newestFirst = found.toSorted((one, other) => Date.parse(other.fetchedAt) - Date.parse(one.fetchedAt))
  return newestFirst.filter(
    ({ connection }, index) =>
      newestFirst.findIndex((each) => sameOrganisation(each.connection, connection)) === index,
  )
}

async function samplesOf(
  { connections, samples }: Stores,
  chosen: readonly StoredRelationship[],
): Promise<Result<BundleContent['samples']>> {
  const ids = connectionIds(chosen)
  const found: BundleContent['samples'][number][] = []
  for (const { id, name, connectionId } of await samples.list()) {
    if (!ids.includes(connectionId)) continue
    const tickets = await samples.load(id)
    if (!tickets.ok) return tickets
    found.push({ name, connection: storedConnectionRef(connections, connectionId), tickets: tickets.value })
  }
  return ok(found)
}

/** Errors: `file-damaged` when a kept sample cannot be read. */
export async function bundleContent(
  stores: Stores,
  chosen: readonly StoredRelationship[],
  wanted: Wanted,
): Promise<Result<BundleContent>> {
  const samples = wanted.samples ? await samplesOf(stores, chosen) : ok([])
  if (!samples.ok) return samples
  return ok({
    relationships: chosen.map((stored) => latestEffective(stores.connections, stored)),
    snapshots: await snapshotsOf(stores, chosen),
    samples: samples.value,
    credentials: wanted.credentials ? await credentialsOf(stores, chosen) : null,
  })
}
