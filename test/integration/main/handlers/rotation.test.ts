// Replacing keys: the old pair or the new pair stands, whatever stops the app in between, and the private key stays inside.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenStore } from '../../../../main/disk/document.ts'
import { fakeSafeStorage, filesIn, openConf } from '../store/fixtures.ts'
import { type App, startApp, valuesFor, connected } from './app.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false } as const

/** A disk on which only so many writes happen; after that it is as if the process had ended. */
function stoppingAfter(writes: number): OpenStore {
  let left = writes
  return (folder, name) => {
    const real = openConf(folder, name)
    return {
      get store() {
        return real.store
      },
      set store(value) {
        if (left === 0) throw new Error('Stopped')
        left -= 1
        real.store = value
      },
    }
  }
}

const newPair = ({ demo }: App) => {
  const { publicKey, clientId, privateKey } = demo.limitedCredentials
  return { publicKey, clientId, privateKey }
}

/** What the saved pair is worth: the demo refuses the public key of one pair with the private key of the other. */
async function savedPair(app: App, id: string): Promise<string> {
  const connection = (await app.value('connections:list', {})).find((each) => each.id === id)
  if (!connection) throw new Error('The connection is gone')
  if (connection.key === 'needed') return 'key needed'
  const { site, companyId, publicKey, clientId } = connection
  const { stages } = await app.value('connections:test', {
    callId: 'worth',
    credentials: { site, companyId, publicKey, clientId },
    privateKey: null,
    target: { connectionId: id, overrideOf: null },
    needs,
  })
  if (stages.find(({ stage }) => stage === 'keys')?.ok !== true) return 'mixed'
  return publicKey === app.demo.credentials.publicKey ? 'old' : 'new'
}

type Swap = (app: App, id: string) => Promise<unknown>
const rotate: Swap = (app, id) => app.call('connections:rotate', { id, ...newPair(app) })
const save: Swap = (app, id) => {
  const { privateKey, ...pair } = newPair(app)
  return app.call('connections:save', { id, values: { ...valuesFor(app.demo), ...pair }, privateKey })
}

describe.each([
  ['swapped', rotate],
  ['saved', save],
])('keys that are %s', (_how, swap) => {
  test.each([
    [0, 'old'],
    [1, 'old'],
    [2, 'new'],
    [3, 'new'],
  ])('stay one pair when the app stops after %i writes', async (writes, pair) => {
    const { folder, demo, ...app } = startApp()
    const { id } = await connected({ folder, demo, ...app })
    await swap(startApp({ folder, demo, openStore: stoppingAfter(writes) }), id)
    const restarted = startApp({ folder, demo })
    expect(await savedPair(restarted, id)).toBe(pair)
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')).keys)).toHaveLength(1)
  })

  test.each([
    [0, 'old'],
    [1, 'old'],
    [2, 'new'],
  ])('are the same pair for the app that goes on when its disk takes %i writes', async (writes, pair) => {
    const first = startApp()
    const { id } = await connected(first)
    const { folder, demo } = first
    const app = startApp({ folder, demo, openStore: stoppingAfter(writes) })
    await swap(app, id)
    expect(await savedPair(app, id)).toBe(pair)
  })

  test.each([
    [0, 'old'],
    [1, 'new'],
  ])(
    'are one pair in memory too when the disk takes %i writes, and are asked for after a restart',
    async (writes, pair) => {
      const safeStorage = fakeSafeStorage({ backend: 'basic_text' })
      // One write for the connection itself.
      const app = startApp({ safeStorage, openStore: stoppingAfter(1 + writes) })
      const { id } = await connected(app)
      await swap(app, id)
      expect(await savedPair(app, id)).toBe(pair)
      const restarted = startApp({ folder: app.folder, demo: app.demo, safeStorage })
      expect(await savedPair(restarted, id)).toBe('key needed')
      expect(filesIn(app.folder).map(({ path }) => path)).not.toContain(join(app.folder, 'keys.json'))
    },
  )
})

