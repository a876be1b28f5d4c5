// A later refresh brings reference data up to date with few reads, and never loses any.
import { describe, expect, it } from 'vitest'
import { json } from '../fakes.ts'
import { oddServer, pathOf } from '../lists/oddServer.ts'
import { countsOf, open, perList } from './demoRefresh.ts'

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

it.each([
  ['is silent', () => new Promise<Response>(() => {})],
  ['breaks off', () => Promise.reject(new TypeError('terminated'))],
])('a list whose count %s is read whole', async (_title, answer) => {
  const { snapshot } = await oddServer().read()
  const server = oddServer({
    answer: (asked) => (pathOf(asked) === '/service/sources/count' ? answer() : undefined),
  })
  const { snapshot: later, problems } = await server.read(snapshot)
  expect(later).toEqual({ ...snapshot, fetchedAt: later.fetchedAt })
  expect(problems).toEqual([])
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
