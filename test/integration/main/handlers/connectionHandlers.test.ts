// The calls of the page, answered by the real stores and the real reader over the demo ConnectWise.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSimulator } from '../../../simulator/simulator.ts'
import { fakeSafeStorage, filesIn, temporaryFolder } from '../store/fixtures.ts'
import { type App, startApp, valuesFor } from './app.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const

async function connected(app: App, name?: string) {
  const { privateKey } = app.demo.credentials
  return app.value('connections:save', { id: null, values: valuesFor(app.demo, name), privateKey })
}
const relationship = (app: App, connectionId: string, contractName = 'Contoso managed services') =>
  app.value('relationships:create', { contractName, partner: 'Contoso', role: 'target', connectionId })

describe('connections', () => {
  test('are saved with their key and are there after a restart, the key staying inside', async () => {
    const app = startApp()
    const saved = await connected(app)
    expect(saved).toMatchObject({ name: 'Acme production', key: 'saved', demo: false, fetchedAt: null })
    const again = startApp({ folder: app.folder })
    expect(await again.value('connections:list', {})).toEqual([saved])
    expect(app.answers.join('')).not.toContain(app.demo.credentials.privateKey)
  })

  test('are saved as revisions without keys; a stale base is a conflict that changes nothing', async () => {
    const app = startApp()
    const saved = await connected(app)
    const { id, revision } = saved
    const values = valuesFor(app.demo)
    const renamed = { ...values, name: 'Renamed' }
    await app.value('connections:save', { id, values: renamed, baseRevision: revision, privateKey: null })
    const stale = { id, values: { ...values, companyId: 'another' }, baseRevision: revision }
    expect(await app.code('connections:save', { ...stale, privateKey: 'typed-but-refused' })).toBe('conflict')
    const [now] = await startApp({ folder: app.folder }).value('connections:list', {})
    expect(now).toMatchObject({ name: 'Renamed', companyId: values.companyId, revision: 2, key: 'saved' })
    const revisions = await app.value('connections:revisions', { id })
    expect(revisions.map(({ number, name, user }) => [number, name, user])).toEqual([
      [2, 'Renamed', 'dana'],
      [1, 'Acme production', 'dana'],
    ])
    expect(JSON.stringify(revisions)).not.toContain(values.publicKey)
  })

  test('written before there were revisions are read, and the original stays', async () => {
    const app = startApp()
    const { key: _key, demo: _demo, fetchedAt: _at, revision: _revision, ...stored } = await connected(app)
    const path = join(app.folder, 'connections.json')
    writeFileSync(path, JSON.stringify({ version: 1, connections: [stored] }))
    const again = startApp({ folder: app.folder })
    expect(await again.value('connections:list', {})).toMatchObject([{ id: stored.id, revision: 0 }])
    expect(readFileSync(join(app.folder, 'connections.v1.json'), 'utf8')).toContain('"version":1')
  })

  test('without a real keystore the key lasts until quit, and the window is told before', async () => {
    const safeStorage = fakeSafeStorage({ backend: 'basic_text' })
    const app = startApp({ safeStorage })
    expect(await app.value('app:info', {})).toMatchObject({ keystore: 'memory' })
    expect(await connected(app)).toMatchObject({ key: 'saved' })
    const again = startApp({ folder: app.folder, safeStorage })
    expect(await again.value('connections:list', {})).toMatchObject([{ key: 'needed' }])
  })

  test('keep their key when only values change, and replace it when one is typed', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const values = { ...valuesFor(app.demo), name: 'Renamed' }
    expect(await app.value('connections:save', { id, values, privateKey: null })).toMatchObject({
      name: 'Renamed',
      key: 'saved',
    })
    await app.value('connections:save', { id, values, privateKey: 'typed-anew' })
    expect(await app.value('connections:list', {})).toHaveLength(1)
  })

  test.each([
    ['http://acme.example.test', 'address-insecure'],
    ['http://127.0.0.1:8080', 'address-insecure'],
    ['', 'address-invalid'],
  ])('the site %j is refused with %s and nothing is stored', async (site, code) => {
    const app = startApp()
    const values = { ...valuesFor(app.demo), site }
    expect(await app.code('connections:save', { id: null, values, privateKey: 'some-key' })).toBe(code)
    expect(await app.value('connections:list', {})).toEqual([])
    expect(filesIn(app.folder)).toEqual([])
  })

  test('name the relationships that use them before they go', async () => {
    const app = startApp()
    const { id } = await connected(app)
    await relationship(app, id)
    const refused = await app.call('connections:remove', { id })
    expect(refused).toMatchObject({ ok: false, error: { code: 'in-use' } })
    expect(refused.ok ? '' : refused.error.message).toContain('“Contoso managed services”')
    await app.value('connections:remove', { id, force: true })
    expect(await app.value('connections:list', {})).toEqual([])
    const [left] = await app.value('relationships:list', {})
    expect(left).toMatchObject({ contractName: 'Contoso managed services', readiness: { ready: false } })
    expect(
      await app.code('reference:refresh', { callId: 'r', target: { connectionId: id, overrideOf: null } }),
    ).toBe('unknown-item')
  })

  test('that are gone answer unknown-item everywhere', async () => {
    const app = startApp()
    const target = { connectionId: 'gone', overrideOf: null }
    expect(
      await app.code('connections:save', { id: 'gone', values: valuesFor(app.demo), privateKey: null }),
    ).toBe('unknown-item')
    expect(await app.code('connections:remove', { id: 'gone' })).toBe('unknown-item')
    expect(await app.code('reference:refresh', { callId: 'a', target })).toBe('unknown-item')
    expect(await app.value('reference:get', { target })).toBeNull()
    expect(
      await app.code('relationships:create', {
        contractName: 'a',
        partner: 'b',
        role: 'source',
        connectionId: 'gone',
      }),
    ).toBe('unknown-item')
  })

  test('are tested on typed values, stage by stage, and nothing is stored', async () => {
    const app = startApp()
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const { privateKey } = app.demo.credentials
    const result = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey,
      target: null,
      needs,
    })
    expect(result.stages.map(({ stage }) => stage)).toEqual([
      'address',
      'tls',
      'company',
      'keys',
      'clientId',
      'version',
      'access',
    ])
    expect(app.progress).toContainEqual(expect.objectContaining({ callId: 't' }))
    expect(filesIn(app.folder)).toEqual([])
    const keyless = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey: null,
      target: null,
      needs,
    })
    expect(keyless.stages.find(({ stage }) => stage === 'company')?.ok).toBe(true)
    expect(keyless.stages.find(({ stage }) => stage === 'keys')).toMatchObject({
      ok: false,
      code: 'key-needed',
    })
  })

  test('are tested with the saved key when none is typed', async () => {
    const app = startApp()
    const { id } = await connected(app)
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const target = { connectionId: id, overrideOf: null }
    const result = await app.value('connections:test', {
      callId: 't',
      credentials,
      privateKey: null,
      target,
      needs,
    })
    expect(result.stages.find(({ stage }) => stage === 'keys')?.ok).toBe(true)
  })
})

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
    const { id } = await app.value('connections:save', {
      id: null,
      values: valuesFor(app.demo),
      privateKey: app.demo.credentials.privateKey,
    })
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
      total: 0,
      hidden: 0,
    })
    expect(await app.value('companies:lookup', { target, ids: [1] })).toEqual([])
  })
})

