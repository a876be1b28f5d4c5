// Stores what a file carries beside its relationships, or without any: keys, reference data and samples.
import { ok, type Result } from '../../../shared/result.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { BundleContent, BundledSample } from '../../files/packBundle.ts'
import type { UndoStep } from '../undoSteps.ts'
import type { StoredConnection } from '../../store/connectionStore.ts'
import type { AppServices } from '../services.ts'
import type { ImportStore } from './importStore.ts'
import {
  isStillToCome,
  type ListPlace,
  listPlaces,
  mayStore,
  newestOf,
  type Organisation,
} from './listsHere.ts'

/** What came along with the relationships, in numbers. */
export type CarriedCounts = { references: number; samples: number; keys: number }

type Parts = Pick<AppServices, 'connections' | 'relationships' | 'snapshots' | 'samples'> & {
  undo: UndoStep[]
}

const fittingConnection = (
  { connections }: Parts,
  organisation: Organisation,
): StoredConnection | undefined =>
  connections.list().find((connection) => sameOrganisation(connection, organisation))

/** Stores a snapshot for one API unless a newer one of the same organisation is there, or one that was read from it. */
async function storeLists(
  { snapshots, undo }: Parts,
  place: ListPlace,
  carried: readonly Snapshot[],
  replaceLists: boolean,
): Promise<Result<boolean>> {
  const { target, organisation } = place
  const newest = newestOf(
    organisation,
    carried.filter(({ fetchedAt }) => !isStillToCome(fetchedAt)),
  )
  if (!newest) return ok(false)
  if (!(await mayStore(snapshots, place, newest, replaceLists))) return ok(false)
  const before = await snapshots.load(target)
  const notesBefore = await snapshots.notes(target)
  // What came in a file was not read from this ConnectWise: the next refresh reads it anew.
  const saved = await snapshots.save(target, newest, { cameInFile: true })
  if (!saved.ok) return saved
  undo.push({
    run: () => (before ? snapshots.save(target, before, notesBefore) : snapshots.remove(target)),
  })
  return ok(true)
}

/** Keeps a sample unless the same one is kept already; one whose connection is not here is passed over. */
async function storeSample(
  parts: Parts,
  { name, connection, tickets }: BundledSample,
  otherwise: string | undefined,
): Promise<Result<boolean>> {
  const { samples, undo } = parts
  const connectionId = connection ? fittingConnection(parts, connection)?.id : otherwise
  if (connectionId === undefined) return ok(false)
  const twins = (await samples.list()).filter(
    (kept) =>
      kept.connectionId === connectionId &&
      kept.name === name &&
      kept.flow === tickets.flow &&
      kept.rows === tickets.tickets.length,
  )
  for (const { id } of twins) {
    const known = await samples.load(id)
    if (known.ok && JSON.stringify(known.value.tickets) === JSON.stringify(tickets.tickets)) return ok(false)
  }
  const kept = await samples.keep({ name, connectionId }, tickets)
  if (!kept.ok) return kept
  undo.push({ run: () => samples.remove(kept.value.id) })
  return ok(true)
}

/**
 * Keys go to connections of the same site and company that have none, snapshots where none or an older one is, samples
 * where they are not kept yet. A relationship that is the same already, or was not taken, may use newer lists too;
 * lists that come alone are for every relationship here.
 */
export async function storeCarried(
  parts: Parts,
  saveKey: ImportStore['saveKey'],
  { relationships, snapshots, samples, credentials }: BundleContent,
  newIds: ReadonlyMap<string, string>,
  replaceLists: boolean,
): Promise<Result<CarriedCounts>> {
  const here =
    relationships.length === 0
      ? parts.relationships.list().map(({ id }) => id)
      : relationships.map(({ id }) => newIds.get(id) ?? id)
  const ownConnection = here.map((id) => parts.relationships.get(id)).find((stored) => stored.ok)?.value
    .latest.draft.connectionId
  const taken = new Set(here)
  const places = listPlaces(parts).filter(
    ({ target: { overrideOf } }) => overrideOf === null || taken.has(overrideOf),
  )
  type Step = [kind: keyof CarriedCounts, run: () => Promise<Result<boolean>>]
  const steps: Step[] = [
    ...(credentials?.connections ?? []).map((keys): Step => {
      const connection = fittingConnection(parts, keys)
      return ['keys', async () => (connection ? saveKey(connection, keys) : ok(false))]
    }),
    ...places.map((place): Step => ['references', () => storeLists(parts, place, snapshots, replaceLists)]),
    ...samples.map((sample): Step => ['samples', () => storeSample(parts, sample, ownConnection)]),
  ]
  const counts: CarriedCounts = { references: 0, samples: 0, keys: 0 }
  for (const [kind, run] of steps) {
    const done = await run()
    if (!done.ok) return done
    if (done.value) counts[kind] += 1
  }
  return ok(counts)
}
