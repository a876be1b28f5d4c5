// Deleting and bringing back: connections and relationships go into the bin whole; their keys last as long as the notice with `Undo`.
import type { BinItem } from '../../shared/ipc/areas/binCalls.ts'
import { daysInBin } from '../../shared/ipc/daysInBin.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Bin, type BinContent, type BinKey, binKeyOf, type Binned } from '../store/binStore.ts'
import type { Stores } from '../store/stores.ts'
import type { KeyOwner } from '../store/keys/keyOwner.ts'
import { connectionGone } from './apiTargets.ts'

/** How long the key of what was deleted is kept for `Undo`, at most (milliseconds). */
const undoTime = 30_000
const day = 24 * 60 * 60 * 1000

export type Removals = {
  /** `in-use` with the names of the relationships that use it, unless that was seen (`force`). */
  readonly removeConnection: (id: string, force: boolean) => Result<null>
  readonly removeRelationship: (id: string) => Result<null>
  /** `unknown-item`; `conflict` when its id is in use again. */
  readonly bringBack: (key: BinKey) => Result<null>
  readonly deleteForGood: (key: BinKey) => Promise<Result<null>>
  readonly list: () => BinItem[]
  /** Erases the key of what was deleted: nobody can undo it with one click any more. */
  readonly settle: (key: BinKey) => Result<null>
  /** The same for everything, at quit. */
  readonly settleAll: () => void
  /** At the start: what a crash left undone, and what has been in the bin for its time. */
  readonly sweep: () => Promise<void>
}

type Options = Pick<
  Stores,
  'connections' | 'relationships' | 'drafts' | 'snapshots' | 'samples' | 'firstSyncs' | 'vault'
> & {
  readonly bin: Bin
  readonly now: () => Date
}

/** Names for a sentence, the first few of them. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`)
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more`
    : shown.join(', ')
}

const nameOf = ({ kind, id }: BinKey): string => JSON.stringify([kind, id])
const ownerOf = ({ kind, id }: BinKey): Omit<KeyOwner, 'keyId'> => ({
  kind: kind === 'connection' ? 'connection' : 'override',
  id,
})

function describe(
  content: BinContent,
  nameOfConnection: (id: string | undefined) => string,
): Pick<BinItem, 'name' | 'about' | 'connection'> {
  if (content.kind === 'connection')
    return { name: content.connection.name, about: content.connection.site, connection: '' }
  const draft = content.relationship.revisions.at(-1)?.draft
  return {
    name: draft?.contractName ?? '',
    about: draft?.partner ?? '',
    connection: nameOfConnection(draft?.connectionId),
  }
}

/** What else was kept for it: lists, tickets of a first sync, samples, the draft. */
async function forgetBelongings(
  { snapshots, firstSyncs, samples, drafts }: Options,
  key: BinKey,
): Promise<Result<null>> {
  const target =
    key.kind === 'connection'
      ? { connectionId: key.id, overrideOf: null }
      : { connectionId: '', overrideOf: key.id }
  const withoutData = await snapshots.remove(target)
  if (!withoutData.ok) return withoutData
  const withoutTickets = await firstSyncs.removeWhere(
    ({ name, connectionId }) => key.id === (key.kind === 'connection' ? connectionId : name),
  )
  if (!withoutTickets.ok) return withoutTickets
  return key.kind === 'connection'
    ? samples.removeWhere(({ connectionId }) => connectionId === key.id)
    : drafts.forget(key.id)
}

/** The keys of what was deleted: each is erased when its time for `Undo` is over, or before. */
function createErasures(vault: Options['vault']) {
  const waiting = new Map<string, { key: BinKey; timer: NodeJS.Timeout }>()
  const drop = (key: BinKey): void => {
    clearTimeout(waiting.get(nameOf(key))?.timer)
    waiting.delete(nameOf(key))
  }
  const settle = (key: BinKey): Result<null> => {
    const found = waiting.get(nameOf(key))
    if (!found) return ok(null)
    clearTimeout(found.timer)
    const erased = vault.removeAll(ownerOf(key))
    // What could not be erased is erased at the next start.
    if (erased.ok) drop(key)
    return erased
  }
  return {
    isWaiting: (key: BinKey): boolean => waiting.has(nameOf(key)),
    start: (key: BinKey): void => {
      const timer = setTimeout(() => settle(key), undoTime)
      timer.unref()
      waiting.set(nameOf(key), { key, timer })
    },
    drop,
    settle,
    settleAll: () => {
      for (const { key } of waiting.values()) settle(key)
    },
  }
}

