// The private keys: each bound to where it may be sent, encrypted by the operating system, or in memory where it cannot do that.
import { ok, type Result } from '../../../shared/result.ts'
import type { StoreContext } from '../../disk/document.ts'
import type { Log } from '../../log/log.ts'
import { bindKey, type BoundKey, fitsSite, packKey, unpackKey } from './boundKey.ts'
import { createKeyFile, type KeyEntry } from './keyFile.ts'
import { keyName, type KeyOwner, type KeyUse, ownerName, ownerOfKey } from './keyOwner.ts'
import { createKeystore, type Encryption, isPassing, withinPatience } from './keystore.ts'

export type Vault = {
  /** Where keys are kept, to be said before one is saved. */
  readonly keystore: () => Promise<{ keystore: 'system' | 'memory'; keystoreName: string }>
  /** `needed` also when it was entered for other sites only, or cannot be decrypted; it stays until a new one is saved. */
  readonly state: (use: KeyUse) => Promise<'saved' | 'needed'>
  /** The key for this site. One that was entered for other sites only is not answered, whoever asks. */
  readonly read: (use: KeyUse) => Promise<string | undefined>
  /** Where the stored key of an owner may be sent; empty without one. */
  readonly destinations: (owner: KeyOwner) => Promise<readonly string[]>
  /** Binds the key to the site, and to those the same key of this owner was entered for before. Errors: `write-failed`. */
  readonly save: (use: KeyUse, key: string) => Promise<Result<null>>
  /** The part of `save` that takes its time: what it answers with stores the key, at once. */
  readonly prepare: (use: KeyUse, key: string) => Promise<() => Result<null>>
  /** Notes what the records say of keys without a destination; to be called before a record changes. */
  readonly noteSites: () => void
  /** Forgets this one key. */
  readonly remove: (owner: KeyOwner) => Result<null>
  /** Forgets every other key of these owners: those that were replaced, or never taken into use. */
  readonly keepOnly: (owners: readonly KeyOwner[]) => Result<null>
  /** Forgets every key of this owner. */
  readonly removeAll: (owner: Omit<KeyOwner, 'keyId'>) => Result<null>
}

type Options = {
  readonly safeStorage: Encryption
  readonly context: StoreContext
  readonly folder: string
  readonly platform: NodeJS.Platform
  readonly log: Log
  /** Told every key that passes, so that no log can speak it. */
  readonly hide: (key: string) => void
  /** What the records say: the site each key in use was entered for, empty where they cannot tell. */
  readonly inUse: () => readonly KeyUse[]
}

/** Builds the vault over Electron's safeStorage; nothing is read before the first question. */
export function createVault({ context, folder, hide, inUse, ...system }: Options): Vault {
  const { log } = system
  const keystore = createKeystore(system)
  const file = createKeyFile(context, folder, inUse)
  const memory = new Map<string, BoundKey>()
  /** What came of decrypting each blob, so that a list does not ask the keychain again and again: its destinations, or none. */
  const outcomes = new Map<string, readonly string[] | undefined>()
  /** Whether the window was told that the system keeps keys, and whether that turned out to be wrong. */
  let promised = false
  let broken = false

  const seal = async (key: BoundKey): Promise<KeyEntry | undefined> => {
    const sealed = await keystore.seal(packKey(key))
    return sealed && { ...sealed, enteredFor: null }
  }
  /** A key of before, with the one destination that was noted for it. */
  const withNote = (name: string, found: BoundKey): BoundKey => {
    if (found.destinations !== null) return found
    const destination = file.enteredFor(name)
    return { ...found, destinations: destination === null ? [] : [destination] }
  }
  const open = async (name: string): Promise<BoundKey | undefined> => {
    file.noteSites()
    const entry = file.entry(name)
    if (!entry || !keystore.canOpen(entry)) return undefined
    try {
      const { text, isOutdated } = await keystore.open(entry)
      const found = unpackKey(text)
      if (!found) throw new Error('not a key')
      hide(found.key)
      const bound = withNote(name, found)
      outcomes.set(entry.blob, bound.destinations ?? [])
      const renewed = isOutdated || found.destinations === null ? await seal(bound) : undefined
      // It may have been forgotten in the meantime.
      if (renewed && file.entry(name)?.blob === entry.blob) file.put(name, renewed)
      return bound
    } catch (error) {
      // The error may quote what it was given, so only the fact is logged.
      log.warn(`The stored key of ${name} cannot be decrypted`)
      if (!isPassing(error)) outcomes.set(entry.blob, undefined)
      return undefined
    }
  }
  const find = async (owner: KeyOwner): Promise<BoundKey | undefined> =>
    memory.get(keyName(owner)) ?? open(keyName(owner))
  /** Every key of an owner, those that wait for their record included. */
  const allOf = async (owner: KeyOwner): Promise<BoundKey[]> => {
    const names = [...memory.keys(), ...file.names()]
    const own = names.filter((name) => ownerOfKey(name) === ownerName(owner))
    const found = await Promise.all(own.map(async (name) => memory.get(name) ?? open(name)))
    return found.flatMap((key) => key ?? [])
  }
  const forget = (goes: (name: string) => boolean): Result<null> => {
    for (const name of memory.keys()) if (goes(name)) memory.delete(name)
    return file.removeWhere(goes)
  }
  const isReal = async (): Promise<boolean> => !broken && keystore.isReal()
  const prepare: Vault['prepare'] = async (use, key) => {
    hide(key)
    file.noteSites()
    const name = keyName(use)
    const bound = bindKey(key, use.site, await allOf(use))
    const entry = (await isReal()) ? await seal(bound) : undefined
    if (entry)
      return () => {
        const written = file.put(name, entry)
        if (!written.ok) return written
        memory.delete(name)
        outcomes.set(entry.blob, bound.destinations ?? [])
        return written
      }
    if (promised && !broken) {
      broken = true
      context.notify(
        'The keystore of this computer refused a key. Keys are kept in memory until Syncwright quits.',
      )
    }
    return () => {
      memory.set(name, bound)
      return ok(null)
    }
  }
  return {
    noteSites: file.noteSites,
    keystore: async () => {
      if (!(await isReal())) return { keystore: 'memory', keystoreName: 'memory, until Syncwright quits' }
      promised = true
      return { keystore: 'system', keystoreName: keystore.name() }
    },
    state: async (use) => {
      file.noteSites()
      const name = keyName(use)
      const held = memory.get(name)
      const entry = file.entry(name)
      if (held) return fitsSite(held.destinations, use.site) ? 'saved' : 'needed'
      if (!entry || !keystore.canOpen(entry)) return 'needed'
      const isUsable = outcomes.has(entry.blob)
        ? fitsSite(outcomes.get(entry.blob) ?? null, use.site)
        : await withinPatience(
            open(name).then((key) => key !== undefined && fitsSite(key.destinations, use.site)),
            true,
          )
      return isUsable ? 'saved' : 'needed'
    },
    read: async (use) => {
      const found = await find(use)
      return found && fitsSite(found.destinations, use.site) ? found.key : undefined
    },
    destinations: async (owner) => (await find(owner))?.destinations ?? [],
    prepare,
    save: async (use, key) => (await prepare(use, key))(),
    remove: (owner) => forget((name) => name === keyName(owner)),
    keepOnly: (owners) => {
      const kept = new Map(owners.map((owner) => [ownerName(owner), keyName(owner)]))
      return forget((name) => (kept.get(ownerOfKey(name)) ?? name) !== name)
    },
    removeAll: (owner) => forget((name) => ownerOfKey(name) === ownerName(owner)),
  }
}
