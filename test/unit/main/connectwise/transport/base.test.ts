// Finding the company and the base URL that works for it, also after it has moved.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { companyInfo, createFakeClock, createPeer, json, keys, text } from '../fakes.ts'

const start = (...script: Parameters<typeof createPeer>) => {
  const clock = createFakeClock()
  const peer = createPeer(...script)
  const client = createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock, random: () => 1 })
  return { clock, client, log: peer.log, paths: () => peer.log.map(({ path }) => path) }
}
const refusal = (status: number, code: string, message: string) => json({ code, message }, { status })

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
