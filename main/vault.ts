// The keystore: private keys encrypted by the operating system, or kept in memory where it cannot do that.
import type { SafeStorage } from 'electron'
import { ok, type Result } from '../shared/ipc/result.ts'
import { z } from '../shared/zod.ts'
import type { Log } from './log.ts'
import { createDocument, type StoreContext } from './store/document.ts'

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

/** Whose key it is. */
export type KeyOwner = `connection:${string}` | `override:${string}`

export type Vault = {
  /** Where keys are kept, to be said before one is saved. */
  readonly keystore: () => Promise<{ keystore: 'system' | 'memory'; keystoreName: string }>
  /** `needed` also when a stored key cannot be decrypted; it stays stored until a new one is saved. */
  readonly state: (owner: KeyOwner) => Promise<'saved' | 'needed'>
  readonly read: (owner: KeyOwner) => Promise<string | undefined>
  /** `write-failed` when the file cannot be written; the former key then still stands. */
  readonly save: (owner: KeyOwner, key: string) => Promise<Result<null>>
  readonly remove: (owner: KeyOwner) => Result<null>
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
  const memory = new Map<KeyOwner, string>()
  /** Whether each stored blob could be decrypted, so that a list does not ask the keychain again and again. */
  const outcomes = new Map<string, boolean>()
  let broken = false

  /** The function exists on Linux only (electron.d.ts); elsewhere the system has exactly one backend. */
  const backend = (): string => {
    if (typeof safeStorage.getSelectedStorageBackend === 'function')
      return safeStorage.getSelectedStorageBackend()
    return platform === 'darwin' ? 'keychain' : 'dpapi'
  }
  const isReal = async (): Promise<boolean> => {
    // `basic_text` encrypts with a key that is in the source of Chromium: as good as none.
    if (broken || !(backend() in backendNames)) return false
    return within(
      safeStorage.isAsyncEncryptionAvailable().catch(() => false),
      true,
    )
  }
  const encrypt = async (key: string): Promise<Entry | undefined> => {
    try {
      const encrypted = await safeStorage.encryptStringAsync(key)
      return { backend: backend(), blob: encrypted.toString('base64') }
    } catch (error) {
      log.error('The keystore did not encrypt a key', error)
      return undefined
    }
  }
  const put = (owner: KeyOwner, entry: Entry): Result<null> => {
    const file = document.read()
    const written = document.write({ ...file, keys: { ...file.keys, [owner]: entry } })
    if (written.ok) outcomes.set(entry.blob, true)
    return written
  }
  const decrypt = async (owner: KeyOwner): Promise<string | undefined> => {
    const entry = document.read().keys[owner]
    if (!entry || !(await isReal()) || entry.backend !== backend()) return undefined
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
        Buffer.from(entry.blob, 'base64'),
      )
      hide(result)
      outcomes.set(entry.blob, true)
      const renewed = shouldReEncrypt ? await encrypt(result) : undefined
      if (renewed) put(owner, renewed)
      return result
    } catch {
      // The error may quote what it was given, so only the fact is logged.
      log.warn(`The stored key of ${owner} cannot be decrypted`)
      outcomes.set(entry.blob, false)
      return undefined
    }
  }
  const read = async (owner: KeyOwner): Promise<string | undefined> => memory.get(owner) ?? decrypt(owner)

  return {
    keystore: async () =>
      (await isReal())
        ? { keystore: 'system', keystoreName: backendNames[backend()] ?? '' }
        : { keystore: 'memory', keystoreName: 'memory, until Syncwright quits' },
    state: async (owner) => {
      if (memory.has(owner)) return 'saved'
      const entry = document.read().keys[owner]
      if (!entry) return 'needed'
      const readable =
        outcomes.get(entry.blob) ??
        (await within<boolean>(
          decrypt(owner).then((key) => key !== undefined),
          true,
        ))
      return readable && entry.backend === backend() ? 'saved' : 'needed'
    },
    read,
    save: async (owner, key) => {
      hide(key)
      const real = await isReal()
      const entry = real ? await encrypt(key) : undefined
      if (entry) {
        const written = put(owner, entry)
        if (written.ok) memory.delete(owner)
        return written
      }
      if (real) {
        broken = true
        context.notify(
          'The keystore of this computer refused a key. Keys are kept in memory until Syncwright quits.',
        )
      }
      memory.set(owner, key)
      return ok(null)
    },
    remove: (owner) => {
      memory.delete(owner)
      const file = document.read()
      if (!(owner in file.keys)) return ok(null)
      const { [owner]: _removed, ...keys } = file.keys
      return document.write({ ...file, keys })
    },
  }
}
