// Connections by the calls of the page: saved with their key, tested, deleted; over the real stores and the demo ConnectWise.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeSafeStorage, filesIn } from '../store/fixtures.ts'
import { startApp, valuesFor, connected, relationship } from './app.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const

describe('connections', () => {
  test('are saved with their key and are there after a restart, the key staying inside', async () => {
    const app = startApp()
    const saved = await connected(app)
    expect(saved).toMatchObject({ name: 'Acme production', key: 'saved', demo: false, fetchedAt: null })
    const again = startApp({ folder: app.folder })
    expect(await again.value('connections:list', {})).toEqual([saved])
    expect(app.answers.join('')).not.toContain(app.demo.credentials.privateKey)
  })

  test.each([
    [' Acme\u200b\twest\u202e ', 'Acme west'],
    ['\u200b', 'northwind'],
  ])('keep the name %j as %j', async (name, kept) => {
    const app = startApp()
    const values = { ...valuesFor(app.demo), name }
    const saved = await app.value('connections:save', { id: null, values, privateKey: null })
    expect(saved.name).toBe(kept)
  })

  test('are saved as revisions without keys; a stale base is a conflict that changes nothing', async () => {
    const app = startApp()
    const saved = await connected(app)
    const { id, revision } = saved
    const values = valuesFor(app.demo)
    const renamed = { ...values, name: 'Renamed' }
    await app.value('connections:save', { id, values: renamed, baseRevision: revision, privateKey: null })
    const stale = { id, values: { ...values, companyId: 'another' }, baseRevision: revision }
    expect(await app.code('connections:save', { ...stale, privateKey: 'typed-but-refused' })).toBe('conflict')
    const [now] = await startApp({ folder: app.folder }).value('connections:list', {})
    expect(now).toMatchObject({ name: 'Renamed', companyId: values.companyId, revision: 2, key: 'saved' })
    const revisions = await app.value('connections:revisions', { id })
    expect(revisions.map(({ number, name, user }) => [number, name, user])).toEqual([
      [2, 'Renamed', 'dana'],
      [1, 'Acme production', 'dana'],
    ])
    expect(JSON.stringify(revisions)).not.toContain(values.publicKey)
  })

  test('written before there were revisions are read, and the original stays', async () => {
    const app = startApp()
    const { key: _key, demo: _demo, fetchedAt: _at, revision: _revision, ...stored } = await connected(app)
    const path = join(app.folder, 'connections.json')
    writeFileSync(path, JSON.stringify({ version: 1, connections: [stored] }))
    const again = startApp({ folder: app.folder })
    expect(await again.value('connections:list', {})).toMatchObject([{ id: stored.id, revision: 0 }])
    expect(readFileSync(join(app.folder, 'connections.v1.json'), 'utf8')).toContain('"version":1')
  })

  test('without a real keystore the key lasts until quit, and the window is told before', async () => {
    const safeStorage = fakeSafeStorage({ backend: 'basic_text' })
    const app = startApp({ safeStorage })
    expect(await app.value('app:info', {})).toMatchObject({ keystore: 'memory' })
    expect(await connected(app)).toMatchObject({ key: 'saved' })
    const again = startApp({ folder: app.folder, safeStorage })
    expect(await again.value('connections:list', {})).toMatchObject([{ key: 'needed' }])
  })

  test('keep their key when only values change, and replace it when one is typed', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const values = { ...valuesFor(app.demo), name: 'Renamed' }
    expect(await app.value('connections:save', { id, values, privateKey: null })).toMatchObject({
      name: 'Renamed',
      key: 'saved',
    })
    await app.value('connections:save', { id, values, privateKey: 'typed-anew' })
    expect(await app.value('connections:list', {})).toHaveLength(1)
  })

  test.each([
    ['http://acme.example.test', 'address-insecure'],
    ['http://127.0.0.1:8080', 'address-insecure'],
    ['', 'address-invalid'],
  ])('the site %j is refused with %s and nothing is stored', async (site, code) => {
    const app = startApp()
    const values = { ...valuesFor(app.demo), site }
    expect(await app.code('connections:save', { id: null, values, privateKey: 'some-key' })).toBe(code)
    expect(await app.value('connections:list', {})).toEqual([])
    expect(filesIn(app.folder)).toEqual([])
  })

  test('name the relationships that use them before they go', async () => {
    const app = startApp()
    const { id } = await connected(app)
    await relationship(app, id)
    const refused = await app.call('connections:remove', { id })
    expect(refused).toMatchObject({ ok: false, error: { code: 'in-use' } })
    expect(refused.ok ? '' : refused.error.message).toContain('“Contoso managed services”')
    await app.value('connections:remove', { id, force: true })
    expect(await app.value('connections:list', {})).toEqual([])
    const [left] = await app.value('relationships:list', {})
    expect(left).toMatchObject({ contractName: 'Contoso managed services', readiness: { ready: false } })
    expect(
      await app.code('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } }),
    ).toBe('unknown-item')
  })

  test('that are gone answer unknown-item everywhere', async () => {
    const app = startApp()
    const target = { connectionId: 'gone', overrideOf: null }
    expect(
      await app.code('connections:save', { id: 'gone', values: valuesFor(app.demo), privateKey: null }),
    ).toBe('unknown-item')
    expect(await app.code('connections:remove', { id: 'gone' })).toBe('unknown-item')
    expect(await app.code('reference:refresh', { callId: 'a', target })).toBe('unknown-item')
    expect(await app.value('reference:get', { target })).toBeNull()
    expect(
      await app.code('relationships:create', {
        contractName: 'a',
        partner: 'b',
        role: 'source',
        connectionId: 'gone',
      }),
    ).toBe('unknown-item')
  })

  test('are tested on typed values, stage by stage, and nothing is stored', async () => {
    const app = startApp()
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const { privateKey } = app.demo.credentials
    const result = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey,
      target: null,
      needs,
    })
    expect(result.stages.map(({ stage }) => stage)).toEqual([
      'address',
      'tls',
      'company',
      'keys',
      'clientId',
      'version',
      'access',
    ])
    expect(app.progress).toContainEqual(expect.objectContaining({ callId: 't' }))
    expect(filesIn(app.folder)).toEqual([])
    const keyless = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey: null,
      target: null,
      needs,
    })
    expect(keyless.stages.find(({ stage }) => stage === 'company')?.ok).toBe(true)
    expect(keyless.stages.find(({ stage }) => stage === 'keys')).toMatchObject({
      ok: false,
      code: 'key-needed',
    })
  })

  test('are tested with the saved key when none is typed', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const target = { connectionId: id, overrideOf: null }
    const result = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey: null,
      target,
      needs,
    })
    expect(result.stages.find(({ stage }) => stage === 'keys')?.ok).toBe(true)
  })
})
