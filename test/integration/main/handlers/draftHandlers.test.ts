// Unsaved drafts: the latest is on disk, whoever ends the program; each window is offered its own, and none that holds nothing new.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type App, startApp } from './app.ts'

async function prepared() {
  const app = startApp()
  const { relationshipId: id } = await app.value('demo:open', {})
  const { draft, revision } = await app.value('relationships:get', { id })
  const kept = (partner: string) => ({
    id,
    baseRevision: revision.number,
    keyTyped: false,
    draft: { ...draft, partner },
  })
  return { app, id, draft, kept }
}

const offered = (app: App, windowId: string) => app.value('drafts:list', { windowId })

test('the latest of many is offered at the next start, as it was', async () => {
  const { app, kept } = await prepared()
  await Promise.all(
    Array.from({ length: 40 }, (_each, index) =>
      app.value('drafts:keep', { windowId: 'one', ...kept(`Partner ${index}`) }),
    ),
  )
  const again = startApp({ folder: app.folder })
  expect(await offered(again, 'another')).toEqual([
    { ...kept('Partner 39'), keptAt: '2026-11-23T10:00:00.000Z' },
  ])
})

test('what one window edits is not offered in another one, only in itself after a reload', async () => {
  const { app, kept } = await prepared()
  await app.value('drafts:keep', { windowId: 'one', ...kept('Northwind') })
  expect(await offered(app, 'two')).toEqual([])
  expect(await offered(app, 'one')).toHaveLength(1)
})

test('what was forgotten, saved or deleted is offered no more', async () => {
  const { app, id, draft, kept } = await prepared()
  await Promise.all([
    app.value('drafts:keep', { windowId: 'one', ...kept('Northwind') }),
    app.value('drafts:forget', { id }),
  ])
  expect(await offered(app, 'one')).toEqual([])
  const changed = { ...draft, partner: 'Saved meanwhile' }
  await app.value('drafts:keep', { windowId: 'one', ...kept('Saved meanwhile') })
  await app.value('relationships:save', { id, draft: changed, baseRevision: 1, note: '', overrideKey: null })
  expect(await offered(app, 'one')).toEqual([])
  await app.value('drafts:keep', { windowId: 'one', ...kept('Another') })
  await app.value('relationships:remove', { id })
  expect(await offered(app, 'one')).toEqual([])
})

test('a damaged file is set aside and said, and the start goes on', async () => {
  const { app, kept } = await prepared()
  await app.value('drafts:keep', { windowId: 'one', ...kept('Northwind') })
  const folder = join(app.folder, 'drafts')
  const [name = ''] = readdirSync(folder)
  writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').slice(0, 50))
  const again = startApp({ folder: app.folder })
  expect(await offered(again, 'one')).toEqual([])
  expect((await again.value('app:info', {})).notices.join()).toContain('Unsaved changes')
  expect(readdirSync(folder).join()).toContain('.corrupt-')
})
