// Exports that were read one by one and are imported as one: stored together, each under the name of its own file, undone together.
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import type { RunJob } from '../../../../../main/background/jobs.ts'
import { runHere } from '../../../../support/process/runHere.ts'
import { targetRelationship } from '../../../../support/relationships.ts'
import { type App, startApp, connected } from '../../handlers/app.ts'

const fileOf = (id: string) => ({
  fileName: `${id}.syncwright.json`,
  text: exportRelationships(
    [targetRelationship({}, { id, contractName: id })],
    new Date('2026-11-23T10:00:00Z'),
  ),
})
const read = (app: App, id: string, joins: string | null) =>
  app.value('files:readImport', { ...fileOf(id), joins })

test('an export joins the one before it, is stored with it and taken back with it', async () => {
  const app = startApp()
  await connected(app)
  const { importId } = await read(app, 'adatum', null)
  const joined = await read(app, 'fabrikam', importId)
  expect(joined).toMatchObject({ importId, entries: [{ relationship: { id: 'fabrikam' } }] })
  await app.value('files:applyImport', { importId, ids: ['adatum', 'fabrikam'] })
  for (const id of ['adatum', 'fabrikam']) {
    const revisions = await app.value('relationships:revisions', { id })
    expect(revisions.map(({ note }) => note)).toEqual([`Imported from ${id}.syncwright.json`])
  }
  await app.value('files:undoImport', { importId })
  expect(await app.value('relationships:list', {})).toEqual([])
})

test('another version of the same relationship, or a file that is not at hand, is an import of its own', async () => {
  const app = startApp()
  const { importId } = await read(app, 'adatum', null)
  expect((await read(app, 'adatum', importId)).importId).not.toBe(importId)
  expect((await read(app, 'fabrikam', 'gone')).importId).not.toBe('gone')
})

test('hundreds of exports begin no thread each, a long one does', async () => {
  const begun: string[] = []
  const run: RunJob = (name, ...input) => {
    begun.push(name)
    return runHere(name, ...input)
  }
  const app = startApp({ run })
  await read(app, 'adatum', null)
  expect(begun).not.toContain('readImportText')
  const { fileName, text } = fileOf('fabrikam')
  await app.value('files:readImport', { fileName, text: text + ' '.repeat(200_000), joins: null })
  expect(begun).toContain('readImportText')
})
