// What store tests share: a real folder, the real conf, and a keystore that behaves like one of the system's.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import Conf from 'conf'
import { afterEach } from 'vitest'
import type { Log } from '../../../main/log.ts'
import type { OpenStore, StoreContext } from '../../../main/store/document.ts'
import type { Encryption } from '../../../main/vault.ts'
import { emptyOverride, emptySettings, type RelationshipDraft } from '../../../shared/settings/draft.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-store-'))
  folders.push(folder)
  return folder
}

/** The store the app uses, without Electron around it. */
export const openConf: OpenStore = (folder, name) =>
  new Conf({ cwd: folder, configName: name, clearInvalidConfig: false })

/** A context that keeps what it is told. */
export function storeContext(openStore: OpenStore = openConf): StoreContext & { notices: string[] } {
  const notices: string[] = []
  return {
    openStore,
    now: () => new Date('2026-11-23T10:00:00Z'),
    notify: (sentence) => void notices.push(sentence),
    notices,
  }
}

/** A log that keeps its lines. */
export function recordingLog(): Log & { lines: string[] } {
  const lines: string[] = []
  const write = (message: string, detail?: unknown): void => void lines.push(`${message} ${inspect(detail)}`)
  return { info: write, warn: write, error: write, lines }
}

type Backend = ReturnType<Encryption['getSelectedStorageBackend']>

/** A keystore: what one instance with a secret encrypts, every instance with that secret decrypts. */
export function fakeSafeStorage({
  backend = 'gnome_libsecret',
  secret = 'a',
  available = true,
} = {}): Encryption & {
  backend: Backend
  refuses: boolean
} {
  const storage = {
    backend: backend as Backend,
    refuses: false,
    getSelectedStorageBackend: () => storage.backend,
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text: string) => {
      if (storage.refuses) throw new Error('The keyring is locked')
      return Buffer.from(Buffer.from(`${secret}|${text}`, 'utf8').map((byte) => byte ^ 0x5a))
    },
    decryptStringAsync: async (encrypted: Buffer) => {
      const text = Buffer.from(encrypted.map((byte) => byte ^ 0x5a)).toString('utf8')
      if (storage.refuses || !text.startsWith(`${secret}|`)) throw new Error('Cannot decrypt')
      return { shouldReEncrypt: false, result: text.slice(secret.length + 1) }
    },
  }
  return storage
}

/** Every file below a folder with its content. */
export const filesIn = (folder: string): { path: string; content: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, content: readFileSync(path, 'latin1') }))

/** A draft in which nothing is chosen. */
export const draft = (changes: Partial<RelationshipDraft> = {}): RelationshipDraft => ({
  contractName: 'Contoso managed services',
  partner: 'Contoso',
  role: 'target',
  connectionId: 'acme',
  settings: emptySettings(),
  apiOverride: emptyOverride(),
  ...changes,
})