test('a swap keeps everything but the keys, and says nothing of the private one', async () => {
  const app = startApp()
  const before = await connected(app)
  const pair = newPair(app)
  const after = await app.value('connections:rotate', {
    id: before.id,
    publicKey: ` ${pair.publicKey} `,
    clientId: `${pair.clientId}\n`,
    privateKey: ` ${pair.privateKey}\n`,
  })
  expect(after).toEqual({
    ...before,
    publicKey: pair.publicKey,
    clientId: pair.clientId,
    revision: before.revision + 1,
    keyId: after.keyId,
  })
  expect(after.keyId).not.toBe(before.keyId)
  expect(await savedPair(app, before.id)).toBe('new')
  const said = [...app.answers, ...app.log, JSON.stringify(app.progress)].join('\n')
  for (const key of [pair.privateKey, app.demo.credentials.privateKey]) {
    expect(said).not.toContain(key)
    for (const { path, content } of filesIn(app.folder)) expect(content, path).not.toContain(key)
  }
})

test('two swaps at once leave one of the pairs', async () => {
  const app = startApp()
  const { id } = await connected(app)
  const { publicKey, clientId, privateKey } = app.demo.credentials
  await Promise.all([
    app.value('connections:rotate', { id, ...newPair(app) }),
    app.value('connections:rotate', { id, publicKey, clientId, privateKey }),
    app.value('connections:rotate', { id, ...newPair(app) }),
  ])
  expect(await savedPair(app, id)).toBe('new')
})

test('a corrected public key goes with the private key that was saved', async () => {
  const app = startApp()
  const values = valuesFor(app.demo)
  const { privateKey } = app.demo.credentials
  const mistyped = { ...values, publicKey: 'mistyped' }
  const { id } = await app.value('connections:save', { id: null, values: mistyped, privateKey })
  expect(await savedPair(app, id)).toBe('mixed')
  await app.value('connections:save', { id, values, privateKey: null })
  expect(await savedPair(app, id)).toBe('old')
})

test.each([
  ['an unknown connection', 'gone', {}, 'unknown-item'],
  ['the demo organisation', 'demo', {}, 'invalid-input'],
  ['no private key', 'any', { privateKey: '  ' }, 'invalid-input'],
  ['no public key', 'any', { publicKey: ' ' }, 'invalid-input'],
])('a swap for %s is refused', async (_case, id, change, code) => {
  const app = startApp()
  expect(await app.code('connections:rotate', { id, ...newPair(app), ...change })).toBe(code)
  expect(filesIn(app.folder)).toEqual([])
})

test('a swap for a connection that is deleted meanwhile does not bring it back', async () => {
  const app = startApp()
  const { id } = await connected(app)
  const [removed, swapped] = await Promise.all([
    app.code('connections:remove', { id }),
    app.code('connections:rotate', { id, ...newPair(app) }),
  ])
  expect([removed, swapped]).toEqual(['ok', 'unknown-item'])
  expect(await app.value('connections:list', {})).toEqual([])
  await app.value('bin:settle', { kind: 'connection', id })
  expect(JSON.parse(readFileSync(join(app.folder, 'keys.json'), 'utf8')).keys).toEqual({})
})

describe('the keys of an override', () => {
  const overridden = async (app: App, id: string, baseRevision: number, pair: ReturnType<typeof newPair>) => {
    const { draft } = await app.value('relationships:get', { id })
    const { privateKey, ...credentials } = pair
    const { companyId } = app.demo.credentials
    const apiOverride = { enabled: true, site: 'acme.example.test', companyId, ...credentials }
    return app.call('relationships:save', {
      id,
      draft: { ...draft, apiOverride },
      baseRevision,
      note: '',
      overrideKey: privateKey,
    })
  }

  test.each([0, 1, 2, 3])('stay one pair when the app stops after %i writes', async (writes) => {
    const app = startApp()
    const { folder, demo } = app
    const connection = await connected(app)
    const { id } = await app.value('relationships:create', {
      contractName: 'Contoso managed services',
      partner: 'Contoso',
      role: 'target',
      connectionId: connection.id,
    })
    const { companyId: _company, ...oldPair } = demo.credentials
    await overridden(app, id, 1, oldPair)
    await overridden(startApp({ folder, demo, openStore: stoppingAfter(writes) }), id, 2, newPair(app))
    const restarted = startApp({ folder, demo })
    const target = { connectionId: connection.id, overrideOf: id }
    expect(await restarted.code('reference:refresh', { callId: 'r', target })).toBe('ok')
    const { draft } = await restarted.value('relationships:get', { id })
    expect(draft.apiOverride.publicKey).toBe((writes < 2 ? oldPair : newPair(app)).publicKey)
  })
})
