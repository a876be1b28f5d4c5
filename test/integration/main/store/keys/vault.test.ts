// Keys: encrypted by the system or kept in memory, never lost in silence, never readable in a file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Encryption } from '../../../../../main/store/keys/keystore.ts'
import { createVault } from '../../../../../main/store/keys/vault.ts'
import { fakeSafeStorage, filesIn, recordingLog, storeContext, temporaryFolder } from '../fixtures.ts'

const key = 'planted-Private-Key-7f3a'
const site = 'acme.example.test'
const owner = { kind: 'connection', id: 'acme', site } as const

function open(folder: string, safeStorage: Encryption, platform: NodeJS.Platform = 'linux') {
  const context = storeContext()
  const log = recordingLog()
  const hidden: string[] = []
  const hide = (text: string): void => void hidden.push(text)
  const inUse = () => [owner]
  const vault = createVault({ safeStorage, context, folder, platform, log, hide, inUse })
  return { vault, context, log, hidden }
}
const keysFile = (folder: string): string => readFileSync(join(folder, 'keys.json'), 'utf8')

test('a key survives a restart and is in no file', async () => {
  const folder = temporaryFolder()
  const first = open(folder, fakeSafeStorage())
  expect(await first.vault.save(owner, key)).toEqual({ ok: true, value: null })
  const second = open(folder, fakeSafeStorage())
  expect(await second.vault.state(owner)).toBe('saved')
  expect(await second.vault.read(owner)).toBe(key)
  expect(second.hidden).toContain(key)
  for (const { path, content } of filesIn(folder)) {
    expect(content, path).not.toContain(key)
    expect(content, path).not.toContain(Buffer.from(key).toString('base64').replace(/=+$/, ''))
  }
  expect(keysFile(folder)).toContain('gnome_libsecret')
})

test('nobody else’s key is answered, and none that was removed', async () => {
  const { vault } = open(temporaryFolder(), fakeSafeStorage())
  await vault.save(owner, key)
  expect(await vault.state({ ...owner, kind: 'override' })).toBe('needed')
  expect(await vault.read({ ...owner, kind: 'override' })).toBeUndefined()
  expect(vault.remove(owner).ok).toBe(true)
  expect(await vault.state(owner)).toBe('needed')
  expect(await vault.read(owner)).toBeUndefined()
})

test.each(['win32', 'darwin'] as const)(
  'on %s nothing is asked of the system before there is a key',
  async (platform) => {
    const asked: string[] = []
    const safeStorage: Encryption = {
      ...fakeSafeStorage(),
      getSelectedStorageBackend: undefined as never,
      encryptStringAsync: async (text) => {
        asked.push(text)
        return Buffer.from('v10')
      },
    }
    const { vault } = open(temporaryFolder(), safeStorage, platform)
    expect(await vault.keystore()).toMatchObject({ keystore: 'system' })
    expect(await vault.state(owner)).toBe('needed')
    expect(asked).toEqual([])
    await vault.save(owner, key)
    expect(asked).toHaveLength(1)
  },
)

test('a keystore that is not up yet is asked again, and the key is there', async () => {
  const folder = temporaryFolder()
  await open(folder, fakeSafeStorage()).vault.save(owner, key)
  const late = fakeSafeStorage()
  const { decryptStringAsync } = late
  late.decryptStringAsync = () =>
    Promise.reject(new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.'))
  const { vault } = open(folder, late)
  expect(await vault.state(owner)).toBe('needed')
  late.decryptStringAsync = decryptStringAsync
  expect(await vault.state(owner)).toBe('saved')
})

describe('without a real keystore', () => {
  test.each([
    ['basic_text', fakeSafeStorage({ backend: 'basic_text' })],
    ['an unknown backend', fakeSafeStorage({ backend: 'unknown' })],
    ['a keystore that refuses', fakeSafeStorage({ refuses: true })],
    ['a desktop whose keystore does not run', fakeSafeStorage({ tag: 'v10' })],
  ])('(%s) keys last until quit and no file is written', async (_case, safeStorage) => {
    const folder = temporaryFolder()
    const { vault } = open(folder, safeStorage)
    expect(await vault.keystore()).toMatchObject({ keystore: 'memory' })
    await vault.save(owner, key)
    expect(await vault.state(owner)).toBe('saved')
    expect(await vault.read(owner)).toBe(key)
    expect(filesIn(folder)).toEqual([])
    expect(await open(folder, safeStorage).vault.state(owner)).toBe('needed')
  })
})

test.each([
  ['win32', 'Windows Data Protection'],
  ['darwin', 'macOS Keychain'],
] as const)('on %s the system has its one keystore', async (platform, name) => {
  // The function is there on Linux only, and elsewhere this tag stands before every protected text.
  const { getSelectedStorageBackend: _absent, ...elsewhere } = fakeSafeStorage({ tag: 'v10' })
  const { vault } = open(temporaryFolder(), elsewhere as unknown as Encryption, platform)
  expect(await vault.keystore()).toEqual({ keystore: 'system', keystoreName: name })
  await vault.save(owner, key)
  expect(await vault.read(owner)).toBe(key)
})

describe('a key that cannot be decrypted is needed again, and the old one stays until then', () => {
  test.each([
    ['another backend', fakeSafeStorage({ backend: 'kwallet6' })],
    ['another user’s secret', fakeSafeStorage({ secret: 'b' })],
    ['no keystore any more', fakeSafeStorage({ backend: 'basic_text' })],
  ])('%s', async (_case, changed) => {
    const folder = temporaryFolder()
    await open(folder, fakeSafeStorage()).vault.save(owner, key)
    const before = keysFile(folder)
    const { vault } = open(folder, changed)
    expect(await vault.state(owner)).toBe('needed')
    expect(await vault.read(owner)).toBeUndefined()
    expect(keysFile(folder)).toBe(before)
    expect(await open(folder, fakeSafeStorage()).vault.read(owner)).toBe(key)
    await vault.save(owner, 'another-key-entered')
    expect(await vault.read(owner)).toBe('another-key-entered')
  })
})

test('a keystore that refuses keeps the key in memory and says so', async () => {
  const folder = temporaryFolder()
  const safeStorage = fakeSafeStorage()
  const { vault, context, log } = open(folder, safeStorage)
  expect(await vault.keystore()).toMatchObject({ keystore: 'system' })
  await vault.save({ ...owner, id: 'other' }, 'another-key-saved-before')
  safeStorage.refuses = true
  expect((await vault.save(owner, key)).ok).toBe(true)
  expect(await vault.read(owner)).toBe(key)
  expect(await vault.keystore()).toMatchObject({ keystore: 'memory' })
  expect(context.notices).toHaveLength(1)
  expect(log.lines.join('\n')).not.toContain(key)
  safeStorage.refuses = false
  expect(await vault.read({ ...owner, id: 'other' })).toBe('another-key-saved-before')
})

test.each([
  ['damaged', '{"version":1,"keys":'],
  ['of another shape', '{"version":1,"keys":{"connection:acme":"x"}}'],
  [
    'with a blob that is none',
    '{"version":1,"keys":{"connection:acme":{"backend":"gnome_libsecret","blob":"@@"}}}',
  ],
])('a keystore file that is %s never stops the app', async (_case, content) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'keys.json'), content)
  const { vault } = open(folder, fakeSafeStorage())
  expect(await vault.state(owner)).toBe('needed')
  expect((await vault.save(owner, key)).ok).toBe(true)
  expect(await vault.read(owner)).toBe(key)
})
