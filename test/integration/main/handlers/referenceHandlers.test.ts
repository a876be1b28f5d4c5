// Reference data by the calls of the page: read, kept, searched and looked up.
import { describe, expect, test } from 'vitest'
import { createSimulator } from '../../../simulator/simulator.ts'
import { filesIn } from '../store/fixtures.ts'
import { startApp, valuesFor, connected } from './app.ts'

describe('reference data', () => {
  test('is read, kept, searched and looked up', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const target = { connectionId: id, overrideOf: null }
    const read = await app.value('reference:refresh', { callId: 'r', target })
    expect(read).toMatchObject({ partial: [], problems: [] })
    const again = startApp({ folder: app.folder, demo: app.demo })
    expect(await again.value('connections:list', {})).toMatchObject([{ fetchedAt: read.fetchedAt }])
    const view = await again.value('reference:get', { target })
    expect(view?.counts).toEqual(read.counts)
    expect(view?.collections.boards?.length).toBe(read.counts.boards)
    expect(view?.collections).not.toHaveProperty('companies')
    const found = await again.value('companies:search', {
      target,
      text: 'contoso',
      limit: 5,
      showHidden: false,
    })
    expect(found.rows[0]?.name).toBe('Contoso Ltd')
    const ids = [found.rows[0]?.id ?? 0, 999_999]
    expect(await again.value('companies:lookup', { target, ids })).toHaveLength(1)
  })

  test('of a connection that is deleted while it is read is not kept', async () => {
    const demo = createSimulator({ size: 'small' })
    const deleted = Promise.withResolvers<void>()
    const slowly: typeof demo.fetch = async (request) => {
      await deleted.promise
      return demo.fetch(request)
    }
    const app = startApp({ demo: { ...demo, fetch: slowly } })
    const { id } = await connected(app)
    const target = { connectionId: id, overrideOf: null }
    const read = app.code('reference:refresh', { callId: 'r', target })
    await app.value('connections:remove', { id, force: false })
    deleted.resolve()
    expect(await read).toBe('unknown-item')
    expect(filesIn(app.folder).filter(({ path }) => path.includes('references'))).toEqual([])
  })

  test('of a connection without its key asks for the key', async () => {
    const app = startApp()
    const { id } = await app.value('connections:save', {
      id: null,
      values: valuesFor(app.demo),
      privateKey: null,
    })
    expect(
      await app.code('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } }),
    ).toBe('key-needed')
  })

  test('of another site than the connection’s is not told as its own', async () => {
    const app = startApp()
    const { id } = await connected(app)
    await app.value('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } })
    const values = { ...valuesFor(app.demo), site: 'other.example.test' }
    const { privateKey } = app.demo.credentials
    expect(await app.value('connections:save', { id, values, privateKey })).toMatchObject({
      fetchedAt: null,
    })
  })

  test('nothing is offered before the first read', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const target = { connectionId: id, overrideOf: null }
    expect(await app.value('reference:get', { target })).toBeNull()
    expect(await app.value('companies:search', { target, text: '', limit: 5, showHidden: true })).toEqual({
      rows: [],
      guesses: 0,
      total: 0,
      hidden: 0,
    })
    expect(await app.value('companies:lookup', { target, ids: [1] })).toEqual([])
  })
})
