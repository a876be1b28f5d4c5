// What stands in for the edges of the app's stores: the store library without Electron, a keystore, a log.
import { inspect } from 'node:util'
import Conf from 'conf'
import type { Log } from '../../main/log/log.ts'
import type { OpenStore } from '../../main/disk/document.ts'
import type { Encryption } from '../../main/store/keys/keystore.ts'

/** The store the app uses, without Electron around it. */
export const openConf: OpenStore = (folder, name) =>
  new Conf({ cwd: folder, configName: name, clearInvalidConfig: false, configFileMode: 0o600 })

/** A log that keeps its lines. */
export function recordingLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const write = (message: string, detail?: unknown): void => void lines.push(`${message} ${inspect(detail)}`)
  return { info: write, warn: write, error: write, lines }
}

type Backend = ReturnType<Encryption['getSelectedStorageBackend']>

/** A keystore: what one instance with a secret encrypts, every instance with that secret decrypts. `tag`: what Chromium puts in front. */
export function fakeSafeStorage({
  backend = 'gnome_libsecret',
  secret = 'a',
  refuses = false,
  tag = 'v11',
} = {}): Encryption & {
  backend: Backend
  refuses: boolean
} {
  const storage = {
    backend: backend as Backend,
    refuses,
    getSelectedStorageBackend: () => storage.backend,
    encryptStringAsync: async (text: string) => {
      if (storage.refuses) throw new Error('The keyring is locked')
      const sealed = Buffer.from(`${secret}|${text}`, 'utf8').map((byte) => byte ^ 0x5a)
      return Buffer.concat([Buffer.from(tag), sealed])
    },
    decryptStringAsync: async (encrypted: Buffer) => {
      const text = Buffer.from(encrypted.subarray(tag.length).map((byte) => byte ^ 0x5a)).toString('utf8')
      if (storage.refuses || !text.startsWith(`${secret}|`)) throw new Error('Cannot decrypt')
      return { shouldReEncrypt: false, result: text.slice(secret.length + 1) }
    },
  }
  return storage
}
