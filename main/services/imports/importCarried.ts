// Stores what a file carries beside its relationships, or without any: keys, reference data and samples.
import { ok, type Result } from '../../../shared/result.ts'
import type { AppServices } from '../services.ts'
import type { ImportStore } from './importStore.ts'
import type { BundleContent } from '../../files/packBundle.ts'

/** What came along with the relationships, in numbers. */
export type CarriedCounts = { references: number; samples: number; keys: number }

/**
 * Keys go to connections of the same site and company that have none, snapshots where none or an older one is, samples
 * where they are not kept yet. A relationship that is the same already, or was not taken, may use newer lists too;
 * lists that come alone are for every relationship here.
 */
export async function storeCarried(
  { connections, relationships }: Pick<AppServices, 'connections' | 'relationships'>,
  store: ImportStore,
  { relationships: carried, snapshots, samples, credentials }: BundleContent,
  newIds: ReadonlyMap<string, string>,
  replaceLists: boolean,
): Promise<Result<CarriedCounts>> {
  const counts: CarriedCounts = { references: 0, samples: 0, keys: 0 }
  const add = (kind: keyof CarriedCounts, result: Result<boolean>): Result<boolean> => {
    if (result.ok && result.value) counts[kind] += 1
    return result
  }
  const here =
    carried.length === 0
      ? relationships.list().map(({ id }) => id)
      : carried.map(({ id }) => newIds.get(id) ?? id)
  const own = here.flatMap((id) => {
    const relationship = relationships.get(id)
    return relationship.ok ? [{ id, draft: relationship.value.latest.draft }] : []
  })
  const steps: (() => Promise<Result<boolean>>)[] = [
    ...(credentials?.connections ?? []).map((keys) => async () => {
      const connection = store.fittingConnection(keys)
      return add('keys', connection ? await store.saveKey(connection, keys) : ok(false))
    }),
    ...connections.list().map((connection) => async () => {
      const target = { connectionId: connection.id, overrideOf: null }
      return add('references', await store.snapshotFor(target, connection, snapshots, replaceLists))
    }),
    ...own
      .filter(({ draft }) => draft.apiOverride.enabled)
      .map(({ id, draft: { connectionId, apiOverride } }) => async () => {
        const target = { connectionId, overrideOf: id }
        return add('references', await store.snapshotFor(target, apiOverride, snapshots, replaceLists))
      }),
    ...samples.map(
      (sample) => async () => add('samples', await store.sample(sample, own[0]?.draft.connectionId)),
    ),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  return ok(counts)
}