describe('relationships', () => {
  test('are saved as revisions; a stale base is a conflict that leaves the key alone', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const { id, draft } = await relationship(app, connectionId)
    const apiOverride = {
      enabled: true,
      site: 'other.example.test',
      companyId: 'other',
      publicKey: 'p',
      clientId: 'c',
    }
    const changed = { ...draft, apiOverride }
    const saved = await app.value('relationships:save', {
      id,
      draft: changed,
      baseRevision: 1,
      note: 'override',
      overrideKey: 'override-key-1',
    })
    expect(saved).toMatchObject({
      revision: { number: 2, user: 'dana', note: 'override' },
      overrideKey: 'saved',
      draft: changed,
    })
    expect(
      await app.code('relationships:save', {
        id,
        draft,
        baseRevision: 1,
        note: '',
        overrideKey: 'override-key-2',
      }),
    ).toBe('conflict')
    const again = startApp({ folder: app.folder })
    expect(await again.value('relationships:get', { id })).toEqual(saved)
    const stored = filesIn(app.folder)
      .map(({ content }) => content)
      .join('')
    expect(stored).not.toContain('override-key')
  })

  test('without the key of their override say so', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const { id, draft } = await relationship(app, connectionId)
    const apiOverride = {
      enabled: true,
      site: 'other.example.test',
      companyId: 'other',
      publicKey: 'p',
      clientId: 'c',
    }
    const saved = await app.value('relationships:save', {
      id,
      draft: { ...draft, apiOverride },
      baseRevision: 1,
      note: '',
      overrideKey: null,
    })
    expect(saved.overrideKey).toBe('needed')
    expect(
      await app.code('reference:refresh', { callId: 'o', target: { connectionId, overrideOf: id } }),
    ).toBe('key-needed')
  })

  test('take their override’s key and data along when they go', async () => {
    const app = startApp()
    const { id: connectionId } = await connected(app)
    const { id, draft } = await relationship(app, connectionId)
    const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
    const apiOverride = { enabled: true, ...credentials, site: 'override.example.test' }
    const { privateKey } = app.demo.credentials
    await app.value('relationships:save', {
      id,
      draft: { ...draft, apiOverride },
      baseRevision: 1,
      note: '',
      overrideKey: privateKey,
    })
    const target = { connectionId, overrideOf: id }
    await app.value('reference:refresh', { callId: 'o', target })
    expect((await app.value('reference:get', { target }))?.connection.site).toBe('override.example.test')
    await app.value('relationships:remove', { id })
    expect(await app.code('relationships:get', { id })).toBe('unknown-item')
    expect(await app.value('reference:get', { target })).toBeNull()
    await app.value('bin:settle', { kind: 'relationship', id })
    expect(readFileSync(join(app.folder, 'keys.json'), 'utf8')).not.toContain('override:')
  })
})

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

