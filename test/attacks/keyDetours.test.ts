// Attacks that lead a saved key elsewhere by a detour: bundles, drafts, the bin, moves, rotation, templates, undo, odd writings of a host.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packBundle } from '../../main/files/packBundle.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { type App, valuesFor } from '../integration/main/handlers/app.ts'
import { temporaryFolder } from '../integration/main/store/fixtures.ts'
import { bundleAt, content } from '../support/bundles.ts'
import { targetRelationship } from '../support/relationships.ts'
import { startListening } from './listeningApp.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false } as const
const entered = 'acme.example.test'
const evil = 'evil.example.test'

async function connected(app: App, site = entered, name = 'Acme') {
  const values = { ...valuesFor(app.demo, name), site }
  const { privateKey } = app.demo.credentials
  return { values, ...(await app.value('connections:save', { id: null, values, privateKey })) }
}

async function overridden(app: App, site = entered) {
  const { id: connectionId } = await connected(app, 'parent.example.test', 'Parent')
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'target', connectionId } as const
  const { id, draft, revision } = await app.value('relationships:create', create)
  const { companyId, publicKey, clientId, privateKey } = app.demo.credentials
  const apiOverride = { enabled: true, site, companyId, publicKey, clientId }
  const save = { baseRevision: revision.number, note: '', overrideKey: privateKey }
  await app.value('relationships:save', { id, draft: { ...draft, apiOverride }, ...save })
  return { id, connectionId, target: { connectionId, overrideOf: id } }
}

/** Everything that sends a saved key. */
async function useKeys(app: App, target: { connectionId: string; overrideOf: string | null }, site = evil) {
  const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
  await app.call('reference:refresh', { callId: 'r', target })
  await app.call('samples:read', { callId: 's', target, boards: [], since: null, limit: 5 })
  const test = { callId: 't', credentials: { ...credentials, site }, privateKey: null, target, needs }
  await app.call('connections:test', test)
}

describe('a key that was entered for one host is sent to no other way of writing another', () => {
  test.each([
    'acme.example.test\u200b.evil.example.test',
    'acme.example.test%2eevil.example.test',
    'acme.example.test.',
    'acme.example.test..evil.example.test',
    'xn--acme-7cd.example.test',
    'ａcme。example。test.evil.example.test',
    'acme\u00ad.example.test.evil.example.test',
    'user:acme.example.test@evil.example.test',
    'https:\\\\evil.example.test\\acme.example.test',
    'https://evil.example.test#acme.example.test',
    'https://evil.example.test?acme.example.test',
    'acme.example.test:444',
    'acme.example.test:65979',
    '[fe80::1%25eth0]:8443',
    '[::ffff:127.0.0.1]',
    '0x7f.1',
    'ws://acme.example.test',
    'http:acme.example.test',
    'acme.example.tést',
    'асме.example.test',
  ])('%s', async (site) => {
    const { app, sent, key } = startListening()
    const { id } = await connected(app)
    await useKeys(app, { connectionId: id, overrideOf: null }, site)
    const hosts = sent.filter((each) => each.key === key).map(({ host }) => host)
    expect(new Set(hosts)).toEqual(new Set([entered]))
  })
})

