// Moving a relationship: records find their namesakes, what has none is cleared, and it is one revision.
import { expect, test } from 'vitest'
import type { RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { type App, startApp, valuesFor } from '../handlers/app.ts'

async function connected(app: App, name: string, site: string) {
  const { privateKey } = app.demo.credentials
  const values = { ...valuesFor(app.demo, name), site }
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  const target = { connectionId: id, overrideOf: null }
  await app.value('reference:refresh', { callId: id, target })
  const view = await app.value('reference:get', { target })
  return { id, collections: view?.collections ?? {} }
}

/** A target relationship with time entries off, in which the member behind the gate and the other role's boards are filled. */
async function prepared() {
  const app = startApp()
  const from = await connected(app, 'Acme sandbox', 'sandbox.example.test')
  const to = await connected(app, 'Acme production', 'acme.example.test')
  const [board] = from.collections.boards ?? []
  const created = await app.value('relationships:create', {
    contractName: 'Northwind care',
    partner: 'Northwind',
    role: 'target',
    connectionId: from.id,
  })
  const draft: RelationshipDraft = {
    ...created.draft,
    settings: {
      ...created.draft.settings,
      serviceBoard: { id: board?.id ?? 0, name: board?.name ?? '' },
      priority: { id: 9999, name: 'Only in the sandbox' },
      boards: [{ id: 8888, name: 'Sandbox board' }],
      timeEntries: {
        ...created.draft.settings.timeEntries,
        defaultMember: { id: 7777, name: 'Nobody There' },
      },
    },
  }
  const { id } = created
  await app.value('relationships:save', { id, draft, baseRevision: 1, note: '', overrideKey: null })
  return { app, id, draft, from, to, board }
}

test('shows first what would become of each record, what is kept but not used included', async () => {
  const { app, id, to } = await prepared()
  const { matches } = await app.value('relationships:planMove', { id, connectionId: to.id, choices: [] })
  expect(matches.map(({ field, state }) => [field, state])).toEqual([
    ['boards[0]', 'missing'],
    ['serviceBoard', 'same'],
    ['priority', 'missing'],
    ['timeEntries.defaultMember', 'missing'],
  ])
  expect((await app.value('relationships:get', { id })).revision.number).toBe(2)
})

test('is one revision with its note, and clears what has no match', async () => {
  const { app, id, draft, to } = await prepared()
  const moved = await app.value('relationships:move', {
    id,
    connectionId: to.id,
    baseRevision: 2,
    choices: [],
  })
  expect(moved.revision).toMatchObject({ number: 3, note: 'Moved to Acme production' })
  expect(moved.leftOpen).toEqual([
    { field: 'boards[0]', name: 'Sandbox board' },
    { field: 'priority', name: 'Only in the sandbox' },
    { field: 'timeEntries.defaultMember', name: 'Nobody There' },
  ])
  expect(moved.draft).toEqual({
    ...draft,
    connectionId: to.id,
    settings: {
      ...draft.settings,
      priority: null,
      boards: [],
      timeEntries: { ...draft.settings.timeEntries, defaultMember: null },
    },
  })
})

test('takes the record chosen by hand', async () => {
  const { app, id, to } = await prepared()
  const priority = to.collections.priorities?.[1]
  const moved = await app.value('relationships:move', {
    id,
    connectionId: to.id,
    baseRevision: 2,
    choices: [{ field: 'priority', id: priority?.id ?? 0 }],
  })
  expect(moved.draft.settings.priority?.id).toBe(priority?.id)
})

test('keeps the override with its key, and what it points at', async () => {
  const { app, id, draft, to } = await prepared()
  const apiOverride = {
    enabled: true,
    site: 'third.example.test',
    companyId: 'third',
    publicKey: 'p',
    clientId: 'c',
  }
  await app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride },
    baseRevision: 2,
    note: '',
    overrideKey: 'the-key-of-the-override',
  })
  const moved = await app.value('relationships:move', {
    id,
    connectionId: to.id,
    baseRevision: 3,
    choices: [],
  })
  expect(moved.overrideKey).toBe('saved')
  expect(moved.draft).toEqual({ ...draft, apiOverride, connectionId: to.id })
})

test('works for one whose connection is gone, and says where it was not up to date', async () => {
  const { app, id, from, to } = await prepared()
  await app.value('connections:remove', { id: from.id, force: true })
  const move = { id, connectionId: to.id, choices: [] }
  expect(await app.code('relationships:move', { ...move, baseRevision: 1 })).toBe('conflict')
  expect(await app.code('relationships:move', { ...move, connectionId: 'gone', baseRevision: 2 })).toBe(
    'unknown-item',
  )
  const moved = await app.value('relationships:move', { ...move, baseRevision: 2 })
  expect(moved.draft.connectionId).toBe(to.id)
})