test('what is wrong in the data folder is told with the first question', async () => {
  const app = startApp()
  await connected(app)
  writeFileSync(join(app.folder, 'connections.json'), '{')
  const again = startApp({ folder: app.folder })
  const info = await again.value('app:info', {})
  expect(info).toMatchObject({
    version: '1.2.3',
    userName: 'dana',
    keystore: 'system',
    dataFolder: app.folder,
  })
  expect(info.notices).toHaveLength(1)
  expect(await again.value('connections:list', {})).toHaveLength(1)
})

test('a planted key is in no file, no answer, no progress and no log', async () => {
  const key = 'planted/Private+Key=7f3a91'
  const path = join(temporaryFolder(), 'out.syncwright.json')
  const demo = createSimulator({ size: 'small' })
  const app = startApp({ savePath: () => path, demo })
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(demo),
    privateKey: key,
  })
  const { id, draft } = await relationship(app, connectionId)
  const { name: _name, environment: _environment, ...credentials } = valuesFor(demo)
  const apiOverride = { enabled: true, ...credentials }
  await app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride },
    baseRevision: 1,
    note: '',
    overrideKey: key,
  })
  const target = { connectionId, overrideOf: null }
  await app.call('connections:test', { callId: 'a', credentials, privateKey: key, target: null, needs })
  await app.call('connections:test', {
    callId: 'a',
    credentials: { ...credentials, site: 'no such site' },
    privateKey: null,
    target,
    needs,
  })
  expect(await app.code('reference:refresh', { callId: 'b', target })).toBe('keys-rejected')
  expect(
    await app.code('samples:read', {
      callId: 'c',
      target: { connectionId, overrideOf: id },
      boards: [],
      since: null,
      limit: 5,
    }),
  ).toBe('keys-rejected')
  await app.value('files:export', { ids: [id] })
  const everything = [
    ...filesIn(app.folder).map(({ content }) => content),
    readFileSync(path, 'utf8'),
    ...app.answers,
    JSON.stringify(app.progress),
    ...app.log,
  ].join('\n')
  for (const spelling of [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString('base64').replace(/=+$/, ''),
  ]) {
    expect(everything).not.toContain(spelling)
  }
})
