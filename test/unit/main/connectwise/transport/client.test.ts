// A read: what is asked with what, and that it is only ever a read.
import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../../../../main/connectwise/failure/failure.ts'
import { failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'
import { createClient, queryText } from '../../../../../main/connectwise/transport/client.ts'
import { createFakeClock, createPeer, json, keys, text } from '../fakes.ts'

const start = (...script: Parameters<typeof createPeer>) => {
  const clock = createFakeClock()
  const peer = createPeer(...script)
  const client = createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock, random: () => 1 })
  return { clock, client, log: peer.log, paths: () => peer.log.map(({ path }) => path) }
}
const messageOf = (reply: Reply<unknown>) => (reply.ok ? '' : failureSentence(reply.error).message)

describe('a read', () => {
  it('asks company info without keys, then the company base with all headers', async () => {
    const { client, log } = start(() => json([{ id: 1 }]))
    const answer = await client.list('/service/boards', { fields: 'id,name', pageSize: 1000, page: 1 })
    expect(answer).toEqual({
      ok: true,
      value: { rows: [{ id: 1 }], hasNext: false, bytes: 10, isUnsorted: false },
    })
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

  it('sends the next of the line before a long answer is looked at, and never a fifth beside four', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    let flying = 0
    let most = 0
    const lookedAt: number[] = []
    const { client } = start(async (_asked, turn) => {
      flying += 1
      most = Math.max(most, flying)
      lookedAt[turn] = parse.mock.calls.length
      await new Promise((resolve) => setImmediate(resolve))
      flying -= 1
      return json(Array.from({ length: 1000 }, (_, id) => ({ id, name: `Company number ${id}` })))
    })
    const pages = Array.from({ length: 8 }, (_, page) => client.list('/company/companies', { page }))
    expect((await Promise.all(pages)).every(({ ok }) => ok)).toBe(true)
    parse.mockRestore()
    expect(most).toBe(4)
    // Company info alone was looked at when the fifth page was asked for.
    expect(lookedAt.slice(1, 6)).toEqual([1, 1, 1, 1, 1])
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

  it.each([
    "Invalid field: 'officeEmail'.",
    "Could not find member 'officeEmail' on object of type 'Member'.",
    "The query parameter 'fields' is not supported.",
  ])('asks for whole rows where what is shown of them is refused: %s', async (message) => {
    const { client, log } = start(({ query }) =>
      query.has('fields') ? json({ code: 'BadRequest', message }, { status: 400 }) : json([{ id: 1 }]),
    )
    const query = { fields: 'id,officeEmail', conditions: 'inactiveFlag=false' }
    for (const page of [1, 2])
      expect(await client.list('/system/members', { ...query, page })).toMatchObject({ ok: true })
    expect(log.filter(({ query: asked }) => asked.has('fields'))).toHaveLength(1)
  })

  it('leaves a refused condition to whoever asked, though the field is shown as well', async () => {
    const message = 'inactiveFlag is not a recognized name.'
    const { client } = start(() => json({ code: 'ApiFindCondition', message }, { status: 400 }))
    const query = { fields: 'id,inactiveFlag', conditions: 'inactiveFlag=false' }
    expect(await client.list('/system/members', query)).toMatchObject({
      error: { code: 'condition-refused' },
    })
  })

  it.each([
    ['one list is refused', '/sources', 'permission-missing'],
    ['the keys have ended', '', 'keys-rejected'],
  ])('finds out after a 401 in the middle whether %s', async (_what, refused, code) => {
    let isLater = false
    const { client } = start(({ path }) =>
      isLater && path.endsWith(refused)
        ? json({ code: 'Unauthorized', message: 'Login failed.' }, { status: 401 })
        : json([{ id: 1 }]),
    )
    expect(await client.list('/service/boards')).toMatchObject({ ok: true })
    isLater = true
    for (const path of ['/service/sources', '/service/sources'])
      expect(await client.list(path)).toMatchObject({ error: { code } })
  })

  it.each([
    ['all other lists are closed to the role', () => json({ message: 'Login failed.' }, { status: 401 })],
    ['small reads fail for another reason', () => json({ message: 'Out of memory' }, { status: 500 })],
  ])('does not call keys ended by a 401 where %s', async (_what, answer) => {
    let isLater = false
    const { client, clock } = start(({ path }) => {
      if (isLater && path.endsWith('/sources')) return json({ message: 'Login failed.' }, { status: 401 })
      const isFirst = path.endsWith('/boards')
      return isLater && !(isFirst && answer().status === 401) ? answer() : json([{ id: 1 }])
    })
    await client.list('/service/boards')
    isLater = true
    const later = client.list('/service/sources')
    await clock.advance(600_000)
    expect(await later).toMatchObject({ error: { code: 'permission-missing' } })
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
