// The keystore: private keys encrypted by the operating system, or kept in memory where it cannot do that.
import type { SafeStorage } from 'electron'
import { ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import type { Log } from '../electron/log.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

const entrySchema = z.object({
  /** Who encrypted it; another backend cannot decrypt it. */
  backend: z.string(),
  /** The encrypted key, base64. */
  blob: z.string(),
})
const vaultSchema = z.object({ version: z.literal(1), keys: z.record(z.string(), entrySchema) })
type Entry = z.infer<typeof entrySchema>

/** The part of Electron's safeStorage that the vault uses. */
export type Encryption = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/**
 * Whose key it is, and which of theirs. The record that names the public key names the private one by `keyId` too, and
 * each typed key gets an id of its own: so one write of that record changes both, and no key is ever written over.
 */
export type KeyOwner = {
  readonly kind: 'connection' | 'override'
  readonly id: string
  /** Absent where no key was ever typed, and in records of before keys had ids. */
  readonly keyId?: string | undefined
}

export type Vault = {
  /** Where keys are kept, to be said before one is saved. */
  readonly keystore: () => Promise<{ keystore: 'system' | 'memory'; keystoreName: string }>
  /** `needed` also when a stored key cannot be decrypted; it stays stored until a new one is saved. */
  readonly state: (owner: KeyOwner) => Promise<'saved' | 'needed'>
  readonly read: (owner: KeyOwner) => Promise<string | undefined>
  /** `write-failed` when the file cannot be written. */
  readonly save: (owner: KeyOwner, key: string) => Promise<Result<null>>
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
}

const backendNames: Record<string, string> = {
  dpapi: 'Windows Data Protection',
  keychain: 'macOS Keychain',
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
}

const ownName = ({ kind, id }: Omit<KeyOwner, 'keyId'>): string => `${kind}:${id}`
const ownerIn = (name: string): string => name.split('/', 1)[0] ?? name
const nameOf = ({ keyId, ...owner }: KeyOwner): string =>
  keyId === undefined ? ownName(owner) : `${ownName(owner)}/${keyId}`

/** In front of what Chromium encrypts with its built-in key on Linux (components/os_crypt/async/browser/fallback_linux_key_provider.cc). */
const fallbackTag = 'v10'

/** How long a slow keystore may hold up an answer before it is taken to be there (milliseconds). */
const patience = 500

const within = <T>(promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise).unref())])

/** Builds the vault over Electron's safeStorage; the keychain is not touched before the first question. */
export function createVault({ safeStorage, context, folder, platform, log, hide }: Options): Vault {
  const document = createDocument(context, {
    folder,
    name: 'keys',
    label: 'The keystore file',
    version: 1,
    schema: vaultSchema,
    empty: { version: 1, keys: {} },
  })
  const memory = new Map<string, string>()
  /** Whether each stored blob could be decrypted, so that a list does not ask the keychain again and again. */
  const outcomes = new Map<string, boolean>()
  /** Whether the window was told that the system keeps keys, and whether that turned out to be wrong. */
  let promised = false
  let broken = false

  /** The function exists on Linux only (electron.d.ts); elsewhere the system has exactly one backend. */
  const backend = (): string => {
    if (typeof safeStorage.getSelectedStorageBackend === 'function')
      return safeStorage.getSelectedStorageBackend()
    return platform === 'darwin' ? 'keychain' : 'dpapi'
  }
  /** `basic_text` encrypts with a key that is in the source of Chromium: as good as none. */
  const isNamed = (): boolean => backend() in backendNames
  /** The backend is chosen by the desktop's name; where its keystore does not run, Linux falls back to that same key and says nothing. */
  const isProtected = (encrypted: Buffer): boolean =>
    platform !== 'linux' || encrypted.toString('latin1', 0, fallbackTag.length) !== fallbackTag
  const looksAfterKeys = async (): Promise<boolean> => {
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
      return platform !== 'linux' || isProtected(await safeStorage.encryptStringAsync('probe'))
    } catch {
      return false
    }
  }
  const isReal = async (): Promise<boolean> => !broken && isNamed() && within(looksAfterKeys(), true)
  const encrypt = async (key: string): Promise<Entry | undefined> => {
    try {
      const encrypted = await safeStorage.encryptStringAsync(key)
      if (isProtected(encrypted)) return { backend: backend(), blob: encrypted.toString('base64') }
      log.warn('The keystore of this desktop does not run, so no key is stored')
      return undefined
    } catch (error) {
      log.error('The keystore did not encrypt a key', error)
      return undefined
    }
  }
  const put = (name: string, entry: Entry): Result<null> => {
    const file = document.read()
    const written = document.write({ ...file, keys: { ...file.keys, [name]: entry } })
    if (written.ok) outcomes.set(entry.blob, true)
    return written
  }
  const decrypt = async (name: string): Promise<string | undefined> => {
    const entry = document.read().keys[name]
    if (!entry || !isNamed() || entry.backend !== backend()) return undefined
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
        Buffer.from(entry.blob, 'base64'),
      )
      hide(result)
      outcomes.set(entry.blob, true)
      const renewed = shouldReEncrypt ? await encrypt(result) : undefined
      // It may have been forgotten in the meantime.
      if (renewed && document.read().keys[name]?.blob === entry.blob) put(name, renewed)
      return result
    } catch {
      // The error may quote what it was given, so only the fact is logged.
      log.warn(`The stored key of ${name} cannot be decrypted`)
      outcomes.set(entry.blob, false)
      return undefined
    }
  }
  const forget = (goes: (name: string) => boolean): Result<null> => {
    for (const name of memory.keys()) if (goes(name)) memory.delete(name)
    const file = document.read()
    const kept = Object.entries(file.keys).filter(([name]) => !goes(name))
    if (kept.length === Object.keys(file.keys).length) return ok(null)
    return document.write({ ...file, keys: Object.fromEntries(kept) })
  }
  return {
    keystore: async () => {
      if (!(await isReal())) return { keystore: 'memory', keystoreName: 'memory, until Syncwright quits' }
      promised = true
      return { keystore: 'system', keystoreName: backendNames[backend()] ?? '' }
    },
    state: async (owner) => {
      const name = nameOf(owner)
      if (memory.has(name)) return 'saved'
      const entry = document.read().keys[name]
      if (!entry) return 'needed'
      const readable =
        outcomes.get(entry.blob) ??
        (await within<boolean>(
          decrypt(name).then((key) => key !== undefined),
          true,
        ))
      return readable && entry.backend === backend() ? 'saved' : 'needed'
    },
    read: async (owner) => memory.get(nameOf(owner)) ?? decrypt(nameOf(owner)),
    save: async (owner, key) => {
      hide(key)
      const name = nameOf(owner)
      const entry = (await isReal()) ? await encrypt(key) : undefined
      if (entry) {
        const written = put(name, entry)
        if (written.ok) memory.delete(name)
        return written
      }
      if (promised && !broken) {
        broken = true
        context.notify(
          'The keystore of this computer refused a key. Keys are kept in memory until Syncwright quits.',
        )
      }
      memory.set(name, key)
      return ok(null)
    },
    remove: (owner) => forget((name) => name === nameOf(owner)),
    keepOnly: (owners) => {
      const kept = new Map(owners.map((owner) => [ownName(owner), nameOf(owner)]))
      return forget((name) => (kept.get(ownerIn(name)) ?? name) !== name)
    },
    removeAll: (owner) => forget((name) => ownerIn(name) === ownName(owner)),
  }
}
