// Export and import by the calls of the page, from one computer to another.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn, temporaryFolder } from '../store/fixtures.ts'
import { startApp } from './app.ts'

describe('files', () => {
  const open = async (savePath?: () => string | undefined) => {
    const app = startApp(savePath ? { savePath } : {})
    const { relationshipId } = await app.value('demo:open', {})
    return { app, id: relationshipId }
  }

  test('an export goes where the person said and reads back as the same', async () => {
    const path = join(temporaryFolder(), 'contoso.syncwright.json')
    const { app, id } = await open(() => path)
    expect(await app.value('files:export', { ids: [id] })).toEqual({ path })
    const text = readFileSync(path, 'utf8')
    const { entries } = await app.value('files:readImport', { fileName: 'contoso.syncwright.json', text })
    expect(entries).toMatchObject([{ state: 'same', changes: [] }])
  })

  test('a cancelled dialog writes nothing, an unknown relationship is refused', async () => {
    const { app, id } = await open()
    expect(await app.value('files:export', { ids: [id] })).toBeNull()
    expect(await app.code('files:export', { ids: [id, 'gone'] })).toBe('unknown-item')
  })

  test('a place that cannot be written to is a sentence', async () => {
    const path = join(temporaryFolder(), 'taken')
    mkdirSync(join(path, 'inside'), { recursive: true })
    const { app, id } = await open(() => path)
    expect(await app.code('files:export', { ids: [id] })).toBe('write-failed')
  })

  test('on another machine an import brings its connection without keys, once', async () => {
    const path = join(temporaryFolder(), 'both.syncwright.json')
    const { app } = await open(() => path)
    const ids = (await app.value('relationships:list', {})).map(({ id }) => id)
    await app.value('files:export', { ids })
    const text = readFileSync(path, 'utf8')

    const other = startApp()
    const { importId, entries } = await other.value('files:readImport', {
      fileName: 'both.syncwright.json',
      text,
    })
    expect(entries.map(({ state, connectionId }) => [state, connectionId])).toEqual([
      ['new', null],
      ['new', null],
    ])
    expect(await other.value('relationships:list', {})).toEqual([])
    expect((await other.value('files:applyImport', { importId, ids })).stored.toSorted()).toEqual(
      ids.toSorted(),
    )
    expect(await other.value('connections:list', {})).toMatchObject([
      { key: 'needed', site: 'demo.example.test' },
    ])
    expect(await other.value('files:applyImport', { importId, ids })).toMatchObject({ stored: [] })
    const again = await other.value('files:readImport', { fileName: 'both.syncwright.json', text })
    expect(again.entries.map(({ state }) => state)).toEqual(['same', 'same'])
    expect((await other.value('relationships:get', { id: ids[0] ?? '' })).revision.number).toBe(1)
  })

  test('a difference is shown field by field and stored as a revision that keeps what the file leaves out', async () => {
    const path = join(temporaryFolder(), 'one.syncwright.json')
    const { app, id } = await open(() => path)
    await app.value('files:export', { ids: [id] })
    const before = await app.value('relationships:get', { id })
    const draft = structuredClone(before.draft)
    draft.partner = 'Changed here'
    draft.settings.boards = [{ id: 7, name: 'Escalations' }]
    draft.apiOverride.publicKey = 'kept'
    await app.value('relationships:save', { id, draft, baseRevision: 1, note: '', overrideKey: null })
    const { importId, entries } = await app.value('files:readImport', {
      fileName: 'one.syncwright.json',
      text: readFileSync(path, 'utf8'),
    })
    expect(entries).toMatchObject([
      {
        state: 'differs',
        changes: [{ field: 'partner', before: 'Changed here', after: before.draft.partner }],
      },
    ])
    await app.value('files:applyImport', { importId, ids: [id] })
    const after = await app.value('relationships:get', { id })
    expect(after.revision).toMatchObject({ number: 3, note: 'Imported from one.syncwright.json' })
    expect(after.draft).toMatchObject({
      partner: before.draft.partner,
      settings: { boards: [{ id: 7 }] },
      apiOverride: { publicKey: 'kept' },
    })
  })

  test.each([
    ['damaged', '{ "kind": "syncwright.relationships", "version": 1,', /^file-/],
    ['foreign', '{ "hello": "world" }', /^file-foreign$/],
    [
      'newer',
      '{ "kind": "syncwright.relationships", "version": 99, "exportedAt": "2026-11-23T10:00:00Z", "relationships": [] }',
      /^file-too-new$/,
    ],
    ['empty', '', /^file-/],
  ])('a %s file is a sentence and stores nothing', async (_case, text, code) => {
    const app = startApp()
    expect(await app.code('files:readImport', { fileName: 'x.json', text })).toMatch(code)
    expect(filesIn(app.folder)).toEqual([])
    expect(await app.code('files:applyImport', { importId: 'gone', ids: ['a'] })).toBe('unknown-item')
  })

  test('a name longer than the store keeps is refused before anything is stored', async () => {
    const path = join(temporaryFolder(), 'long.syncwright.json')
    const { app, id } = await open(() => path)
    await app.value('files:export', { ids: [id] })
    const text = readFileSync(path, 'utf8').replace('Contoso managed services', 'x'.repeat(2001))
    expect(await startApp().code('files:readImport', { fileName: 'long.json', text })).toBe('file-invalid')
  })
})
