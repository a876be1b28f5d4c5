// Attacks by lists that come in a file: newer than they are, of another organisation, read once and believed for good.
import { describe, expect, test } from 'vitest'
import { packBundle } from '../../main/files/packBundle.ts'
import { exportSnapshot } from '../../shared/files/snapshotFile.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { type App, startApp, valuesFor } from '../integration/main/handlers/app.ts'
import { bundleAt, content } from '../support/bundles.ts'
import { snapshot } from '../support/relationships.ts'

const forged = { id: 99_001, name: 'Forged board' }

async function connected(app: App) {
  const values = valuesFor(app.demo)
  const { privateKey } = app.demo.credentials
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  return { target: { connectionId: id, overrideOf: null }, values }
}

/** Lists of this organisation with a board that it does not have. */
function forgedLists(app: App, fetchedAt: string, more: Partial<Snapshot['connection']> = {}): Snapshot {
  const { name, environment, site, companyId } = valuesFor(app.demo)
  const base = snapshot()
  const [board] = base.collections.boards ?? []
  return {
    ...base,
    connection: { name, environment, site, companyId, ...more },
    fetchedAt,
    collections: { ...base.collections, boards: [{ ...board, ...forged }] },
  }
}

const boardsOf = async (app: App, target: { connectionId: string; overrideOf: null }) =>
  ((await app.value('reference:get', { target }))?.collections.boards ?? []).map(({ id }) => id)

async function importAlone(app: App, lists: Snapshot, more: { replaceLists?: boolean } = {}) {
  const read = await app.call('files:readImport', {
    fileName: 'a.reference.json',
    text: exportSnapshot(lists),
  })
  if (!read.ok) return read.error.code
  const { importId } = read.value
  return (await app.value('files:applyImport', { importId, ids: [], ...more })).carried.references
}

async function importBundle(app: App, lists: Snapshot) {
  const bytes = await packBundle(
    content({ relationships: [], snapshots: [lists], samples: [] }),
    bundleAt,
    null,
  )
  const read = await app.value('files:readBundle', {
    fileName: 'a.syncwright-bundle',
    bytes,
    passphrase: null,
  })
  return { read, applied: await app.value('files:applyImport', { importId: read.importId, ids: [] }) }
}

const started = () => startApp({ demo: createSimulator({ size: 'small' }) })
const soon = () => new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '')

describe('lists that were read here', () => {
  test('are not replaced by later ones of a file or a bundle unless that is ticked', async () => {
    const app = started()
    const { target } = await connected(app)
    await app.value('reference:refresh', { callId: 'r', target })
    const lists = forgedLists(app, soon())
    expect(await importAlone(app, lists)).toBe(0)
    const { read, applied } = await importBundle(app, lists)
    expect(read.carries?.references).toMatchObject([{ replaces: expect.any(String) }])
    expect(applied.carried.references).toBe(0)
    expect(await boardsOf(app, target)).not.toContain(forged.id)
    expect(await importAlone(app, lists, { replaceLists: true })).toBe(1)
    expect(await boardsOf(app, target)).toContain(forged.id)
  })

  test('come back whole with the next refresh, whatever date the file claims', async () => {
    const app = started()
    const { target } = await connected(app)
    await app.value('reference:refresh', { callId: 'a', target })
    const before = await boardsOf(app, target)
    await importAlone(app, forgedLists(app, soon()), { replaceLists: true })
    await app.value('reference:refresh', { callId: 'b', target })
    expect(await boardsOf(app, target)).toEqual(before)
  })
})

describe('lists that came in a file', () => {
  test('are read anew at the first refresh: none of their rows stay, none are skipped', async () => {
    const app = started()
    const { target } = await connected(app)
    expect(await importAlone(app, forgedLists(app, soon()))).toBe(1)
    app.demo.requests.length = 0
    await app.value('reference:refresh', { callId: 'r', target })
    expect(await boardsOf(app, target)).not.toContain(forged.id)
    const asked = app.demo.requests.map(({ query }) => decodeURIComponent(query)).join('\n')
    expect(asked).not.toMatch(/lastUpdated\s*>/)
  })

  test('are still read anew after a restart, after a duplicate and after an undo', async () => {
    const app = started()
    const { target } = await connected(app)
    await importAlone(app, forgedLists(app, '2026-11-20T08:00:00Z'))
    const restarted = startApp({ folder: app.folder, demo: app.demo })
    await importAlone(restarted, forgedLists(restarted, '2026-11-21T08:00:00Z'))
    await restarted.value('reference:refresh', { callId: 'r', target })
    expect(await boardsOf(restarted, target)).not.toContain(forged.id)
  })

  test.each([
    '2099-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    new Date(Date.now() + 30 * 3_600_000).toISOString(),
  ])('are refused from a time that is still to come (%s)', async (fetchedAt) => {
    const app = started()
    const { target } = await connected(app)
    expect(await importAlone(app, forgedLists(app, fetchedAt))).toBe('file-invalid')
    expect((await importBundle(app, forgedLists(app, fetchedAt))).applied.carried.references).toBe(0)
    expect(await app.value('reference:get', { target })).toBeNull()
  })

  test.each([{ site: 'other.example.test' }, { companyId: 'other' }, { site: 'acme.example.test:8443' }])(
    'of another organisation (%j) reach no connection here',
    async (more) => {
      const app = started()
      const { target } = await connected(app)
      const lists = forgedLists(app, '2026-11-20T08:00:00Z', more)
      expect(await importAlone(app, lists)).toBe('file-foreign')
      expect((await importBundle(app, lists)).applied.carried.references).toBe(0)
      expect(await app.value('reference:get', { target })).toBeNull()
    },
  )
})

test.each(['Fri, 31 Dec 2099 23:59:59 GMT', 'Mon, 01 Jan 1990 00:00:00 GMT', 'nonsense', '0'])(
  'a server whose clock says %s hides no change from the next refresh',
  async (date) => {
    const demo = createSimulator({ size: 'small' })
    const lying = {
      ...demo,
      fetch: async (request: Request) => {
        const answer = await demo.fetch(request)
        const headers = new Headers(answer.headers)
        headers.set('date', date)
        return new Response(answer.body, { status: answer.status, headers })
      },
    }
    const app = startApp({ demo: lying })
    const { target } = await connected(app)
    await app.value('reference:refresh', { callId: 'a', target })
    const asked = Date.now()
    demo.requests.length = 0
    await app.value('reference:refresh', { callId: 'b', target })
    const times = demo.requests.flatMap(({ query }) => {
      const since = /lastUpdated[^[]*\[([^\]]+)\]/.exec(decodeURIComponent(query.replaceAll('+', ' ')))?.[1]
      return since === undefined ? [] : [Date.parse(since)]
    })
    for (const time of times) expect(time).toBeLessThan(asked)
  },
)
