// A sandbox configuration is promoted on one computer: beside the sandbox's, linked to it, once.
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import { effective } from '../../../../../shared/relationship/effective.ts'
import type { ImportMode } from '../../../../../shared/ipc/areas/fileCalls.ts'
import { type App, startApp, valuesFor } from '../../handlers/app.ts'

async function connected(app: App, name: string, site: string) {
  const { privateKey } = app.demo.credentials
  const values = { ...valuesFor(app.demo, name), site }
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  await app.value('reference:refresh', { callId: id, target: { connectionId: id, overrideOf: null } })
  return { id, values }
}

/** A relationship of the sandbox, the file it was exported to, and the production connection beside it. */
async function prepared() {
  const app = startApp()
  const sandbox = await connected(app, 'Acme sandbox', 'sandbox.example.test')
  const production = await connected(app, 'Acme production', 'acme.example.test')
  const { id, draft } = await app.value('relationships:create', {
    contractName: 'Northwind care',
    partner: 'Northwind',
    role: 'source',
    connectionId: sandbox.id,
  })
  const { name, environment, site, companyId } = sandbox.values
  const file = effective(id, draft, { name, environment, site, companyId })
  const text = exportRelationships([file], new Date('2026-11-23T10:00:00Z'))
  const read = async () => app.value('files:readImport', { fileName: 'acme.syncwright.json', text })
  const into = (mode: ImportMode | null) => [{ id, connectionId: production.id, mode, choices: [] }]
  return { app, id, draft, text, sandbox, production, read, into }
}

test('the file itself is already here; into another connection it is new by default', async () => {
  const { app, read, into } = await prepared()
  const { importId, entries } = await read()
  expect(entries).toMatchObject([{ state: 'same', elsewhere: null }])
  const { entries: planned } = await app.value('files:planImport', { importId, decisions: into(null) })
  expect(planned).toMatchObject([
    { state: 'new', mode: 'new', elsewhere: { connectionName: 'Acme sandbox' }, namesake: null },
  ])
})

test('as a new one it gets an id of its own, is linked, and importing again says that it is here', async () => {
  const { app, id, sandbox, production, read, into } = await prepared()
  const { importId } = await read()
  const { newIds } = await app.value('files:applyImport', { importId, ids: [id], decisions: into(null) })
  const twin = newIds[id] ?? ''
  const list = await app.value('relationships:list', {})
  expect(Object.fromEntries(list.map((each) => [each.id, each.connectionId]))).toEqual({
    [id]: sandbox.id,
    [twin]: production.id,
  })
  expect(await app.value('relationships:get', { id: twin })).toMatchObject({ origin: id })
  const again = await read()
  const planned = await app.value('files:planImport', { importId: again.importId, decisions: into(null) })
  expect(planned.entries).toMatchObject([{ state: 'same' }])

  await app.value('files:undoImport', { importId })
  expect(await app.value('relationships:list', {})).toMatchObject([{ id }])
})

test('in place of the one that is here it moves there as a revision', async () => {
  const { app, id, production, read, into } = await prepared()
  const { importId } = await read()
  const done = await app.value('files:applyImport', { importId, ids: [id], decisions: into('replace') })
  expect(done.newIds).toEqual({})
  expect(await app.value('relationships:get', { id })).toMatchObject({
    draft: { connectionId: production.id },
    revision: { number: 2 },
    origin: null,
  })
  // The same file again moves nothing back.
  expect((await read()).entries).toMatchObject([{ state: 'same' }])
})

test('the same name under another id is said', async () => {
  const { app, id, text, production } = await prepared()
  const renamed = text
    .replaceAll(id, '0f0e0d0c-0000-4000-8000-000000000001')
    .replace('Northwind care', 'NORTHWIND  CARE')
  const { entries } = await app.value('files:readImport', {
    fileName: 'other.syncwright.json',
    text: renamed,
  })
  expect(entries).toMatchObject([{ state: 'new', elsewhere: null }])
  const exact = text.replaceAll(id, '0f0e0d0c-0000-4000-8000-000000000001')
  const second = await app.value('files:readImport', { fileName: 'other.syncwright.json', text: exact })
  expect(second.entries).toMatchObject([{ namesake: { id, connectionName: 'Acme sandbox' } }])
  expect(production.id).not.toBe('')
})

test('a relationship whose connection is gone gets it back, not a twin', async () => {
  const { app, id, sandbox, read, into } = await prepared()
  await app.value('connections:remove', { id: sandbox.id, force: true })
  const { importId } = await read()
  const { entries } = await app.value('files:planImport', { importId, decisions: into(null) })
  expect(entries).toMatchObject([{ state: 'differs', elsewhere: null }])
  expect(entries[0]?.relationship.id).toBe(id)
})
