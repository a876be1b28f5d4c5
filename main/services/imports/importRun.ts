// What an import does with a file that was read: plans it relationship by relationship, and stores what was chosen.
import type { ImportDecision, ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { createGiveWay } from '../../background/giveWay.ts'
import type { BundleContent } from '../../files/packBundle.ts'
import { connectionGone } from '../apiTargets.ts'
import { undoAll, type UndoStep } from '../undoSteps.ts'
import { storeCarried } from './importCarried.ts'
import { byName, createPlan } from './importPlan.ts'
import type { ImportStores } from './importConnection.ts'
import { createImportStore } from './importStore.ts'
import { replacedBy } from './listsHere.ts'

/** What a person decided: for each relationship, and whether lists that were read here may be replaced. */
export type Decided = { decisions: readonly ImportDecision[]; replaceLists: boolean }
/** What was read of a file, or of several exports; each relationship has the name of its file, by its id. */
export type PendingImport = BundleContent & { fileNames: ReadonlyMap<string, string> }

/** What is stored, and the steps that take it back. */
type StoredImport = { output: Output<'files:applyImport'>; steps: readonly UndoStep[] }

const byDefault = { connectionId: null, mode: null, choices: [] }

/** The lists that come along, and what they would replace. */
export const carriedReferences = (parts: ImportStores, carried: readonly Snapshot[]) =>
  Promise.all(
    carried.map(async (snapshot) => ({
      name: snapshot.connection.name,
      fetchedAt: snapshot.fetchedAt,
      replaces: await replacedBy(parts, snapshot),
    })),
  )

/** Plans and stores imports over the stores. */
export function createImportRun(parts: ImportStores) {
  const plan = createPlan(parts)

  const planned = async (
    { relationships, snapshots }: PendingImport,
    decisions: readonly ImportDecision[],
    stored = byName(parts.relationships.list()),
  ): Promise<Result<ImportEntry[]>> => {
    const decided = new Map(decisions.map((decision) => [decision.id, decision]))
    const missing = decisions.find(({ connectionId: id }) => id !== null && !parts.connections.get(id))
    if (missing) return connectionGone
    const entries: ImportEntry[] = []
    const giveWay = createGiveWay()
    const beside = { carried: snapshots, stored }
    for (const relationship of relationships) {
      await giveWay()
      const { entry } = await plan(relationship, decided.get(relationship.id) ?? byDefault, beside)
      entries.push(entry)
    }
    return ok(entries)
  }

  /** Stores the chosen ones one by one; what was stored before one fails is taken back. */
  const store = async (
    file: PendingImport,
    ids: readonly string[],
    { decisions, replaceLists }: Decided,
  ): Promise<Result<StoredImport>> => {
    const decided = new Map(decisions.map((decision) => [decision.id, decision]))
    const wanted = new Set(ids)
    const steps: UndoStep[] = []
    const into = createImportStore(parts, steps, file.credentials)
    const stored: string[] = []
    const newIds = new Map<string, string>()
    const giveWay = createGiveWay()
    // Namesakes are for the review.
    const beside = { carried: file.snapshots, stored: byName([]) }
    for (const relationship of file.relationships.filter(({ id }) => wanted.has(id))) {
      await giveWay()
      // Compared again: an earlier one may have brought the connection, and the store may have moved on.
      const each = await plan(relationship, decided.get(relationship.id) ?? byDefault, beside)
      if (each.entry.state === 'same') continue
      const result = await into.relationship(each, file.fileNames.get(relationship.id) ?? '')
      if (!result.ok) {
        await undoAll(steps)
        return result
      }
      stored.push(relationship.id)
      if (result.value !== relationship.id) newIds.set(relationship.id, result.value)
    }
    const carried = await storeCarried({ ...parts, undo: steps }, into.saveKey, file, newIds, replaceLists)
    if (!carried.ok) {
      await undoAll(steps)
      return carried
    }
    const output = { stored, newIds: Object.fromEntries(newIds), carried: carried.value }
    return ok({ output, steps })
  }

  return { planned, store }
}
