// Reference data is read completely, brought up to date with few reads, and never lost.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../../main/connectwise/reference/refresh.ts'
import { createSimulator, type SimulatorOptions } from '../../../simulator/simulator.ts'
import type { ProgressReport } from '../../../../shared/ipc/progress.ts'
import { type Snapshot, snapshotSchema } from '../../../../shared/reference/collections.ts'
import { createFakeClock, json } from './fakes.ts'

const site = 'demo.example.test'
const connection = { name: 'Demo', environment: 'sandbox', site, companyId: 'northwind' } as const
const start = Date.parse('2026-11-23T10:00:00Z')

function open(
  options: SimulatorOptions = {},
  fetchOf = (demo: ReturnType<typeof createSimulator>) => demo.fetch,
) {
  const demo = createSimulator(options)
  const clock = createFakeClock(start)
  const client = createClient({
    fetch: fetchOf(demo),
    keys: { site, ...demo.credentials },
    allowLoopbackHttp: false,
    clock,
    random: () => 0,
  })
  const reports: ProgressReport[] = []
  const refresh = (previous: Snapshot | null = null, signal = new AbortController().signal) =>
    refreshReference({ client, connection, previous, signal, onProgress: (report) => reports.push(report) })
  const read = async (previous: Snapshot | null = null) => {
    const result = await refresh(previous)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  return { demo, clock, client, refresh, read, reports }
}

const countsOf = ({ collections }: Snapshot) =>
  Object.fromEntries(Object.entries(collections).map(([name, rows]) => [name, rows?.length]))

const listOf = (path: string) => path.replace(/\/count$/, '')
const perList = (requests: readonly { path: string }[]) => {
  const lists = Map.groupBy(requests, ({ path }) => listOf(path))
  return Math.max(...[...lists.values()].map((group) => group.length))
}

describe('a first refresh', () => {
  it('reads every collection completely, as the file format wants it', async () => {
    const { demo, read } = open({ size: 'large' })
    const { snapshot, problems } = await read()
    expect(problems).toEqual([])
    expect(snapshot.partial).toBeUndefined()
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    expect(snapshot.collections.members).toHaveLength(demo.world.members.rows.length)
    expect(snapshot.collections.statuses).toHaveLength(
      [...demo.world.statuses.values()].reduce((sum, { rows }) => sum + rows.length, 0),
    )
    expect(snapshot.collections.statuses?.every(({ board }) => board)).toBe(true)
    expect(snapshot.fetchedAt).toBe('2026-11-23T10:00:00Z')
  })

  it('needs little more than one read per page and per end of a list, never more than four at once', async () => {
    const { demo, read } = open({ size: 'large' })
    const { snapshot } = await read()
    const boards = snapshot.collections.boards?.length ?? 0
    const pages = Math.ceil((snapshot.collections.companies?.length ?? 0) / 1000) + 2 + 6 + boards
    expect(demo.requests.length).toBeLessThan(pages + 16)
    expect(demo.maxInFlight()).toBeLessThanOrEqual(4)
  })

  it('tells the progress of each collection', async () => {
    const { read, reports } = open({ size: 'large' })
    const { snapshot } = await read()
    const ofCompanies = reports.filter(
      (report) => report.kind === 'collection' && report.collection === 'companies',
    )
    const total = snapshot.collections.companies?.length
    expect(ofCompanies[0]).toMatchObject({ done: 0, total: null, finished: false })
    expect(ofCompanies).toContainEqual(expect.objectContaining({ total, finished: false }))
    expect(ofCompanies.at(-1)).toMatchObject({ done: total, total, finished: true })
  })

  it.each(['page-shift', 'page-ignored', 'duplicate-rows', 'no-link-header', 'fields-strict'] as const)(
    'finds each row once in spite of %s',
    async (fault) => {
      const { demo, read } = open({ size: 'large', faults: [fault] })
      const { snapshot } = await read()
      const ids = snapshot.collections.companies?.map(({ id }) => id) ?? []
      expect(ids).toEqual(demo.world.companies.rows.map(({ id }) => id).sort((a, b) => a - b))
    },
  )

  it('reads row after row where counting is refused', async () => {
    const { demo, read } = open({ size: 'large' }, (made) => (request) => {
      const { pathname } = new URL(request.url)
      return pathname.endsWith('/company/companies/count')
        ? Promise.resolve(new Response('', { status: 404 }))
        : made.fetch(request)
    })
    const { snapshot } = await read()
    expect(snapshot.partial).toBeUndefined()
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    const { snapshot: later } = await read(snapshot)
    expect(later.partial).toBeUndefined()
    expect(later.collections).toEqual(snapshot.collections)
  })

  it('never takes half a list for a whole one', async () => {
    // Rows move during the walk by page number, and walking by id is not known to this server.
    const { demo, read } = open({ size: 'large', faults: ['page-shift'] }, (made) => (request) => {
      const url = new URL(request.url)
      url.searchParams.delete('pageId')
      const headers = new Headers(request.headers)
      headers.delete('pagination-type')
      return made.fetch(new Request(url, { headers, signal: request.signal }))
    })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toEqual(['companies'])
    expect(problems[0]?.message).toContain('changed while it was read')
    expect(snapshot.collections.companies?.length).toBeGreaterThan(demo.world.companies.rows.length - 10)
  })

  it.each(['sparse-rows', 'odd-rows', 'conditions-refused'] as const)('copes with %s', async (fault) => {
    const plain = open()
    const { read } = open({ faults: [fault] })
    const { snapshot, problems } = await read()
    expect(problems).toEqual([])
    expect(countsOf(snapshot)).toEqual(countsOf((await plain.read()).snapshot))
  })

  it('reads the lighter lists where Table Setup is missing, and names what has none', async () => {
    const { read } = open({ faults: ['no-table-setup'] })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toEqual(['companyStatuses'])
    expect(snapshot.collections.companyStatuses).toBeUndefined()
    expect(snapshot.collections.statuses?.some(({ closedStatus }) => closedStatus)).toBe(true)
    expect(
      snapshot.collections.customFields?.some(
        ({ fieldTypeIdentifier }) => fieldTypeIdentifier === 'Checkbox',
      ),
    ).toBe(true)
    expect(problems).toMatchObject([
      { collection: 'companyStatuses', next: 'Enable System > Table Setup > Inquire = All.' },
    ])
  })

  it('explains a list that is empty without a refusal', async () => {
    const { read } = open({ faults: ['my-companies'] })
    const { snapshot, problems } = await read()
    expect(snapshot.partial).toBeUndefined()
    expect(problems).toMatchObject([
      { collection: 'companies', message: 'ConnectWise returned 0 companies.' },
    ])
    expect(problems[0]?.next).toContain('Your role may only see its own records')
  })

  it.each([
    ['keys-401', 'keys-rejected'],
    ['keys-404', 'keys-rejected'],
    ['client-id-403', 'client-id-rejected'],
    ['cannot-route', 'keys-rejected'],
    ['company-unknown', 'company-not-found'],
    ['web-page', 'web-page'],
    ['redirect-http', 'redirected'],
    ['role-denied', 'permission-missing'],
  ] as const)('fails as a whole with %s', async (fault, code) => {
    const { demo, refresh } = open({ faults: [fault] })
    expect(await refresh()).toMatchObject({ ok: false, error: { code } })
    expect(demo.requests.length).toBeLessThan(20)
  })
})

describe('a later refresh', () => {
  it('makes two reads per list at most when nothing has changed', async () => {
    const { demo, read } = open({ size: 'large' })
    const first = await read()
    demo.requests.length = 0
    const second = await read(first.snapshot)
    expect(second.snapshot.collections).toEqual(first.snapshot.collections)
    expect(perList(demo.requests)).toBe(2)
    expect(
      demo.requests.every(({ path, query }) => path.endsWith('/count') || query.includes('lastUpdated')),
    ).toBe(true)
  })

  it('takes over what is new, changed and gone', async () => {
    const { demo, read } = open()
    const { snapshot } = await read()
    const { companies } = demo.world
    const [gone, changed] = companies.rows
    if (!gone || !changed) throw new Error('The demo has companies.')
    const now = { lastUpdated: '2026-11-23T10:30:00Z' }
    companies.remove(gone.id)
    Object.assign(changed, { name: 'Renamed Ltd', _info: now })
    companies.add({ id: 90_001, name: 'New Ltd', identifier: 'New', deletedFlag: false, _info: now })
    const { snapshot: later } = await read(snapshot)
    const names = new Map(later.collections.companies?.map(({ id, name }) => [id, name]))
    expect(names.has(gone.id)).toBe(false)
    expect(names.get(changed.id)).toBe('Renamed Ltd')
    expect(names.get(90_001)).toBe('New Ltd')
    expect(names.size).toBe(companies.rows.length)
  })

  it('keeps custom fields that only tickets name', async () => {
    const { read } = open({}, (made) => (request) => {
      const { pathname } = new URL(request.url)
      if (!pathname.includes('/system/userDefinedFields')) return made.fetch(request)
      return Promise.resolve(json(pathname.endsWith('/count') ? { count: 0 } : []))
    })
    const { snapshot } = await read()
    expect(snapshot.collections.customFields?.length).toBeGreaterThan(0)
    const { snapshot: later } = await read(snapshot)
    expect(later.collections.customFields).toEqual(snapshot.collections.customFields)
  })

  it('reads all again where rows are missing and ConnectWise does not filter by id', async () => {
    const { demo, read } = open({}, (made) => (request) => {
      const isById = /id in/.test(new URL(request.url).searchParams.get('conditions') ?? '')
      const refusal = { code: 'ApiFindCondition', message: 'id is not a recognized name.' }
      return isById ? Promise.resolve(json(refusal, { status: 400 })) : made.fetch(request)
    })
    const { snapshot } = await read()
    const old = { _info: { lastUpdated: '2020-01-01T00:00:00Z' } }
    demo.world.companies.add({ id: 90_001, name: 'Long there', identifier: 'Long', ...old })
    const { snapshot: later } = await read(snapshot)
    expect(later.partial).toBeUndefined()
    expect(later.collections.companies?.map(({ id }) => id)).toContain(90_001)
  })

  it('reads all again where ConnectWise does not filter by time', async () => {
    const { demo, read } = open()
    const { snapshot } = await read()
    demo.faults.add('conditions-refused')
    const later = await read(snapshot)
    expect(later.problems).toEqual([])
    expect(countsOf(later.snapshot)).toEqual(countsOf(snapshot))
  })

  it('does not take a snapshot of another company for its own', async () => {
    const { read } = open()
    const { snapshot } = await read()
    const other = { ...snapshot, connection: { ...snapshot.connection, companyId: 'other' } }
    const { snapshot: later } = await read({ ...other, collections: { companies: [{ id: 1 }] } })
    expect(countsOf(later)).toEqual(countsOf(snapshot))
  })

  it('keeps what is known when the role loses a right, and marks it', async () => {
    const { demo, read } = open()
    const { snapshot } = await read()
    demo.faults.add('no-companies')
    const { snapshot: later, problems } = await read(snapshot)
    expect(later.collections.companies).toEqual(snapshot.collections.companies)
    expect(later.partial).toEqual(['companies'])
    expect(problems[0]?.message).toContain('The rows read before are kept.')
  })

  it('keeps a list as it was where a page of a proxy comes in its place', async () => {
    let blocked = false
    const { read } = open({}, (made) => (request) => {
      const isPage = blocked && request.url.includes('/service/sources')
      return isPage ? Promise.resolve(new Response('<html>Blocked</html>')) : made.fetch(request)
    })
    const { snapshot } = await read()
    blocked = true
    const { snapshot: later, problems } = await read(snapshot)
    expect(later.partial).toBeUndefined()
    expect(later.collections.sources).toEqual(snapshot.collections.sources)
    expect(problems).toMatchObject([{ collection: 'sources' }])
  })

  it('changes nothing when ConnectWise is in trouble throughout', async () => {
    const { demo, clock, refresh, read } = open()
    const { snapshot } = await read()
    demo.faults.add('bad-gateway-forever')
    const later = refresh(snapshot)
    await clock.advance(10 * 60_000)
    expect(await later).toMatchObject({ ok: false, error: { code: 'server-error' } })
  })

  it('is as old as its oldest part when something could not be brought up to date', async () => {
    const { demo, clock, read, refresh } = open({}, (made) => (request) => {
      const broken = made.faults.has('unavailable') && request.url.includes('/system/members')
      return broken ? Promise.resolve(new Response('', { status: 503 })) : made.fetch(request)
    })
    const { snapshot } = await read()
    await clock.advance(3_600_000)
    demo.faults.add('unavailable')
    const later = refresh(snapshot)
    await clock.advance(10 * 60_000)
    const result = await later
    expect(result).toMatchObject({ ok: true, value: { snapshot: { fetchedAt: snapshot.fetchedAt } } })
    if (!result.ok) return
    expect(result.value.snapshot.partial).toBeUndefined()
    expect(result.value.snapshot.collections.members).toEqual(snapshot.collections.members)
    expect(result.value.problems.map(({ collection }) => collection)).toEqual(['members'])
  })
})

describe('an interrupted refresh', () => {
  it('stops at once, keeps what is finished, and goes on from there', async () => {
    const stop = new AbortController()
    const { demo, refresh, read } = open({ size: 'large' }, (made) => async (request) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      if (page < 4 || stop.signal.aborted) return made.fetch(request)
      stop.abort()
      return new Promise(() => {})
    })
    const cut = await refresh(null, stop.signal)
    if (!cut.ok) throw new Error(cut.error.message)
    const { snapshot } = cut.value
    expect(snapshot.partial).toContain('companies')
    expect(snapshot.collections.companies?.length).toBeGreaterThan(0)
    const finished = ['boards', 'priorities', 'sources', 'members'].filter(
      (name) => !snapshot.partial?.some((partial) => partial === name),
    )
    expect(finished.length).toBeGreaterThan(0)

    demo.requests.length = 0
    const { snapshot: whole } = await read(snapshot)
    expect(whole.partial).toBeUndefined()
    expect(whole.collections.companies).toHaveLength(demo.world.companies.rows.length)
    const boardReads = demo.requests.filter(({ path }) => path.endsWith('/service/boards'))
    expect(boardReads.every(({ query }) => query.includes('lastUpdated'))).toBe(true)
  })

  it('that was cancelled before anything came is just cancelled', async () => {
    const stop = new AbortController()
    stop.abort()
    const { demo, refresh } = open()
    expect(await refresh(null, stop.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(demo.requests).toEqual([])
  })

  it('leaves the stored snapshot alone when a later one is cancelled early', async () => {
    const stop = new AbortController()
    const { read, refresh } = open({}, (made) => (request) => {
      if (request.url.includes('lastUpdated')) stop.abort()
      return made.fetch(request)
    })
    const { snapshot } = await read()
    expect(await refresh(snapshot, stop.signal)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
