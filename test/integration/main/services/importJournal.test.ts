// An import that is killed on the way is taken back at the next start, whole, and said once.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../shared/files/exportRelationships.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'
import { type App, startApp } from '../handlers/app.ts'

const at = new Date('2026-11-23T10:00:00Z')
const known = targetRelationship({}, { id: 'known', contractName: 'Known already' })
const elsewhere = { ...known.connection, name: 'Another', site: 'other.example.test' }
const brought = [
  { ...known, partner: 'Changed' },
  sourceRelationship({}, { id: 'fresh', contractName: 'Fresh', connection: elsewhere }),
  targetRelationship({}, { id: 'third', contractName: 'Third' }),
]

async function importInto(
  app: App,
  fileName: string,
  relationships: readonly Relationship[],
  ids: readonly string[],
) {
  const text = exportRelationships(relationships, at)
  const { importId } = await app.value('files:readImport', { fileName, text })
  return app.value('files:applyImport', { importId, ids: [...ids], decisions: [] })
}
const everything = async (app: App) => ({
  relationships: (await app.value('relationships:list', {})).map(({ id, partner }) => [id, partner]),
  connections: (await app.value('connections:list', {})).map(({ name }) => name),
})

test.each([0, 1, 2, 3])('after %i of its relationships nothing of it is left', async (done) => {
  const app = startApp()
  await importInto(app, 'first.json', [known], ['known'])
  const before = await everything(app)
  const connections = (await app.value('connections:list', {})).map(({ id }) => id)
  await importInto(app, 'second.json', brought, brought.map(({ id }) => id).slice(0, done))

  // The record as it stands while the import runs: it is written before the first relationship.
  const running = {
    fileName: 'second.json',
    note: 'Imported from second.json',
    relationships: brought.map(({ id }) => ({ id, newId: `new-${id}`, before: id === 'known' ? 1 : null })),
    connections,
  }
  for (const name of ['import.json', 'import.last-good.json'])
    writeFileSync(join(app.folder, name), JSON.stringify({ version: 1, running }))

  const again = startApp({ folder: app.folder })
  expect(await everything(again)).toEqual(before)
  const { notices } = await again.value('app:info', {})
  expect(notices.join()).toContain('The import of second.json was interrupted.')
  const later = await startApp({ folder: app.folder }).value('app:info', {})
  expect(later.notices.join()).not.toContain('interrupted')
})

test('a finished import leaves no record, and a restart takes nothing back', async () => {
  const app = startApp()
  await importInto(app, 'first.json', brought, ['known', 'fresh', 'third'])
  expect(JSON.parse(readFileSync(join(app.folder, 'import.json'), 'utf8'))).toEqual({
    version: 1,
    running: null,
  })
  const after = await everything(app)
  expect(await everything(startApp({ folder: app.folder }))).toEqual(after)
})
