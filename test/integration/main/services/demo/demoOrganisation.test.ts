// The demo organisation by the calls of the page: ready to look at without network and keystore.
import { describe, expect, test } from 'vitest'
import { filesIn } from '../../store/fixtures.ts'
import { startApp } from '../../handlers/app.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const

describe('the demo organisation', () => {
  test('opens ready to look at, without network and keystore, and only once', async () => {
    const app = startApp()
    const opened = await app.value('demo:open', {})
    const [first, second] = await Promise.all([app.value('demo:open', {}), app.value('demo:open', {})])
    expect([first, second]).toEqual([opened, opened])
    expect(await app.value('connections:list', {})).toMatchObject([
      { id: opened.connectionId, demo: true, key: 'saved', environment: 'sandbox' },
    ])
    const list = await app.value('relationships:list', {})
    expect(list.map(({ role }) => role).toSorted()).toEqual(['source', 'target'])
    expect(list.map(({ readiness }) => readiness.ready)).toEqual([true, true])
    expect(app.demo.requests).toEqual([])
    expect(
      filesIn(app.folder)
        .map(({ path }) => path)
        .filter((path) => path.endsWith('keys.json')),
    ).toEqual([])
  })

  test('is there at the first list when the start asked for it', async () => {
    const app = startApp({ openDemo: true })
    const [connections, relationships] = await Promise.all([
      app.value('connections:list', {}),
      app.value('relationships:list', {}),
    ])
    expect(connections).toHaveLength(1)
    expect(relationships).toHaveLength(2)
  })

  test('keeps what a person changed', async () => {
    const app = startApp()
    const { relationshipId: id } = await app.value('demo:open', {})
    const { draft } = await app.value('relationships:get', { id })
    await app.value('relationships:save', {
      id,
      draft: { ...draft, partner: 'Mine' },
      baseRevision: 1,
      note: '',
      overrideKey: null,
    })
    await app.value('demo:open', {})
    expect((await app.value('relationships:get', { id })).draft.partner).toBe('Mine')
  })

  test('can be tested, and its tickets read', async () => {
    const app = startApp()
    const { connectionId } = await app.value('demo:open', {})
    const [view] = await app.value('connections:list', {})
    if (!view) throw new Error('no connection')
    const { site, companyId, publicKey, clientId } = view
    const target = { connectionId, overrideOf: null }
    const result = await app.value('connections:test', {
      callId: 't',
      credentials: { site, companyId, publicKey, clientId },
      privateKey: null,
      target,
      needs,
    })
    expect(result.ok).toBe(true)
    const { sampleId, rows } = await app.value('samples:read', {
      callId: 's',
      target,
      boards: [],
      since: null,
      limit: 5,
    })
    expect(rows).toBe(5)
    const { text, next } = await app.value('samples:load', { id: sampleId, from: 0 })
    expect([JSON.parse(text).length, next]).toEqual([5, null])
  })
})