/** Deletes over these stores. What is in the bin is found by its file; nothing else looks there. */
export function createRemovals(options: Options): Removals {
  const { connections, relationships, vault, bin, now } = options
  const erasures = createErasures(vault)

  /** Written to the bin first: whenever the computer stops, it is in one of the two places, and the living one counts. */
  const move = (content: BinContent, remove: () => Result<null>): Result<null> => {
    const key = binKeyOf(content)
    const kept = bin.put(content)
    if (!kept.ok) return kept
    const removed = remove()
    if (!removed.ok) {
      bin.remove(key)
      return removed
    }
    erasures.start(key)
    return ok(null)
  }
  const isAlive = ({ kind, id }: BinKey): boolean =>
    kind === 'connection' ? connections.get(id) !== undefined : relationships.get(id).ok

  const discard = async ({ content }: Binned): Promise<Result<null>> => {
    const key = binKeyOf(content)
    // Its record goes last: what could not be deleted is deleted by trying again.
    const withoutKey = vault.removeAll(ownerOf(key))
    if (!withoutKey.ok) return withoutKey
    erasures.drop(key)
    const withoutRest = await forgetBelongings(options, key)
    return withoutRest.ok ? bin.remove(key) : withoutRest
  }
  const daysLeft = (deletedAt: string): number =>
    daysInBin - Math.max(0, Math.floor((now().getTime() - Date.parse(deletedAt)) / day))

  return {
    removeConnection: (id, force) => {
      const connection = connections.get(id)
      if (!connection) return connectionGone
      const users = relationships.list().filter(({ latest }) => latest.draft.connectionId === id)
      if (users.length > 0 && !force) {
        const names = listed(users.map(({ latest }) => latest.draft.contractName))
        return fail('in-use', `“${connection.name}” is used by ${names}. Nothing was deleted.`, {
          next: 'Move them to another connection, or delete it anyway: they stay, without a connection.',
        })
      }
      return move({ kind: 'connection', connection }, () => connections.remove(id))
    },
    removeRelationship: (id) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const { revisions } = stored.value
      return move({ kind: 'relationship', relationship: { id, revisions: [...revisions] } }, () =>
        relationships.remove(id),
      )
    },
    bringBack: (key) => {
      const content = bin.get(key)?.content
      if (!content) return fail('unknown-item', 'This is not in the bin any more.')
      const back =
        content.kind === 'connection'
          ? connections.putBack(content.connection)
          : relationships.putBack(content.relationship)
      if (!back.ok) return back
      erasures.drop(key)
      return bin.remove(key)
    },
    deleteForGood: async (key) => {
      const binned = bin.get(key)
      return binned ? discard(binned) : fail('unknown-item', 'This is not in the bin any more.')
    },
    list: () => {
      const all = bin.list()
      const deleted = all.flatMap(({ content }) => (content.kind === 'connection' ? content.connection : []))
      const named = [...deleted, ...connections.list()]
      return all
        .filter(({ content }) => !isAlive(binKeyOf(content)))
        .map(({ deletedAt, content }) => ({
          ...binKeyOf(content),
          ...describe(content, (id) => named.findLast((each) => each.id === id)?.name ?? ''),
          deletedAt,
          daysLeft: Math.max(0, daysLeft(deletedAt)),
        }))
    },
    settle: erasures.settle,
    settleAll: erasures.settleAll,
    sweep: async () => {
      for (const binned of bin.list()) {
        const key = binKeyOf(binned.content)
        if (isAlive(key)) bin.remove(key)
        else if (daysLeft(binned.deletedAt) <= 0) await discard(binned)
        else if (!erasures.isWaiting(key)) vault.removeAll(ownerOf(key))
      }
    },
  }
}
