// Tickets of a first sync that were read back stay on this computer: for one relationship, until they are read again or deleted.
import { expect, test } from 'vitest'
import { filesIn } from '../store/fixtures.ts'
import { type App, startApp } from './app.ts'

const target = { connectionId: 'demo', overrideOf: null }

async function readBack() {
  const app = startApp({ openDemo: true })
  const [first, second] = await app.value('relationships:list', {})
  if (!first || !second) throw new Error('the demo organisation is not there')
  const read = (boards: number[], flow: 'inbound' | 'outbound' = 'inbound') =>
    app.value('samples:read', {
      callId: 's',
      target,
      boards,
      since: '2026-11-01T00:00:00Z',
      limit: 5,
      firstSyncOf: { relationshipId: first.id, flow, sample: 'incidents, 5 tickets' },
    })
  await read([])
  return { app, id: first.id, other: second.id, read }
}

const keptIn = (app: App): string[] =>
  filesIn(app.folder)
    .map(({ path }) => path)
    .filter((path) => path.includes('first-syncs') && path.endsWith('.json'))

test('they are there after a restart, with what they were read for, and in no list of samples', async () => {
  const { app, id, other } = await readBack()
  const again = startApp({ folder: app.folder, openDemo: true })
  const found = await again.value('samples:readBack', { relationshipId: id })
  expect(found).toMatchObject({
    flow: 'inbound',
    since: '2026-11-01T00:00:00Z',
    sample: 'incidents, 5 tickets',
    partial: true,
  })
  const { text } = await again.value('samples:load', { id: found?.sampleId ?? '', from: 0 })
  expect(JSON.parse(text)).toHaveLength(5)
  expect(await again.value('samples:readBack', { relationshipId: other })).toBeNull()
  expect(await again.value('samples:list', {})).toEqual([])
})

test('the next reading takes their place', async () => {
  const { app, id, read } = await readBack()
  await read([4], 'outbound')
  expect(await app.value('samples:readBack', { relationshipId: id })).toMatchObject({ flow: 'outbound' })
  expect(keptIn(app)).toHaveLength(1)
})

test('they are deleted when asked to, and with their relationship for good', async () => {
  const { app, id, read } = await readBack()
  await app.value('samples:forgetReadBack', { relationshipId: id })
  expect(await app.value('samples:readBack', { relationshipId: id })).toBeNull()
  expect(keptIn(app)).toEqual([])

  await read([])
  await app.value('relationships:remove', { id })
  expect(keptIn(app)).toHaveLength(1)
  await app.value('bin:delete', { kind: 'relationship', id })
  expect(keptIn(app)).toEqual([])
})
