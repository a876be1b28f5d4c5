// What store tests share: a real folder, the real conf, and a keystore that behaves like one of the system's.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { OpenStore, StoreContext } from '../../../../main/disk/document.ts'
import { emptyOverride, type RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { openConf } from '../../../support/stores.ts'

export { fakeSafeStorage, openConf, recordingLog } from '../../../support/stores.ts'

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
