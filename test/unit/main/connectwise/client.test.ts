// The reader of one company: where it asks, with what, how patiently, and that it only ever reads.
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../main/connectwise/failure/failure.ts'
import { sayFailure } from '../../../../main/connectwise/failure/failureWords.ts'
import { createClient, queryText } from '../../../../main/connectwise/transport/client.ts'
import { brisk } from '../../../../main/connectwise/transport/reading.ts'
import { companyInfo, createFakeClock, createPeer, json, keys, text } from './fakes.ts'

const start = (...script: Parameters<typeof createPeer>) => {
  const clock = createFakeClock()
  const peer = createPeer(...script)
  const client = createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock, random: () => 1 })
  return { clock, client, log: peer.log, paths: () => peer.log.map(({ path }) => path) }
}
const messageOf = (reply: Reply<unknown>) => (reply.ok ? '' : sayFailure(reply.error).message)
const refusal = (status: number, code: string, message: string) => json({ code, message }, { status })
const busy = (seconds: number) => json({}, { status: 429, headers: { 'retry-after': String(seconds) } })

describe('a read', () => {
  it('asks company info without keys, then the company base with all headers', async () => {
    const { client, log } = start(() => json([{ id: 1 }]))
    const answer = await client.list('/service/boards', { fields: 'id,name', pageSize: 1000, page: 1 })
    expect(answer).toEqual({ ok: true, value: { rows: [{ id: 1 }], hasNext: false, bytes: 10 } })
    expect(log.map(({ path }) => path)).toEqual([
      '/login/companyinfo/acme',
      '/v2025_1/apis/3.0/service/boards',
    ])
    expect(log[0]?.headers.has('authorization')).toBe(false)
    expect(log[0]?.headers.has('clientid')).toBe(false)
    expect(log[1]?.headers.get('authorization')).toBe(
      `Basic ${Buffer.from(`acme+${keys.publicKey}:${keys.privateKey}`).toString('base64')}`,
    )
    expect(log[1]?.headers.get('clientid')).toBe(keys.clientId)
    expect(log[1]?.headers.get('accept')).toBe('application/vnd.connectwise.com+json; version=2026.4')
    expect(client.baseUrl()).toBe('https://psa.example.test/v2025_1/apis/3.0')
  })

  it('never follows a redirect', async () => {
    const { client, log } = start(
      () => new Response(null, { status: 302, headers: { location: 'http://x.test/' } }),
    )
    expect(await client.get('/system/info')).toMatchObject({ error: { code: 'redirected' } })
    expect(log).toHaveLength(2)
  })

  it.each([
    ['https://sso.example.test/login?ticket=1', 'sends requests on to https://sso.example.test.'],
    ['http://psa.example.test/', 'sends requests on to http://psa.example.test.'],
    ['/login', 'sends requests on to https://psa.example.test/login.'],
    ['', 'sends requests on to another address.'],
  ])('names where a redirect to %j leads', async (location, sentence) => {
    const { client } = start(() => new Response(null, { status: 302, headers: { location } }))
    expect(messageOf(await client.get('/system/info'))).toContain(sentence)
  })

  it('sends nothing but GET, and POST to search', async () => {
    const { client, log } = start(() => json([]))
    await client.get('/system/info')
    await client.list('/company/companies')
    await client.listAfter('/company/companies', 7)
    await client.count('/company/companies')
    await client.search('/service/tickets', { conditions: 'id in (1)' }, { page: 1 })
    const posts = log.filter(({ method }) => method !== 'GET')
    expect(posts.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v2025_1/apis/3.0/service/tickets/search',
    ])
    expect(posts[0]?.body).toBe('{"conditions":"id in (1)"}')
    const forward = log.find(({ headers }) => headers.get('pagination-type') === 'forward-only')
    expect(forward?.query.get('pageId')).toBe('7')
  })

  it.each([
    ['<html>Log in</html>', 'web-page'],
    ['[{"id":1},{"id"', 'answer-damaged'],
    ['{"id":1}', 'answer-damaged'],
  ])('of %j is %s', async (body, code) => {
    const { client, clock } = start(() => text(body))
    const answer = client.list('/service/boards')
    await clock.advance(60_000)
    expect(await answer).toMatchObject({ ok: false, error: { code } })
  })

  it('refuses a client ID that cannot travel in a header', async () => {
    const { fetch, log } = createPeer(() => json([]))
    const client = createClient({ fetch, keys: { ...keys, clientId: 'ab\ncd…' }, allowLoopbackHttp: false })
    expect(await client.list('/service/boards')).toMatchObject({ error: { code: 'client-id-rejected' } })
    expect(log.every(({ path }) => path.startsWith('/login/'))).toBe(true)
  })

  it('tells the time by the clock of ConnectWise', async () => {
    const { client } = start(() => json([], { headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT' } }))
    expect(client.serverTime().toISOString()).toBe('2026-11-23T10:00:00.000Z')
    await client.list('/service/boards')
    expect(client.serverTime().toISOString()).toBe('2026-11-23T08:00:00.000Z')
  })

  it('encodes every value to the letter', () => {
    expect(queryText({ conditions: `a="x&y*'+%"`, page: 2, fields: undefined })).toBe(
      '?conditions=a%3D%22x%26y%2A%27%2B%25%22&page=2',
    )
  })
})

describe('finding the company', () => {
  it.each([
    ['an unknown company', () => json(null), 'company-not-found'],
    ['a web page', () => text('<!doctype html>'), 'web-page'],
    ['404', () => text('', 404), 'not-connectwise'],
    ['JSON of something else', () => json({ hello: 'world' }), 'not-connectwise'],
    ['a redirect', () => new Response(null, { status: 301 }), 'redirected'],
  ])('answers %s in its own words and shows no key', async (_name, info, code) => {
    const { client, log } = start(() => json([]), info)
    expect(await client.list('/service/boards')).toMatchObject({ ok: false, error: { code } })
    expect(log.every(({ headers }) => !headers.has('authorization'))).toBe(true)
  })

  it.each([
    [
      { Codebase: 'v2025_1/', IsCloud: 'True', CompanyName: 'Acme' },
      true,
      'https://psa.example.test/v2025_1/apis/3.0',
    ],
    [{ codebase: 'v4_6_release/', iscloud: false }, false, 'https://psa.example.test/v4_6_release/apis/3.0'],
    [{ CompanyName: 'Acme' }, null, 'https://psa.example.test/v4_6_release/apis/3.0'],
    [
      { Codebase: '../../elsewhere/', CompanyName: 'Acme' },
      null,
      'https://psa.example.test/v4_6_release/apis/3.0',
    ],
    [{ Codebase: 'v1/', SiteUrl: 'stranger.example.test' }, null, 'https://psa.example.test/v1/apis/3.0'],
  ])('reads %j', async (info, cloud, base) => {
    const { client } = start(
      () => json([]),
      () => json(info),
    )
    expect(await client.connect()).toMatchObject({ ok: true, value: { cloud } })
    expect(client.baseUrl()).toBe(base)
  })

  it('follows the site ConnectWise names only inside its own cloud', async () => {
    const info = { Codebase: 'v1/', SiteURL: 'api-jp.myconnectwise.net' }
    const { fetch } = createPeer(
      () => json([]),
      () => json(info),
    )
    const client = createClient({
      fetch,
      keys: { ...keys, site: 'jp.myconnectwise.net' },
      allowLoopbackHttp: false,
    })
    await client.connect()
    expect(client.baseUrl()).toBe('https://api-jp.myconnectwise.net/v1/apis/3.0')
  })

  it('falls back to the path that routes to the release', async () => {
    const { client, paths } = start(({ path }) =>
      path.startsWith('/v4_6_release/') ? json([]) : text('Cannot route. Codebase/company is invalid', 400),
    )
    expect(await client.list('/service/boards')).toMatchObject({ ok: true })
    await client.list('/service/priorities')
    expect(paths().slice(1)).toEqual([
      '/v2025_1/apis/3.0/service/boards',
      '/v4_6_release/apis/3.0/service/boards',
      '/v4_6_release/apis/3.0/service/priorities',
    ])
  })

  it('reads company info again after a 404 and follows a moved release once', async () => {
    let release = 'v2025_1'
    const { client, clock, paths } = start(
      ({ path }) => (path.startsWith(`/${release}/`) ? json([]) : refusal(404, 'NotFound', 'gone')),
      () => json({ ...companyInfo, Codebase: `${release}/` }),
    )
    await client.list('/service/boards')
    release = 'v2025_2'
    await clock.advance(24 * 3600_000)
    expect(await client.list('/service/boards')).toMatchObject({ ok: true })
    expect(paths().slice(2)).toEqual([
      '/v2025_1/apis/3.0/service/boards',
      '/login/companyinfo/acme',
      '/v2025_2/apis/3.0/service/boards',
    ])
  })

  it('does not ask for company info again at every missing record', async () => {
    const { client, paths } = start(({ path }) =>
      path.endsWith('/boards') ? json([]) : refusal(404, 'NotFound', ''),
    )
    await client.list('/service/boards')
    await client.get('/service/tickets/1')
    await client.get('/service/tickets/2')
    await client.get('/service/tickets/3')
    expect(paths().filter((path) => path.startsWith('/login/'))).toHaveLength(2)
  })

  it('takes keys for wrong where nothing is ever found', async () => {
    const { client } = start(() => refusal(404, 'ConnectWiseApi', 'The endpoint does not exist.'))
    expect(await client.list('/service/boards')).toMatchObject({ error: { code: 'keys-rejected' } })
  })

  it('reads the newest model where the pinned one is missing', async () => {
    const { client, log } = start(({ headers }) =>
      headers.get('accept') === 'application/json' ? json([]) : text('', 406),
    )
    expect(await client.list('/service/boards')).toMatchObject({ ok: true })
    expect(log.slice(1).map(({ headers }) => headers.get('accept'))).toEqual([
      'application/vnd.connectwise.com+json; version=2026.4',
      'application/vnd.connectwise.com+json; version=2025.1',
      'application/json',
    ])
  })

  it('refuses http, except to this computer when allowed', async () => {
    const { fetch, log } = createPeer(() => json([]))
    const at = (site: string, allowLoopbackHttp: boolean) =>
      createClient({ fetch, keys: { ...keys, site }, allowLoopbackHttp }).connect()
    for (const site of ['http://psa.example.test', 'http://localhost:8080', 'http://[::1]:8080']) {
      expect(await at(site, true)).toMatchObject({ error: { code: 'address-insecure' } })
    }
    expect(await at('http://127.0.0.1:8080', false)).toMatchObject({ error: { code: 'address-insecure' } })
    expect(await at('not a host', true)).toMatchObject({ error: { code: 'address-invalid' } })
    expect(log).toEqual([])
    expect(await at('http://127.0.0.1:8080', true)).toMatchObject({ ok: true })
  })
})

describe('patience', () => {
  it('honours Retry-After, counts down, and goes on', async () => {
    const { client, clock, log } = start((_asked, turn) => (turn === 1 ? busy(3) : json([])))
    const waits: number[] = []
    const answer = client.list('/service/boards', {}, { onWait: (seconds) => waits.push(seconds) })
    await clock.advance(2_900)
    expect(log).toHaveLength(2)
    await clock.advance(200)
    expect(await answer).toMatchObject({ ok: true })
    expect(waits).toEqual([3, 2, 1, 0])
  })

  it('takes the date in Retry-After by the clock of the server', async () => {
    const headers = {
      date: 'Mon, 23 Nov 2026 13:00:00 GMT',
      'retry-after': 'Mon, 23 Nov 2026 13:00:02 GMT',
    }
    const { client, clock, log } = start((_asked, turn) =>
      turn === 1 ? json({}, { status: 429, headers }) : json([]),
    )
    const answer = client.list('/service/boards')
    await clock.advance(1_900)
    expect(log).toHaveLength(2)
    await clock.advance(200)
    expect(await answer).toMatchObject({ ok: true })
  })

  it('waits without being told for how long, and gives up in the end', async () => {
    const { client, clock, log } = start(() => text('<html>slow down</html>', 429))
    const answer = client.list('/service/boards')
    await clock.advance(10 * 60_000)
    expect(await answer).toMatchObject({ error: { code: 'throttled' } })
    expect(log).toHaveLength(11)
  })

  it('leaves a wait beyond a minute to the person', async () => {
    const { client, log } = start(() => busy(61))
    expect(await client.list('/service/boards')).toMatchObject({ error: { code: 'throttled' } })
    expect(log).toHaveLength(2)
  })

  it('has four reads in flight, and half as many after ConnectWise asked for patience', async () => {
    let inFlight = 0
    let most = 0
    const releases: (() => void)[] = []
    const { client, clock } = start(async (_asked, turn) => {
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise<void>((resolve) => releases.push(resolve))
      inFlight -= 1
      return turn <= 4 ? busy(1) : json([])
    })
    const answers = Promise.all(Array.from({ length: 10 }, (_, at) => client.list(`/list/${at}`)))
    await clock.advance(0)
    expect(most).toBe(4)
    for (const release of releases.splice(0)) release()
    await clock.advance(0)
    most = 0
    for (let turn = 0; turn < 10; turn += 1) {
      await clock.advance(1_000)
      for (const release of releases.splice(0)) release()
    }
    expect(most).toBe(2)
    expect((await answers).every(({ ok }) => ok)).toBe(true)
  })

  it('shares the four reads among all readers of a company, those somebody waits for first', async () => {
    const started: string[] = []
    const releases: (() => void)[] = []
    const { fetch } = createPeer(async ({ path }) => {
      started.push(path.replace(/.*\//, ''))
      await new Promise<void>((resolve) => releases.push(resolve))
      return json([])
    })
    const clock = createFakeClock()
    const open = (more = {}) => createClient({ fetch, keys, allowLoopbackHttp: false, clock, ...more })
    const [refresh, test] = [open(), open({ patience: brisk })]
    const [other] = [open({ keys: { ...keys, companyId: 'other' } })]
    await Promise.all([refresh.connect(), test.connect(), other.connect()])
    const answers = ['a', 'b', 'c', 'd', 'e'].map((path) => refresh.list(`/${path}`))
    await clock.advance(0)
    answers.push(test.list('/test'), other.list('/other'))
    await clock.advance(0)
    expect(started).toEqual(['a', 'b', 'c', 'd', 'other'])
    while (started.length < 7 || releases.length > 0) {
      for (const release of releases.splice(0, 1)) release()
      await clock.advance(0)
    }
    expect(started.slice(5)).toEqual(['test', 'e'])
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
  })

  it('does not let a person wait for a pause another reader was asked for', async () => {
    const { fetch } = createPeer(({ path }) => (path.endsWith('/boards') ? busy(30) : json([])))
    const clock = createFakeClock()
    const refresh = createClient({ fetch, keys, allowLoopbackHttp: false, clock })
    const test = createClient({ fetch, keys, allowLoopbackHttp: false, clock, patience: brisk })
    await test.connect()
    const waiting = refresh.list('/service/boards')
    await clock.advance(1_000)
    expect(messageOf(await test.list('/service/sources'))).toContain('wait 29 s')
    await clock.advance(10 * 60_000)
    expect(await waiting).toMatchObject({ ok: false })
  })

  it.each([
    ['a server error', () => text('', 503), 'server-error', 4],
    ['a page of a proxy in trouble', () => text('<html>Bad gateway</html>', 502), 'server-error', 4],
    ['a damaged answer', () => text('[{"id":1},{'), 'answer-damaged', 2],
    ['a drop', () => Promise.reject(new TypeError('terminated')), 'connection-reset', 4],
    ['no answer', () => new Promise<Response>(() => {}), 'timeout', 2],
    ['a bad request', () => refusal(400, 'InvalidObject', ''), 'request-refused', 1],
    ['a refusal of keys that were good', () => refusal(401, 'Unauthorized', ''), 'permission-missing', 1],
    ['a missing right', () => refusal(403, 'Security', 'no permission'), 'permission-missing', 1],
  ])('tries again after %s only as often as that makes sense', async (_name, answer, code, tries) => {
    const { client, clock, log } = start((_asked, turn) => (turn === 1 ? json([]) : answer()))
    await client.list('/service/boards')
    const failed = client.list('/service/priorities')
    await clock.advance(10 * 60_000)
    expect(await failed).toMatchObject({ ok: false, error: { code } })
    expect(log.length - 2).toBe(tries)
  })

  it('gives a read thirty seconds, slow bodies included', async () => {
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))
    const { client, clock, log } = start((_asked, turn) => (turn === 1 ? endless() : json([])))
    const answer = client.list('/service/boards')
    await clock.advance(29_999)
    expect(log).toHaveLength(2)
    await clock.advance(10_000)
    expect(await answer).toMatchObject({ ok: true })
  })

  it('stops at once when cancelled, in flight, in the queue and while waiting', async () => {
    for (const script of [() => new Promise<Response>(() => {}), () => busy(60)]) {
      const { client, clock, log } = start(script)
      const controller = new AbortController()
      const reads = Array.from({ length: 9 }, (_, at) =>
        client.list(`/list/${at}`, {}, { signal: controller.signal }),
      )
      await clock.advance(100)
      const asked = log.length
      controller.abort()
      for (const answer of await Promise.all(reads))
        expect(answer).toMatchObject({ error: { code: 'cancelled' } })
      await clock.advance(120_000)
      expect(log).toHaveLength(asked)
    }
  })

  it('keeps one caller going when another one, who asked first, cancels', async () => {
    const first = new AbortController()
    const { client, clock } = start(
      () => json([]),
      (_asked, turn) => (turn === 1 ? new Promise<Response>(() => {}) : json(companyInfo)),
    )
    const cancelled = client.list('/service/boards', {}, { signal: first.signal })
    const other = client.list('/service/boards')
    await clock.advance(10)
    first.abort()
    expect(await cancelled).toMatchObject({ error: { code: 'cancelled' } })
    expect(await other).toMatchObject({ ok: true })
  })
})
