// A field bundle from one computer to another: what it carries arrives, keys only with the passphrase, and all of it can be undone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packBundle } from '../../../../main/files/packBundle.ts'
import { bundleAt, content } from '../../../support/bundles.ts'
import { snapshot, targetRelationship } from '../../../support/relationships.ts'
import { filesIn } from '../store/fixtures.ts'
import { type App, startApp, connected } from './app.ts'

const passphrase = 'correct horse battery'
const fileName = 'office.syncwright-bundle'

/** An office with a connection, its lists, a relationship and a kept sample. */
async function office() {
  let saved = 0
  const folder: { path?: string } = {}
  const app = startApp({
    savePath: () => {
      saved += 1
      folder.path = join(app.folder, `${saved}-${fileName}`)
      return folder.path
    },
  })
  const { id } = await connected(app)
  const target = { connectionId: id, overrideOf: null }
  await app.value('reference:refresh', { callId: 'r', target })
  const relationship = await app.value('relationships:create', {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target',
    connectionId: id,
  })
  await app.value('samples:keep', {
    keepId: 'k',
    name: 'Monday',
    connectionId: id,
    flow: 'inbound',
    from: 0,
    text: '[{"key":"A","summary":"Printer"}]',
    last: true,
  })
  const pack = async (phrase: string | null) => {
    const written = await app.value('files:exportBundle', {
      ids: [relationship.id],
      samples: true,
      passphrase: phrase,
    })
    return { written, bytes: new Uint8Array(readFileSync(folder.path ?? '')) }
  }
  return { app, target, relationship, pack }
}

const state = async (app: App) => ({
  connections: await app.value('connections:list', {}),
  relationships: await app.value('relationships:list', {}),
  samples: await app.value('samples:list', {}),
})

async function take(app: App, bytes: Uint8Array, phrase: string | null) {
  const read = await app.value('files:readBundle', { fileName, bytes, passphrase: phrase })
  const ids = read.entries.map(({ relationship }) => relationship.id)
  const applied = await app.value('files:applyImport', { importId: read.importId, ids })
  return { ...read, ...applied }
}

test('relationships, lists and samples arrive on another computer, the connection waits for its keys', async () => {
  const { app, target, relationship, pack } = await office()
  const { written, bytes } = await pack(null)
  expect(written).toMatchObject({ references: 1, samples: 1, keys: 0 })
  expect(Buffer.from(bytes).includes(app.demo.credentials.privateKey)).toBe(false)
  expect(Buffer.from(bytes).includes(app.demo.credentials.publicKey)).toBe(false)

  const field = startApp()
  const taken = await take(field, bytes, null)
  expect(taken.carries).toMatchObject({ samples: [{ name: 'Monday', rows: 1 }], keys: 0 })
  expect(taken).toMatchObject({
    stored: [relationship.id],
    carried: { references: 1, samples: 1, keys: 0 },
  })
  const [connection] = await field.value('connections:list', {})
  expect(connection).toMatchObject({ name: 'Acme production', key: 'needed' })
  const there = await field.value('reference:get', {
    target: { connectionId: connection?.id ?? '', overrideOf: null },
  })
  const here = await app.value('reference:get', { target })
  expect(there?.counts).toEqual(here?.counts)
  expect(await field.value('samples:list', {})).toMatchObject([
    { name: 'Monday', connectionId: connection?.id },
  ])
})

test('importing it again changes nothing, and undo takes all of it back', async () => {
  const { pack } = await office()
  const { bytes } = await pack(null)
  const field = startApp()
  const before = filesIn(field.folder)
  const { importId } = await take(field, bytes, null)
  const after = await state(field)
  expect(await take(field, bytes, null)).toMatchObject({
    stored: [],
    carried: { references: 0, samples: 0, keys: 0 },
  })
  expect(await state(field)).toEqual(after)
  await field.value('files:undoImport', { importId })
  expect(await state(field)).toEqual({ connections: [], relationships: [], samples: [] })
  expect(before).toEqual([])
})

test('keys come along only with a passphrase, and only where none is', async () => {
  const { app, pack } = await office()
  const { written, bytes } = await pack(passphrase)
  expect(written).toMatchObject({ keys: 1 })
  const field = startApp({ demo: app.demo })
  expect(await field.code('files:readBundle', { fileName, bytes, passphrase: null })).toBe(
    'passphrase-needed',
  )
  expect(await field.code('files:readBundle', { fileName, bytes, passphrase: 'wrong' })).toBe(
    'passphrase-wrong',
  )
  expect(await field.code('files:readBundle', { fileName, bytes: bytes.subarray(0, -9), passphrase })).toBe(
    'file-damaged',
  )
  expect(filesIn(field.folder)).toEqual([])

  expect(await take(field, bytes, passphrase)).toMatchObject({ carried: { keys: 1 } })
  const [connection] = await field.value('connections:list', {})
  expect(connection).toMatchObject({ key: 'saved' })
  const target = { connectionId: connection?.id ?? '', overrideOf: null }
  await field.value('reference:refresh', { callId: 'r', target })
  const { privateKey } = app.demo.credentials
  for (const text of [...field.answers, ...field.log.map((line) => JSON.stringify(line))])
    expect(text).not.toContain(privateKey)
  expect(await take(field, bytes, passphrase)).toMatchObject({ carried: { keys: 0 } })
})

test('older lists than those that are here are left alone', async () => {
  const { app, pack } = await office()
  const { bytes } = await pack(null)
  expect(await take(app, bytes, null)).toMatchObject({
    stored: [],
    carried: { references: 0, samples: 0, keys: 0 },
  })
})

test('newer lists reach the override of a relationship that is the same already', async () => {
  const override = { site: 'eu.example.test', companyId: 'acme_eu' }
  const relationship = targetRelationship({}, { apiOverride: override })
  const connection = { ...snapshot().connection, ...override }
  const bundleOf = (fetchedAt: string) =>
    packBundle(
      content({
        relationships: [relationship],
        snapshots: [{ ...snapshot(), connection, fetchedAt }],
        samples: [],
      }),
      bundleAt,
      null,
    )
  const app = startApp()
  expect(await take(app, await bundleOf('2026-11-20T08:00:00Z'), null)).toMatchObject({
    carried: { references: 1 },
  })
  const bytes = await bundleOf('2026-11-23T08:00:00Z')
  const { importId, entries } = await app.value('files:readBundle', { fileName, bytes, passphrase: null })
  expect(entries).toMatchObject([{ state: 'same' }])
  // The window takes only what is new or differs.
  expect(await app.value('files:applyImport', { importId, ids: [] })).toMatchObject({
    stored: [],
    carried: { references: 1 },
  })
})

test('lists from a time that is still to come are left out', async () => {
  const relationship = targetRelationship()
  const bytes = await packBundle(
    content({
      relationships: [relationship],
      snapshots: [{ ...snapshot(), fetchedAt: '2099-01-01T00:00:00Z' }],
      samples: [],
    }),
    bundleAt,
    null,
  )
  expect(await take(startApp(), bytes, null)).toMatchObject({ carried: { references: 0 } })
})

test('a passphrase that is too short is refused by the contract', async () => {
  const { app, relationship } = await office()
  const input = { ids: [relationship.id], samples: false, passphrase: 'short' }
  expect(await app.code('files:exportBundle', input)).toBe('invalid-input')
})
