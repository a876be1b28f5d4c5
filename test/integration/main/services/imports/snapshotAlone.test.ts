// Reference data that comes as a file of its own goes where it is of, and nowhere else; undo takes it back.
import { expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import { exportedAt, snapshotText } from '../../../../support/files.ts'
import { snapshot, targetRelationship } from '../../../../support/relationships.ts'
import { filesIn } from '../../store/fixtures.ts'
import { type App, startApp } from '../../handlers/app.ts'

const fileName = 'acme.reference.json'
const { connection } = snapshot()

const connect = async (app: App, more: { site?: string; companyId?: string } = {}) => {
  const values = { ...connection, publicKey: '', clientId: '', ...more }
  return (await app.value('connections:save', { id: null, values, privateKey: null })).id
}
const read = (app: App, text = snapshotText()) => app.value('files:readImport', { fileName, text })
const take = async (app: App, text?: string) => {
  const { importId } = await read(app, text)
  return { importId, ...(await app.value('files:applyImport', { importId, ids: [] })) }
}
const fetchedAt = async (app: App, connectionId: string, overrideOf: string | null = null) =>
  (await app.value('reference:get', { target: { connectionId, overrideOf } }))?.fetchedAt

test('goes to the connection of its site and company, however they are written, and nowhere else', async () => {
  const app = startApp()
  const id = await connect(app, { site: `https://${connection.site}/`, companyId: 'ACME' })
  const other = await connect(app, { companyId: 'other' })
  const review = await read(app)
  expect(review).toMatchObject({ entries: [], carries: { references: [{ name: connection.name }] } })
  expect(await fetchedAt(app, id)).toBeUndefined()
  expect(await take(app)).toMatchObject({ stored: [], carried: { references: 1 } })
  expect(await fetchedAt(app, id)).toBe(snapshot().fetchedAt)
  expect(await fetchedAt(app, other)).toBeUndefined()
})

test('a second time and an older one change nothing, a newer one is taken and undone', async () => {
  const app = startApp()
  const id = await connect(app)
  await take(app)
  const older = snapshotText({ fetchedAt: '2026-11-01T00:00:00Z' })
  expect((await take(app)).carried.references).toBe(0)
  expect((await take(app, older)).carried.references).toBe(0)
  const { importId } = await take(app, snapshotText({ fetchedAt: '2026-11-24T00:00:00Z' }))
  expect(await fetchedAt(app, id)).toBe('2026-11-24T00:00:00Z')
  await app.value('files:undoImport', { importId })
  expect(await fetchedAt(app, id)).toBe(snapshot().fetchedAt)
})

test('goes to an override of that ConnectWise too', async () => {
  const app = startApp()
  const { site, companyId } = connection
  const relationship = targetRelationship(
    {},
    { apiOverride: { site, companyId }, connection: { ...connection, companyId: 'parent' } },
  )
  const { importId } = await read(app, exportRelationships([relationship], exportedAt))
  await app.value('files:applyImport', { importId, ids: [relationship.id] })
  expect((await take(app)).carried.references).toBe(1)
  const [parent] = await app.value('connections:list', {})
  expect(await fetchedAt(app, parent?.id ?? '')).toBeUndefined()
  expect(await fetchedAt(app, parent?.id ?? '', relationship.id)).toBe(snapshot().fetchedAt)
})

test.each([
  [
    'of a connection that is not here',
    snapshotText(),
    { companyId: 'other' },
    /“.+”.+company acme.+no connection/,
  ],
  [
    'from a time that is still to come',
    snapshotText({ fetchedAt: '2099-01-01T00:00:00Z' }),
    {},
    /still to come/,
  ],
])('%s it is refused by name, and nothing is stored', async (_what, text, values, sentence) => {
  const app = startApp()
  await connect(app, values)
  const before = filesIn(app.folder)
  const answer = await app.call('files:readImport', { fileName, text })
  expect(answer.ok ? '' : answer.error.message).toMatch(sentence)
  expect(answer.ok ? '' : answer.error.next).not.toBe('')
  expect(filesIn(app.folder)).toEqual(before)
})
