// Snapshots are published files: written whole, read only when asked for, set aside when damaged.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSnapshots } from '../../../../main/store/snapshotStore.ts'
import { parseSnapshotFile } from '../../../../shared/files/snapshotFile.ts'
import type { Snapshot } from '../../../../shared/reference/collections.ts'
import { runHere } from '../../../support/process/runHere.ts'
import { storeContext, temporaryFolder } from './fixtures.ts'

const target = { connectionId: 'acme', overrideOf: null }
const snapshot: Snapshot = {
  kind: 'syncwright.reference',
  version: 1,
  connection: {
    name: 'The "collections" of Acme',
    environment: 'production',
    site: 'acme.example.test',
    companyId: 'acme',
  },
  fetchedAt: '2026-11-23T09:00:00Z',
  collections: { companies: [{ id: 1, name: 'Contoso' }], boards: [] },
  partial: ['boards'],
}
const open = (folder: string, context = storeContext()) =>
  createSnapshots({ ...context, dataFolder: folder, run: runHere })
const fileIn = (folder: string): string => join(folder, 'references', 'connection-acme.reference.json')

test('the file is the published format', async () => {
  const folder = temporaryFolder()
  expect(await open(folder).save(target, snapshot)).toEqual({ ok: true, value: null })
  expect(parseSnapshotFile(readFileSync(fileIn(folder), 'utf8'))).toEqual({ ok: true, value: snapshot })
})

test('a saved snapshot is there after a restart, and its head without its rows', async () => {
  const folder = temporaryFolder()
  await open(folder).save(target, snapshot)
  const again = open(folder)
  expect(await again.head(target)).toMatchObject({
    connection: snapshot.connection,
    fetchedAt: snapshot.fetchedAt,
  })
  expect(await again.load(target)).toEqual(snapshot)
  expect(await again.load(target)).toBe(await again.load(target))
})

test('an override has a snapshot of its own', async () => {
  const folder = temporaryFolder()
  const store = open(folder)
  const override = { connectionId: 'acme', overrideOf: 'rel' }
  await store.save(target, snapshot)
  expect(await store.load(override)).toBeNull()
  await store.save(override, { ...snapshot, fetchedAt: '2026-11-23T09:30:00Z' })
  expect((await store.head(target))?.fetchedAt).toBe('2026-11-23T09:00:00Z')
  await store.remove(override)
  expect(await store.load(override)).toBeNull()
  expect(await store.load(target)).toEqual(snapshot)
})

test.each([
  ['cut off', '{ "kind": "syncwright.reference", "version": 1,'],
  ['of another kind', '{ "kind": "other" }'],
])('a file that is %s is set aside, with a notice, and there is no snapshot', async (_case, content) => {
  const folder = temporaryFolder()
  await open(folder).save(target, snapshot)
  writeFileSync(fileIn(folder), content)
  const context = storeContext()
  const store = open(folder, context)
  expect(await store.head(target)).toBeNull()
  expect(await store.load(target)).toBeNull()
  expect(context.notices).toHaveLength(1)
  expect(readdirSync(join(folder, 'references'))).toEqual([
    'connection-acme.reference.corrupt-2026-11-23T10-00-00-000Z.json',
  ])
})

test('a file of a newer version is left untouched, not used, and not written over', async () => {
  const folder = temporaryFolder()
  await open(folder).save(target, snapshot)
  const newer = readFileSync(fileIn(folder), 'utf8').replace('"version": 1', '"version": 2')
  writeFileSync(fileIn(folder), newer)
  const context = storeContext()
  const store = open(folder, context)
  expect(await store.head(target)).toBeNull()
  expect(await store.load(target)).toBeNull()
  expect(await store.load(target)).toBeNull()
  expect(context.notices).toEqual([expect.stringContaining('written by a newer version')])
  expect(await store.save(target, snapshot)).toMatchObject({ ok: false, error: { code: 'file-too-new' } })
  expect(readFileSync(fileIn(folder), 'utf8')).toBe(newer)
})
