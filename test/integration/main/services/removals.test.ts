// What is deleted lies in the bin: it comes back whole, its key only while the notice lasts, and it counts nowhere else.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { type App, startApp, connected, otherOverride, overridden } from '../handlers/app.ts'
import { filesIn } from '../store/fixtures.ts'

afterEach(() => vi.useRealTimers())

const keysFile = (app: App): string =>
  existsSync(join(app.folder, 'keys.json')) ? readFileSync(join(app.folder, 'keys.json'), 'utf8') : ''

/** A connection with lists and a sample, and a relationship that uses it and has an override with a key. */
async function prepared() {
  const app = startApp()
  const { id: connectionId } = await connected(app)
  const target = { connectionId, overrideOf: null }
  await app.value('reference:refresh', { callId: 'r', target })
  await app.value('samples:keep', {
    keepId: 'k',
    name: 'Monday',
    connectionId,
    flow: 'inbound',
    from: 0,
    last: true,
    text: '[{"key":"INC1","summary":"Printer"}]',
  })
  const made = await app.value('relationships:create', {
    contractName: 'Northwind care',
    partner: 'Northwind',
    role: 'source',
    connectionId,
  })
  const { id } = await overridden(app, made, otherOverride, 'a-key-of-the-override')
  return { app, connectionId, target, id }
}

test('a deleted connection is undone whole, with its key, lists and samples', async () => {
  const { app, connectionId: id, target } = await prepared()
  const before = await app.value('connections:list', {})
  await app.value('connections:remove', { id, force: true })
  expect(await app.value('connections:list', {})).toEqual([])
  expect(await app.value('samples:list', {})).toEqual([])
  expect(await app.value('reference:get', { target })).toBeNull()
  await app.value('bin:bringBack', { kind: 'connection', id })
  expect(await app.value('connections:list', {})).toEqual(before)
  expect(await app.value('samples:list', {})).toMatchObject([{ name: 'Monday' }])
  expect((await app.value('reference:get', { target }))?.counts.boards).toBeGreaterThan(0)
  expect(await app.value('bin:list', {})).toEqual([])
})

test.each([
  ['the notice goes', (app: App, id: string) => app.value('bin:settle', { kind: 'connection', id })],
  ['thirty seconds pass', async () => void vi.advanceTimersByTime(30_000)],
])('its key is erased when %s, and comes back as needed', async (_when, passes) => {
  const { app, connectionId: id } = await prepared()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await app.value('connections:remove', { id, force: true })
  expect(keysFile(app)).toContain(`connection:${id}`)
  await passes(app, id)
  vi.useRealTimers()
  expect(keysFile(app)).not.toContain(`connection:${id}`)
  await app.value('bin:bringBack', { kind: 'connection', id })
  expect(await app.value('connections:list', {})).toMatchObject([{ id, key: 'needed' }])
})

test('the key of what was deleted does not outlive a crash', async () => {
  const { app, connectionId: id } = await prepared()
  await app.value('connections:remove', { id, force: true })
  const again = startApp({ folder: app.folder })
  await again.value('connections:list', {})
  expect(keysFile(again)).not.toContain(`connection:${id}`)
  expect(keysFile(again)).toContain('override:')
})

test('a relationship without its connection stays, and can be saved', async () => {
  const { app, connectionId, id } = await prepared()
  await app.value('connections:remove', { id: connectionId, force: true })
  expect(await app.value('relationships:list', {})).toMatchObject([{ id, connectionId }])
  const { draft, revision } = await app.value('relationships:get', { id })
  const saved = await app.value('relationships:save', {
    id,
    draft: { ...draft, partner: 'Northwind Traders' },
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
  expect(saved.overrideKey).toBe('saved')
})

test('a relationship comes back from the bin with every revision, without the key of its override', async () => {
  const { app, id } = await prepared()
  const before = await app.value('relationships:revisions', { id })
  await app.value('relationships:remove', { id })
  expect(await app.value('bin:list', {})).toEqual([
    {
      kind: 'relationship',
      id,
      name: 'Northwind care',
      about: 'Northwind',
      connection: expect.stringMatching(/./),
      deletedAt: '2026-11-23T10:00:00.000Z',
      daysLeft: 30,
    },
  ])
  await app.value('bin:settle', { kind: 'relationship', id })
  await app.value('bin:bringBack', { kind: 'relationship', id })
  expect(await app.value('relationships:revisions', { id })).toEqual(before)
  expect((await app.value('relationships:get', { id })).overrideKey).toBe('needed')
})

test('what is deleted now leaves nothing behind', async () => {
  const { app, connectionId, id } = await prepared()
  await app.value('relationships:remove', { id })
  await app.value('connections:remove', { id: connectionId, force: false })
  await app.value('bin:delete', { kind: 'relationship', id })
  await app.value('bin:delete', { kind: 'connection', id: connectionId })
  expect(await app.code('bin:bringBack', { kind: 'relationship', id })).toBe('unknown-item')
  const left = filesIn(app.folder).filter(
    ({ path, content }) =>
      !path.includes('readiness') && (content.includes(id) || content.includes(connectionId)),
  )
  expect(left).toEqual([])
})

test('what was deleted a month ago is gone at the next start; a day less and it is still there', async () => {
  const { app, id, connectionId } = await prepared()
  await app.value('relationships:remove', { id })
  await app.value('connections:remove', { id: connectionId, force: true })
  const later = startApp({ folder: app.folder, now: () => new Date('2026-12-22T10:00:00Z') })
  await later.value('connections:list', {})
  expect((await later.value('bin:list', {})).map(({ daysLeft }) => daysLeft)).toEqual([1, 1])
  const latest = startApp({ folder: app.folder, now: () => new Date('2026-12-23T10:00:00Z') })
  await latest.value('connections:list', {})
  expect(await latest.value('bin:list', {})).toEqual([])
  expect(filesIn(join(app.folder, 'references'))).toEqual([])
})

test('what lives again does not stand in the bin too', async () => {
  const app = startApp({ openDemo: false })
  const { connectionId: id } = await app.value('demo:open', {})
  await app.value('connections:remove', { id, force: true })
  await app.value('demo:open', {})
  expect(await app.value('bin:list', {})).toEqual([])
  expect(await app.code('bin:bringBack', { kind: 'connection', id })).toBe('conflict')
  await startApp({ folder: app.folder }).value('connections:list', {})
  expect(filesIn(app.folder).filter(({ path }) => path.includes('/bin/'))).toEqual([])
})
