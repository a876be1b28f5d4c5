// Import through the real stores: promotion to another ConnectWise, conflicts, doing it twice, and taking it back.
import { describe, expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import type { ImportDecision } from '../../../../../shared/ipc/areas/fileCalls.ts'
import type { Snapshot } from '../../../../../shared/reference/collections.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { type TargetRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { entries, zipOf } from '../../../../support/bundles.ts'
import { snapshotText } from '../../../../support/files.ts'
import { filesIn } from '../../store/fixtures.ts'
import { type App, startApp, connected } from '../../handlers/app.ts'

const at = new Date('2026-11-23T10:00:00Z')
const textOf = (...relationships: Relationship[]) => exportRelationships(relationships, at)
const readFile = (app: App, text: string) =>
  app.value('files:readImport', { fileName: 'sandbox.syncwright.json', text })

/** A connection to the demo ConnectWise with its reference data read. */
async function production(app: App) {
  const { id } = await connected(app)
  const target = { connectionId: id, overrideOf: null }
  await app.value('reference:refresh', { callId: `r${id}`, target })
  const view = await app.value('reference:get', { target })
  return { id, collections: view?.collections ?? {} }
}

type Lists = Snapshot['collections']

/** What a sandbox of the same organisation would export: the same names, other ids, and one name nobody knows. */
function sandbox(
  { boards = [], statuses = [], priorities = [] }: Lists,
  role = 'Nobody’s role',
): TargetRelationship {
  const board = boards.find(({ name }) => name === 'Help Desk') ?? { id: 0, name: '' }
  const status = statuses.find((each) => each.board?.id === board.id && !each.inactive)
  return targetRelationship(
    {
      company: { id: 1250, name: 'Contoso Ltd', identifier: 'Contoso' },
      serviceBoard: { id: 9000 + board.id, name: String(board.name) },
      status: { id: 9000, name: String(status?.name), boardId: 9000 + board.id },
      priority: { id: 9000, name: String(priorities[0]?.name) },
      source: null,
      owner: null,
      timeEntries: {
        sync: true,
        defaultWorkRole: { id: 9000, name: role },
        defaultMember: null,
        includeNotes: false,
      },
      reverseSync: { enabled: false },
    },
    {
      connection: {
        name: 'Acme sandbox',
        environment: 'sandbox',
        site: 'sandbox.example.test',
        companyId: 'acme_s',
      },
    },
  )
}

const into = (
  relationship: Relationship,
  connectionId: string | null,
  choices: ImportDecision['choices'] = [],
) => [{ id: relationship.id, connectionId, choices }]

describe('promotion from sandbox to production', () => {
  test('re-binds by name, leaves open what is missing, and is the same the second time', async () => {
    const app = startApp()
    const { id, collections } = await production(app)
    const file = sandbox(collections)
    const { importId, entries } = await readFile(app, textOf(file))
    expect(entries).toMatchObject([{ state: 'new', connectionId: null }])
    const decisions = into(file, id)
    const planned = await app.value('files:planImport', { importId, decisions })
    expect(planned.entries[0]?.matches.map(({ field, state }) => [field, state])).toEqual([
      ['company', 'other-id'],
      ['serviceBoard', 'other-id'],
      ['status', 'other-id'],
      ['priority', 'other-id'],
      ['timeEntries.defaultWorkRole', 'missing'],
    ])
    expect(await app.value('relationships:list', {})).toEqual([])

    await app.value('files:applyImport', { importId, ids: [file.id], decisions })
    const { draft } = await app.value('relationships:get', { id: file.id })
    const board = collections.boards?.find(({ name }) => name === 'Help Desk')
    expect(draft).toMatchObject({
      connectionId: id,
      settings: {
        serviceBoard: { id: board?.id },
        status: { boardId: board?.id },
        timeEntries: { defaultWorkRole: null },
      },
    })
    const again = await readFile(app, textOf(file))
    expect(again.entries).toMatchObject([{ state: 'same', connectionId: id }])
    expect(await app.value('files:applyImport', { importId: again.importId, ids: [file.id] })).toMatchObject({
      stored: [],
    })
  })

  test('takes what was chosen for a missing one, also when it is opened again', async () => {
    const app = startApp()
    const { id, collections } = await production(app)
    const file = sandbox(collections)
    const role = collections.workRoles?.[0]?.id ?? 0
    const decisions = into(file, id, [{ field: 'timeEntries.defaultWorkRole', id: role }])
    const { importId } = await readFile(app, textOf(file))
    await app.value('files:applyImport', { importId, ids: [file.id], decisions })
    const { draft } = await app.value('relationships:get', { id: file.id })
    expect(draft.settings.timeEntries.defaultWorkRole?.id).toBe(role)
    expect((await readFile(app, textOf(file))).entries).toMatchObject([{ state: 'same' }])
  })

  test('into a connection that is gone is refused and stores nothing', async () => {
    const app = startApp()
    const file = targetRelationship()
    const { importId } = await readFile(app, textOf(file))
    const decisions = into(file, 'gone')
    expect(await app.code('files:planImport', { importId, decisions })).toBe('unknown-item')
    expect(await app.code('files:applyImport', { importId, ids: [file.id], decisions })).toBe('unknown-item')
    expect(filesIn(app.folder)).toEqual([])
  })

  test('a file that was not read is refused', async () => {
    const app = startApp()
    expect(await app.code('files:planImport', { importId: 'x', decisions: [] })).toBe('unknown-item')
    expect(await app.code('files:applyImport', { importId: 'x', ids: [] })).toBe('unknown-item')
    expect(await app.code('files:undoImport', { importId: 'x' })).toBe('unknown-item')
  })
})

describe('undo', () => {
  const first = targetRelationship()
  const second = targetRelationship({}, { id: 'second' })
  const take = async (app: App, ...relationships: Relationship[]) => {
    const { importId } = await readFile(app, textOf(...relationships))
    await app.value('files:applyImport', { importId, ids: relationships.map(({ id }) => id) })
    return importId
  }

  test('removes what was new and brings back what was there, as a new revision', async () => {
    const app = startApp()
    await take(app, first)
    const before = await app.value('relationships:get', { id: first.id })
    const connections = await app.value('connections:list', {})
    const importId = await take(app, targetRelationship({ syncAttachments: false }), second)
    await app.value('files:undoImport', { importId })
    const after = await app.value('relationships:get', { id: first.id })
    expect(after.draft).toEqual(before.draft)
    expect(after.revision).toMatchObject({ number: 3, note: 'Import of sandbox.syncwright.json undone' })
    expect(await app.code('relationships:get', { id: second.id })).toBe('unknown-item')
    expect(await app.value('connections:list', {})).toEqual(connections)
    expect(await app.code('files:undoImport', { importId })).toBe('unknown-item')
  })

  test('removes the connection that came along, unless it has its keys or is used by now', async () => {
    const app = startApp()
    const importId = await take(app, first)
    expect(await app.value('connections:list', {})).toHaveLength(1)
    await app.value('files:undoImport', { importId })
    expect(await app.value('connections:list', {})).toEqual([])

    const again = await take(app, first)
    const [connection] = await app.value('connections:list', {})
    await app.value('relationships:create', {
      contractName: 'Another',
      partner: 'One',
      role: 'source',
      connectionId: connection?.id ?? '',
    })
    await app.value('files:undoImport', { importId: again })
    expect(await app.value('connections:list', {})).toHaveLength(1)
  })

  test('touches nothing when one of them was changed since', async () => {
    const app = startApp()
    const importId = await take(app, first, second)
    const { draft, revision } = await app.value('relationships:get', { id: second.id })
    await app.value('relationships:save', {
      id: second.id,
      draft: { ...draft, partner: 'Somebody else' },
      baseRevision: revision.number,
      note: '',
      overrideKey: null,
    })
    expect(await app.code('files:undoImport', { importId })).toBe('conflict')
    expect(await app.value('relationships:list', {})).toHaveLength(2)
  })
})

const login = 'https://anna:hunter2@na.myconnectwise.net'
const dropped = 'connection.site: the login in the address was left out.'

test('says what was left out while a file was read, and nothing of a clean one', async () => {
  const app = startApp()
  const file = targetRelationship()
  const clean = await readFile(app, textOf(file))
  expect(clean.notices).toEqual([])
  const read = await readFile(app, textOf({ ...file, connection: { ...file.connection, site: login } }))
  expect(read.notices).toEqual([`relationships[0].${dropped}`])
  expect(app.answers.join()).not.toContain('hunter2')
})

test('says the same of a bundle, with the entry it stands in', async () => {
  const { connection } = targetRelationship()
  const bytes = zipOf({
    ...entries({
      'references/acme.reference.json': snapshotText({ connection: { ...connection, site: login } }),
    }),
    'readme.txt': 'x',
  })
  const bundle = { fileName: 'a.syncwright-bundle', bytes, passphrase: null }
  expect((await startApp().value('files:readBundle', bundle)).notices).toEqual([
    `references/acme.reference.json, ${dropped}`,
    '“readme.txt” is no part of the bundle and was passed over.',
  ])
})

test('of two connections to the same ConnectWise, the one of the same name is proposed', async () => {
  const app = startApp()
  const file = targetRelationship()
  const { site, companyId, environment } = file.connection
  const values = { environment, site, companyId, publicKey: 'p', clientId: 'c' }
  const save = (name: string) =>
    app.value('connections:save', { id: null, values: { ...values, name }, privateKey: 'k' })
  await save('Another key')
  const { id } = await save(file.connection.name)
  expect((await readFile(app, textOf(file))).entries).toMatchObject([{ connectionId: id }])
})

test('conflicts are resolved one by one: what is not taken stays as it is', async () => {
  const app = startApp()
  const one = targetRelationship()
  const two = targetRelationship({}, { id: 'two' })
  const { importId } = await readFile(app, textOf(one, two))
  await app.value('files:applyImport', { importId, ids: [one.id, two.id] })
  const changed = [one, two].map((each) => ({ ...each, partner: 'Changed' }))
  const read = await readFile(app, textOf(...changed))
  expect(read.entries.map(({ state }) => state)).toEqual(['differs', 'differs'])
  await app.value('files:applyImport', { importId: read.importId, ids: [two.id] })
  const partners = (await app.value('relationships:list', {})).map(({ partner }) => partner)
  expect(partners.toSorted()).toEqual(['Changed', 'Contoso'])
})
