// A private key nobody else has goes through everything the app does; afterwards it is nowhere but in the keystore.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { faultNames, isFaultName } from '../simulator/faults/catalogue.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { timed, useFastClock } from '../support/fastClock.ts'
import { canaryKey, filesBelow, hits, spellings } from '../support/secrets.ts'
import { type App, startApp, valuesFor } from './main/handlers/app.ts'
import { temporaryFolder } from './main/store/fixtures.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: true } as const

/** More than any of these takes (milliseconds of the fake clock). */
const patience = 10 * 60_000

/** A ConnectWise that accepts this key. */
function demoWith(privateKey: string) {
  const demo = createSimulator({ size: 'small' })
  demo.credentials.privateKey = privateKey
  return demo
}

const credentialsOf = (app: App, site?: string) => {
  const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
  return { ...credentials, ...(site !== undefined && { site }) }
}

const connect = (app: App, privateKey: string) =>
  app.value('connections:save', { id: null, values: valuesFor(app.demo), privateKey })

/** Everything that left the app or stayed behind. */
const everything = (app: App, ...folders: string[]): Record<string, string> => ({
  ...filesBelow(app.folder, ...folders),
  ...Object.fromEntries(app.answers.map((text, index) => [`answer ${index}`, text])),
  progress: JSON.stringify(app.progress),
  log: app.log.join('\n'),
})

test('the search finds a planted key in every spelling', () => {
  const key = canaryKey()
  const places = {
    plain: `said ${key}.`,
    cut: key.slice(4),
    percent: encodeURIComponent(`a b ${key}`),
    header: Buffer.from(`acme+public:${key}`).toString('base64'),
    url: Buffer.from(`ac+p:${key}`).toString('base64url'),
    json: JSON.stringify({ text: JSON.stringify({ key }) }),
    hex: Buffer.from(key).toString('hex'),
    wide: Buffer.from(key, 'utf16le').toString('latin1'),
  }
  const found = hits(key, places).map((hit) => hit.split(':')[0])
  expect(new Set(found)).toEqual(new Set(Object.keys(places)))
  expect(hits(key, { other: canaryKey() })).toEqual([])
  expect(spellings(key).every(([, text]) => text.length > 20)).toBe(true)
})