describe('the key of an override goes nowhere else', () => {
  const evilFile = (id: string, app: App) => {
    const { site, companyId } = valuesFor(app.demo)
    const connection = { ...targetRelationship().connection, site, companyId }
    return targetRelationship({}, { id, apiOverride: { site: evil, companyId }, connection })
  }

  test('by a bundle of the same id, before and after its undo', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, target } = await overridden(app)
    const bytes = await packBundle(
      content({ relationships: [evilFile(id, app)], snapshots: [], samples: [] }),
      bundleAt,
      null,
    )
    const bundle = { fileName: 'a.syncwright-bundle', bytes, passphrase: null }
    const { importId } = await app.value('files:readBundle', bundle)
    const decisions = [{ id, connectionId: null, mode: 'replace' as const, choices: [] }]
    await app.value('files:applyImport', { importId, ids: [id], decisions })
    await useKeys(app, target)
    await app.value('files:undoImport', { importId })
    await useKeys(app, target)
    expect(hostsGiven(key).filter((host) => host !== entered)).toEqual([])
  })

  test('by a bundle that brings a key of its own for another host', async () => {
    const { app, sent, key } = startListening()
    const { id, target } = await overridden(app)
    const own = { ...app.demo.credentials, privateKey: 'foreign-key-4711', site: evil }
    const { companyId, publicKey, clientId, privateKey } = own
    const keys = { relationship: id, site: evil, companyId, publicKey, clientId, privateKey }
    const packed = content({
      relationships: [evilFile(id, app)],
      snapshots: [],
      samples: [],
      credentials: { kind: 'syncwright.credentials', version: 1, connections: [], overrides: [keys] },
    })
    const bytes = await packBundle(packed, bundleAt, 'a long passphrase')
    const bundle = { fileName: 'a.syncwright-bundle', bytes, passphrase: 'a long passphrase' }
    const { importId } = await app.value('files:readBundle', bundle)
    await app.value('files:applyImport', { importId, ids: [id] })
    await useKeys(app, target)
    expect(sent.filter((each) => each.host === evil && each.key === key)).toEqual([])
  })

  test('by a kept draft, a restored revision or a duplicate', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, connectionId, target } = await overridden(app)
    const { draft, revision } = await app.value('relationships:get', { id })
    const moved = { ...draft, apiOverride: { ...draft.apiOverride, site: evil } }
    const kept = { id, baseRevision: revision.number, keyTyped: true, windowId: 'w', draft: moved }
    await app.value('drafts:keep', kept)
    await useKeys(app, target)
    const save = { id, draft: moved, note: '', overrideKey: null }
    await app.value('relationships:save', { ...save, baseRevision: revision.number })
    await useKeys(app, target)
    const copy = await app.value('relationships:duplicate', { id })
    await useKeys(app, { connectionId, overrideOf: copy.id })
    expect(hostsGiven(key).filter((host) => host !== entered)).toEqual([])
  })

  test('by deleting, bringing back, moving or taking a template', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, target } = await overridden(app)
    const other = await connected(app, 'second.example.test', 'Second')
    const { revision } = await app.value('relationships:get', { id })
    const move = { id, connectionId: other.id, choices: [], baseRevision: revision.number }
    await app.value('relationships:move', move)
    await useKeys(app, { connectionId: other.id, overrideOf: id })
    const { id: templateId } = await app.value('templates:save', { relationshipId: id, name: 'T' })
    const create = { contractName: 'New', partner: 'New', role: 'target', connectionId: other.id } as const
    const made = await app.value('relationships:create', { ...create, templateId })
    await useKeys(app, { connectionId: other.id, overrideOf: made.id })
    await app.value('relationships:remove', { id })
    await useKeys(app, target)
    await app.value('bin:bringBack', { kind: 'relationship', id })
    await useKeys(app, target)
    expect(hostsGiven(key)).not.toContain(evil)
  })
})

test('a rotation gives the former key nowhere, and the new one to the host of its record', async () => {
  const { app, sent, key } = startListening()
  const { id, values } = await connected(app)
  const { publicKey, clientId } = values
  await app.value('connections:rotate', { id, publicKey, clientId, privateKey: 'another-key-4711' })
  await useKeys(app, { connectionId: id, overrideOf: null })
  expect(sent.filter((each) => each.key === key)).toEqual([])
  const hosts = sent.filter((each) => each.key === 'another-key-4711').map(({ host }) => host)
  expect(new Set(hosts)).toEqual(new Set([entered]))
})

describe('a connection that is taken over', () => {
  test('by a file that names its id, name and company with another site keeps its key to itself', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, values } = await connected(app)
    const connection = { ...targetRelationship().connection, ...values, site: evil }
    const { publicKey: _public, clientId: _client, ...ref } = connection
    const file = exportRelationships([targetRelationship({}, { id, connection: ref })], new Date())
    const { importId } = await app.value('files:readImport', { fileName: 'a.json', text: file })
    await app.value('files:applyImport', { importId, ids: [id] })
    for (const each of await app.value('connections:list', {}))
      await useKeys(app, { connectionId: each.id, overrideOf: null })
    expect(hostsGiven(key)).toEqual([entered])
  })

  test('from the bin and with another record of its id gives no key', async () => {
    const folder = temporaryFolder()
    const { app, hostsGiven, key } = startListening({ folder })
    const { id, values } = await connected(app)
    await app.value('connections:remove', { id, force: true })
    await app.value('bin:settle', { kind: 'connection', id })
    await app.value('bin:bringBack', { kind: 'connection', id })
    await app.call('connections:save', { id, values: { ...values, site: evil }, privateKey: null })
    await useKeys(app, { connectionId: id, overrideOf: null })
    expect(hostsGiven(key)).toEqual([])
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain('connection:')
  })
})

describe('what files call their relationships', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'])(
    '%s is an id like any other',
    async (id) => {
      const { app } = startListening()
      const text = exportRelationships([targetRelationship({}, { id })], new Date())
      const { importId } = await app.value('files:readImport', { fileName: 'a.json', text })
      const stored = await app.value('files:applyImport', { importId, ids: [id] })
      expect(stored).toMatchObject({ stored: [id], newIds: {} })
      expect((await app.value('relationships:list', {})).map((each) => each.id)).toEqual([id])
      expect(await app.code('relationships:list', {})).toBe('ok')
      const again = await app.value('files:readImport', { fileName: 'a.json', text })
      expect(again.entries).toMatchObject([{ state: 'same' }])
    },
  )
})
