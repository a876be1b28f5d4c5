// The operating system's encryption: whether there is a real one, what it is called, and a text through it and back.
import type { SafeStorage } from 'electron'
import type { Log } from '../../log/log.ts'

/** The part of Electron's safeStorage that is used. */
export type Encryption = Pick<
  SafeStorage,
  'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** `backend`: who encrypted it; another one cannot decrypt it. `blob`: base64. */
export type Sealed = { readonly backend: string; readonly blob: string }

type Options = {
  readonly safeStorage: Encryption
  readonly platform: NodeJS.Platform
  readonly log: Log
}

const backendNames: Record<string, string> = {
  dpapi: 'Windows Data Protection',
  keychain: 'macOS Keychain',
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
}

/** In front of what Chromium encrypts with its built-in key on Linux (components/os_crypt/async/browser/fallback_linux_key_provider.cc). */
const fallbackTag = 'v10'

/** How long a slow keystore may hold up an answer before it is taken to be there (milliseconds). */
const patience = 500

export const withinPatience = <T>(promise: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([promise, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise).unref())])

/** A keystore that is locked or not up yet, in Electron's words; asked again it may answer (electron_api_safe_storage.cc). */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('temporarily unavailable')

/**
 * Windows and macOS always encrypt, and even Electron's `isAsyncEncryptionAvailable` opens the keychain, which may ask the
 * person (electron_api_safe_storage.cc): nothing is asked of them before a key is saved or read.
 */
export function createKeystore({ safeStorage, platform, log }: Options) {
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
      return isProtected(await safeStorage.encryptStringAsync('probe'))
    } catch {
      return false
    }
  }
  return {
    name: (): string => backendNames[backend()] ?? '',
    isReal: async (): Promise<boolean> =>
      isNamed() && (platform !== 'linux' || (await withinPatience(looksAfterKeys(), true))),
    /** Whether it could be decrypted here at all. */
    canOpen: (sealed: Sealed): boolean => isNamed() && sealed.backend === backend(),
    /** Undefined when the system does not encrypt it, or not really. */
    seal: async (text: string): Promise<Sealed | undefined> => {
      try {
        const encrypted = await safeStorage.encryptStringAsync(text)
        if (isProtected(encrypted)) return { backend: backend(), blob: encrypted.toString('base64') }
        log.warn('The keystore of this desktop does not run, so no key is stored')
        return undefined
      } catch (error) {
        log.error('The keystore did not encrypt a key', error)
        return undefined
      }
    },
    /** `isOutdated`: the system wants it encrypted anew. Throws when it cannot be decrypted; the error may quote it. */
    open: async ({ blob }: Sealed): Promise<{ text: string; isOutdated: boolean }> => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(blob, 'base64'))
      return { text: result, isOutdated: shouldReEncrypt }
    },
  }
}
