// Attacks that try to lead a saved private key to another host than the one it was entered for.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeSafeStorage, temporaryFolder } from '../integration/main/store/fixtures.ts'
import { valuesFor } from '../integration/main/handlers/app.ts'
import { startListening } from './listeningApp.ts'
import { connected, saveOverride, withOverride } from './overrides.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false } as const

describe.each([
  'evil.example.test',
  'http://acme.example.test',
  'acme.example.test:8443',
  'api-acme.example.test',
  'acme.example.test.evil.example.test',
  'acme.example.test@evil.example.test',
  'evil.example.test/acme.example.test',
  'аcme.example.test',
])('a key that was entered for acme.example.test, asked for %s', (site) => {
  test('is not used by a test of the connection', async () => {
    const { app, hostsGiven, key } = startListening()
    const { values, target } = await connected(app)
    const { name: _name, environment: _environment, ...credentials } = values
    const input = { callId: 't', privateKey: null, target, needs }
    const tested = await app.call('connections:test', { ...input, credentials: { ...credentials, site } })
    expect(tested.ok && tested.value.ok).toBe(false)
    expect(hostsGiven(key)).toEqual([])
  })

  test('is not taken along by a save, which says why', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, values, target } = await connected(app)
    const save = { id, values: { ...values, site }, privateKey: null }
    const saved = await app.call('connections:save', save)
    expect(saved).toMatchObject({ ok: false })
    await app.call('reference:refresh', { callId: 'r', target })
    expect(hostsGiven(key)).toEqual(['acme.example.test'])
  })

  test('is not used when the record says so after a restart', async () => {
    const folder = temporaryFolder()
    const { target } = await connected(startListening({ folder }).app)
    const file = join(folder, 'connections.json')
    const content = JSON.parse(readFileSync(file, 'utf8'))
    content.connections[0].site = site
    delete content.sum
    writeFileSync(file, JSON.stringify(content))
    const { app, hostsGiven, key } = startListening({ folder })
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('key-needed')
    expect(await app.code('samples:read', { callId: 's', target, boards: [], since: null, limit: 10 })).toBe(
      'key-needed',
    )
    expect(hostsGiven(key)).toEqual([])
  })
})

describe('a key that was entered', () => {
  test('for two names of one server goes to both, and to no third', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, values, target } = await connected(app)
    const inside = { ...values, site: 'psa.corp.example.test' }
    await app.value('connections:save', { id, values: inside, privateKey: key })
    await app.value('connections:save', { id, values, privateKey: null })
    await app.value('connections:save', { id, values: inside, privateKey: null })
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('ok')
    expect(hostsGiven(key)).toEqual(['psa.corp.example.test'])
    const third = { ...values, site: 'third.example.test' }
    expect(await app.code('connections:save', { id, values: third, privateKey: null })).toBe('key-needed')
  })

  test('goes to the window’s and the API’s host of a ConnectWise cloud, and with a corrected company ID', async () => {
    const { app, hostsGiven, key } = startListening()
    const { id, values, target } = await connected(app, {
      site: 'na.myconnectwise.net',
      companyId: 'mistyped',
    })
    const pasted = { ...values, site: 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/' }
    const corrected = { ...pasted, companyId: app.demo.credentials.companyId }
    expect((await app.value('connections:save', { id, values: corrected, privateKey: null })).key).toBe(
      'saved',
    )
    await app.call('reference:refresh', { callId: 'r', target })
    expect(hostsGiven(key)).toEqual(['api-na.myconnectwise.net'])
  })

  test('is asked for in words that name both hosts', async () => {
    const { app } = startListening()
    const { id, values } = await connected(app)
    const saved = await app.call('connections:save', {
      id,
      values: { ...values, site: 'evil.example.test' },
      privateKey: null,
    })
    expect(saved).toMatchObject({
      error: {
        code: 'key-needed',
        message:
          'The saved private key was entered for acme.example.test, so it is not sent to evil.example.test.',
      },
    })
  })
})

describe('keys that were stored before keys had destinations', () => {
  /** Puts plain keys in place of the bound ones, as former versions stored them. */
  async function asBefore(folder: string, key: string) {
    const path = join(folder, 'keys.json')
    const file = JSON.parse(readFileSync(path, 'utf8'))
    const blob = (await fakeSafeStorage().encryptStringAsync(key)).toString('base64')
    const names = Object.keys(file.keys)
    const keys = Object.fromEntries(names.map((name) => [name, { backend: 'gnome_libsecret', blob }]))
    writeFileSync(path, JSON.stringify({ version: 1, keys }))
  }

  test('work on without being asked for, for the site of their record alone', async () => {
    const folder = temporaryFolder()
    const before = startListening({ folder })
    const { id, values, target } = await connected(before.app)
    await asBefore(folder, before.key)
    const { app, hostsGiven, key } = startListening({ folder })
    const evil = { id, values: { ...values, site: 'evil.example.test' }, privateKey: null }
    expect(await app.code('connections:save', evil)).toBe('key-needed')
    expect((await app.value('connections:list', {}))[0]?.key).toBe('saved')
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('ok')
    expect(hostsGiven(key)).toEqual(['acme.example.test'])
  })

  test('of an override whose site changed since are needed again', async () => {
    const folder = temporaryFolder()
    const before = startListening({ folder })
    const { id, target } = await withOverride(before.app)
    await saveOverride(before.app, id, 'evil.example.test')
    await asBefore(folder, before.key)
    const { app, hostsGiven, key } = startListening({ folder })
    expect(await app.code('reference:refresh', { callId: 'r', target })).toBe('key-needed')
    expect(hostsGiven(key)).toEqual([])
  })

  test('do not follow their record while the keystore is locked', async () => {
    const folder = temporaryFolder()
    const before = startListening({ folder })
    const { id, values, target } = await connected(before.app)
    await asBefore(folder, before.key)
    const locked = startListening({ folder, safeStorage: fakeSafeStorage({ secret: 'locked' }) })
    await locked.app.call('connections:save', {
      id,
      values: { ...values, site: 'evil.example.test' },
      privateKey: null,
    })
    const { app, hostsGiven, key } = startListening({ folder })
    await app.call('reference:refresh', { callId: 'r', target })
    expect(hostsGiven(key)).not.toContain('evil.example.test')
  })
})

test('the demo’s key stays inside the app', async () => {
  const { app, hostsGiven } = startListening({ openDemo: true })
  const { connectionId } = await app.value('demo:open', {})
  const { site: _site, name: _name, environment: _environment, ...rest } = valuesFor(app.demo)
  const credentials = { ...rest, site: 'evil.example.test' }
  const target = { connectionId, overrideOf: null }
  await app.call('connections:test', { callId: 't', credentials, privateKey: null, target, needs })
  expect(hostsGiven(app.demo.credentials.privateKey)).toEqual([])
})
