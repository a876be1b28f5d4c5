// What the stores know of a relationship that a handover sheet tells: its reference data, its keys' state, samples to preview.
import { overrideFacts } from '../../shared/findings/appFacts.ts'
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import { indexReference } from '../../shared/reference/lookup.ts'
import type { AppServices } from './services.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { overrideKey, latestEffective, targetOf } from './apiTargets.ts'
import { flowsOf, libraryForSheet, type NamedSample } from '../files/handoverSheet.ts'

/** Everything `handoverOf` needs beside the permissions and the time. The newest kept sample of each flow goes before the library. */
export async function storedFacts(parts: AppServices, stored: StoredRelationship) {
  const { draft } = stored.latest
  const { connections, snapshots, vault, samples } = parts
  const { connectionId, apiOverride } = draft
  const relationship = latestEffective(connections, stored)
  const snapshot = await snapshots.load(targetOf(stored))
  const reference = snapshot && indexReference(snapshot)
  const keyState = apiOverride.enabled ? await vault.state(overrideKey(stored)) : 'needed'
  const kept = (await samples.list()).filter((sample) => sample.connectionId === connectionId)
  const sampleFor = async (flow: Flow): Promise<NamedSample> => {
    const newest = kept.find((sample) => sample.flow === flow)
    const loaded = newest && (await samples.load(newest.id))
    return newest && loaded?.ok
      ? { name: `“${newest.name}”`, tickets: loaded.value }
      : libraryForSheet(flow, relationship, reference)
  }
  return {
    relationship,
    reference,
    samples: await Promise.all(flowsOf(relationship).map(sampleFor)),
    app: overrideFacts(apiOverride, connections.get(connectionId), keyState),
    goLive: {
      state: parts.goLive.get(stored.id),
      tested: parts.keysTested.testOf(stored),
      draft,
      credentials: apiOverride.enabled ? apiOverride : connections.get(connectionId),
      keyId: apiOverride.enabled ? stored.latest.keyId : connections.get(connectionId)?.keyId,
    },
  }
}
