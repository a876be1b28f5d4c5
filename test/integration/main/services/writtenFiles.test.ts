// What was written can be shown and opened, and nothing else; the reference data of a connection leaves as the published file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseSnapshotFile } from '../../../../shared/files/snapshotFile.ts'
import { temporaryFolder } from '../store/fixtures.ts'
import { startApp } from '../handlers/app.ts'

test('a written file is shown and opened; another path is not', async () => {
  const path = join(temporaryFolder(), 'out.syncwright.json')
  const app = startApp({ savePath: () => path })
  const { relationshipId } = await app.value('demo:open', {})
  expect(await app.code('files:open', { path })).toBe('unknown-item')
  await app.value('files:export', { ids: [relationshipId] })
  await app.value('files:show', { path })
  await app.value('files:open', { path })
  expect(await app.code('files:show', { path: '/etc/passwd' })).toBe('unknown-item')
  expect(app.shown).toEqual([path])
  expect(app.remembered).toEqual([path])
})

test('what the system cannot open is a sentence', async () => {
  const path = join(temporaryFolder(), 'sheet.md')
  const app = startApp({ savePath: () => path })
  const { relationshipId: id } = await app.value('demo:open', {})
  await app.value('files:handover', { id, format: 'markdown', permissions: [] })
  expect(app.remembered).toEqual([])
  const opened = await app.call('files:open', { path })
  expect(opened).toMatchObject({ ok: false, error: { next: expect.stringContaining('folder') } })
})

test('the reference data of a connection is exported as it was read', async () => {
  const path = join(temporaryFolder(), 'demo.reference.json')
  const app = startApp({ savePath: () => path })
  expect(await app.code('files:exportReference', { connectionId: 'none' })).toBe('not-found')
  const { connectionId } = await app.value('demo:open', {})
  await app.value('files:exportReference', { connectionId })
  const file = parseSnapshotFile(readFileSync(path, 'utf8'))
  const view = await app.value('reference:get', { target: { connectionId, overrideOf: null } })
  expect(file.ok && file.value.collections.boards).toEqual(view?.collections.boards)
})
