// Kept samples over the calls of the page: they arrive and leave in parts, and go together with their connection.
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { partSize } from '../../../../shared/preview/sample/tickets.ts'
import { filesIn } from '../store/fixtures.ts'
import { type App, startApp, valuesFor } from './app.ts'

const connected = async (app: App): Promise<string> => {
  const values = valuesFor(app.demo)
  return (await app.value('connections:save', { id: null, values, privateKey: null })).id
}

const tickets = (from: number, count: number) =>
  JSON.stringify(Array.from({ length: count }, (_, index) => ({ key: `INC${from + index}`, summary: 'A' })))

const part = (connectionId: string, changes: Partial<Input<'samples:keep'>> = {}): Input<'samples:keep'> => ({
  keepId: 'k',
  name: ' Monday ',
  connectionId,
  flow: 'inbound',
  from: 0,
  text: tickets(0, 1),
  last: true,
  ...changes,
})

test('a large sample arrives and leaves in parts, and is there after a restart', async () => {
  const app = startApp()
  const id = await connected(app)
  const first = part(id, { text: tickets(0, partSize), last: false })
  expect(await app.value('samples:keep', first)).toBeNull()
  const kept = await app.value('samples:keep', part(id, { from: partSize, text: tickets(partSize, 3) }))
  expect(kept).toMatchObject({ name: 'Monday', flow: 'inbound', rows: partSize + 3, connectionId: id })

  const again = startApp({ folder: app.folder })
  expect(await again.value('samples:list', {})).toEqual([kept])
  const { text, next } = await again.value('samples:load', { id: kept?.id ?? '', from: 0 })
  expect([JSON.parse(text).length, next]).toEqual([partSize, partSize])
  const rest = await again.value('samples:load', { id: kept?.id ?? '', from: partSize })
  expect([JSON.parse(rest.text), rest.next]).toEqual([JSON.parse(tickets(partSize, 3)), null])
})

test('only what a ticket has reaches the disk', async () => {
  const app = startApp()
  const id = await connected(app)
  const text = '[{"key":"INC1","summary":"A","privateKey":"hidden-key-1"}]'
  await app.value('samples:keep', part(id, { text }))
  expect(
    filesIn(app.folder)
      .map(({ content }) => content)
      .join(''),
  ).not.toContain('hidden-key-1')
})

test.each([
  ['a part that is no JSON', { text: '[{' }],
  ['a part of the other flow', { flow: 'outbound' as const }],
  ['a part without the one before it', { from: 1 }],
])('%s keeps nothing', async (_case, changes) => {
  const app = startApp()
  const id = await connected(app)
  expect(await app.code('samples:keep', part(id, changes))).toBe('conflict')
  expect(await app.value('samples:list', {})).toEqual([])
})

test('of two samples on their way in only the later one is kept', async () => {
  const app = startApp()
  const id = await connected(app)
  await app.value('samples:keep', part(id, { last: false }))
  await app.value('samples:keep', part(id, { keepId: 'other', name: 'Other' }))
  expect(await app.code('samples:keep', part(id, { from: 1 }))).toBe('conflict')
  expect(await app.value('samples:list', {})).toMatchObject([{ name: 'Other' }])
})

test('a sample is removed, and goes with its connection', async () => {
  const app = startApp()
  const id = await connected(app)
  const one = await app.value('samples:keep', part(id))
  await app.value('samples:keep', part(id, { name: 'Second' }))
  await app.value('samples:remove', { id: one?.id ?? '' })
  expect(await app.value('samples:list', {})).toMatchObject([{ name: 'Second' }])
  await app.value('connections:remove', { id })
  expect(await app.value('samples:list', {})).toEqual([])
  expect(await app.code('samples:keep', part(id))).toBe('unknown-item')
  expect(await app.code('samples:load', { id: one?.id ?? '', from: 0 })).toBe('unknown-item')
})