describe('a private key is found nowhere', () => {
  useFastClock()

  test.each(faultNames.filter(isFaultName))(
    'after a test against a ConnectWise with the fault %s',
    async (fault) => {
      const key = canaryKey()
      const app = startApp({ demo: demoWith(key) })
      const { id } = await connect(app, key)
      app.demo.faults.add(fault)
      const credentials = credentialsOf(app)
      const target = { connectionId: id, overrideOf: null }
      const typed = app.call('connections:test', {
        callId: 'a',
        credentials,
        privateKey: key,
        target: null,
        needs,
      })
      await timed(typed, patience)
      await timed(
        app.call('connections:test', { callId: 'b', credentials, privateKey: null, target, needs }),
        patience,
      )
      expect(hits(key, everything(app))).toEqual([])
    },
  )

  test('after wrong keys, wrong addresses and values that are refused', async () => {
    const key = canaryKey()
    const app = startApp()
    for (const site of [
      'acme.example.test',
      `${key}.example.test`,
      `https://user:${key}@acme.example.test`,
      '',
      'a b',
    ]) {
      const credentials = credentialsOf(app, site)
      // An address is the person's own text and comes back in sentences, so only its answers are looked at elsewhere.
      const typed = site.includes(key) ? canaryKey() : key
      const work = app.call('connections:test', {
        callId: 't',
        credentials,
        privateKey: typed,
        target: null,
        needs,
      })
      await timed(work, patience)
      if (typed !== key) expect(hits(typed, everything(app))).toEqual([])
    }
    const fresh = startApp()
    const values = { ...valuesFor(fresh.demo), site: 'http://acme.example.test' }
    await fresh.call('connections:save', { id: null, values, privateKey: key })
    await fresh.call('connections:save', { id: 'gone', values, privateKey: key })
    const broken: unknown = { id: null, values: { ...values, extra: key }, privateKey: [key], [key]: key }
    await fresh.call('connections:save', broken as Parameters<typeof fresh.call<'connections:save'>>[1])
    expect(hits(key, everything(fresh))).toEqual([])
  })

  test('after save, refresh, tickets, override, export, bundle, handover, rotation, duplicate, removal, undo and diagnostics', async () => {
    const key = canaryKey()
    const exports = temporaryFolder()
    let written = 0
    const savePath = () => join(exports, `written ${(written += 1)}`)
    const app = startApp({ demo: demoWith(key), savePath })
    const { id: connectionId } = await connect(app, key)
    const target = { connectionId, overrideOf: null }
    await app.value('reference:refresh', { callId: 'r', target })
    await app.value('samples:read', { callId: 's', target, boards: [], since: null, limit: 20 })
    const { id, draft } = await app.value('relationships:create', {
      contractName: 'Contoso managed services',
      partner: 'Contoso',
      role: 'target',
      connectionId,
    })
    const apiOverride = { enabled: true, ...credentialsOf(app, 'override.example.test') }
    const save = { id, draft: { ...draft, apiOverride }, note: 'override', overrideKey: key }
    await app.value('relationships:save', { ...save, baseRevision: 1 })
    expect(await app.code('relationships:save', { ...save, baseRevision: 1 })).toBe('conflict')
    const override = { connectionId, overrideOf: id }
    await app.value('reference:refresh', { callId: 'o', target: override })
    for (const fault of ['echoing-error', 'keys-401', 'web-page'] as const) {
      app.demo.faults.add(fault)
      const read = app.call('samples:read', {
        callId: 'f',
        target: override,
        boards: [],
        since: null,
        limit: 5,
      })
      await timed(read, patience)
      app.demo.faults.delete(fault)
    }
    await app.value('files:export', { ids: [id] })
    await app.value('files:exportBundle', { ids: [id], samples: true, passphrase: null })
    await app.value('files:handover', { id, format: 'html', permissions: [] })
    const { publicKey, clientId } = valuesFor(app.demo)
    const other = canaryKey()
    await app.value('connections:rotate', { id: connectionId, publicKey, clientId, privateKey: other })
    await app.value('relationships:duplicate', { id })
    await app.value('relationships:remove', { id })
    await app.value('bin:bringBack', { kind: 'relationship', id })
    await app.value('relationships:revisions', { id })
    const { text } = await app.value('app:diagnostics', {})
    expect(text).toContain('Relationships: 2')
    await app.value('connections:remove', { id: connectionId, force: true })
    const bundle = Object.values(unzipSync(readFileSync(join(exports, 'written 2'))))
    const places = {
      ...everything(app, exports),
      'what is in the bundle': bundle.map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n'),
    }
    expect([key, other].flatMap((planted) => hits(planted, places))).toEqual([])
  })

  test('after a keystore that fails, with what it was given in its errors', async () => {
    const key = canaryKey()
    const app = startApp({ demo: demoWith(key) })
    const { id } = await connect(app, key)
    app.safeStorage.encryptStringAsync = (text) => Promise.reject(new Error(`cannot encrypt ${text}`))
    app.safeStorage.decryptStringAsync = () => Promise.reject(new Error(`cannot decrypt ${key}`))
    const again = startApp({ folder: app.folder, demo: app.demo, safeStorage: app.safeStorage })
    await again.value('connections:list', {})
    await again.value('connections:save', { id, values: valuesFor(app.demo), privateKey: key })
    await again.value('app:diagnostics', {})
    expect(hits(key, everything(again))).toEqual([])
  })

  test('after the data folder has become damaged', async () => {
    const key = canaryKey()
    const app = startApp({ demo: demoWith(key) })
    await connect(app, key)
    for (const name of ['keys', 'connections']) {
      const path = join(app.folder, `${name}.json`)
      writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
    }
    const again = startApp({ folder: app.folder, demo: app.demo })
    await again.value('app:info', {})
    await again.value('connections:list', {})
    await again.value('app:diagnostics', {})
    expect(hits(key, everything(again))).toEqual([])
  })
})

test('a private key is found nowhere after errors nobody caught, in what the process printed and logged', async () => {
  const key = canaryKey()
  const folder = temporaryFolder()
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, '../support/process/crash.ts'),
      folder,
    ],
    { env: { ...process.env, CANARY: key } },
  )
  expect(stdout).toBe('told, still running')
  const files = filesBelow(folder)
  expect(Object.values(files).join('')).toContain('thrown with [hidden]')
  expect(hits(key, { ...files, stdout, stderr })).toEqual([])
})
