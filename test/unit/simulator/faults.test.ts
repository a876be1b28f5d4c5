// Fault profiles: each shows what its name says, in memory, and trouble that ends does end.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { faultCatalogue, faultNames, isFaultName } from '../../simulator/faults/catalogue.ts'
import { demoSite } from '../../../main/demo/index.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { ask, idsOf, requestTo, send } from './ask.ts'

const boards = '/service/boards?pageSize=5'

describe('answers', () => {
  test.each([
    ['keys-401', 401, { code: 'Unauthorized' }],
    ['keys-404', 404, { code: 'ConnectWiseApi' }],
    ['not-authenticated', 401, { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' }],
    ['client-id-400', 400, { message: expect.stringContaining('clientId') }],
    ['client-id-401', 401, { message: expect.stringContaining('clientId') }],
    ['client-id-403', 403, { code: 'Security', message: expect.stringContaining('clientId') }],
    ['role-denied', 403, { code: 'Security', message: expect.stringContaining('permission') }],
    ['ssl-required', 403, { code: 'Security', message: 'SSL is required.' }],
    [
      'throttle-forever',
      429,
      { error: 'ConnectWiseAPI', message: 'Too many requests. Please try again in 30 seconds.' },
    ],
    ['server-error', 500, { code: 'InternalServerError' }],
    ['licence-inactive', 403, { code: 'Security' }],
    ['no-table-setup', 403, { code: 'Security' }],
  ] as const)('%s: %i', async (fault, status, body) => {
    expect(await ask(createSimulator({ faults: [fault] }), boards)).toMatchObject({ status, body })
  })

  test.each([
    ['cannot-route', 400, 'text/plain', 'Cannot route. Codebase/company is invalid'],
    ['client-id-text', 400, 'text/plain', 'Cannot find clientId'],
    ['web-page', 200, 'text/html', '<!DOCTYPE html>'],
    ['web-page-404', 404, 'text/html', '<!DOCTYPE html>'],
    ['bad-gateway-forever', 502, 'text/html', '502 Bad Gateway'],
    ['wrong-content-type', 200, 'text/html', '[{"id":2'],
    ['empty-body', 200, 'application/json', ''],
  ] as const)('%s: %i %s', async (fault, status, type, text) => {
    const response = await createSimulator({ faults: [fault] }).fetch(requestTo(createSimulator(), boards))
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining(type),
    ])
    expect(await response.text()).toContain(text)
  })

  test.each(['keys-dropped', 'reset-mid-body'] as const)('%s: the connection breaks', async (fault) => {
    const demo = createSimulator({ faults: [fault] })
    await expect(demo.fetch(requestTo(demo, boards)).then((response) => response.text())).rejects.toThrow()
  })

  test('truncated-json: half a document', async () => {
    const demo = createSimulator({ faults: ['truncated-json'] })
    const text = await (await demo.fetch(requestTo(demo, boards))).text()
    expect(() => JSON.parse(text)).toThrow()
    expect(text).toMatch(/^\[\{/)
  })

  test('redirect-http: a redirect to http', async () => {
    const answer = await ask(createSimulator({ faults: ['redirect-http'] }), boards)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringMatching(/^http:/)])
  })

  test('clock-skew: a Date header three hours back', async () => {
    const answer = await ask(createSimulator({ faults: ['clock-skew'] }), boards)
    expect(answer.headers.get('date')).toBe('Mon, 23 Nov 2026 07:00:00 GMT')
  })

  test('echoing-error: the secret comes back in the message', async () => {
    const { body } = await ask(createSimulator({ faults: ['echoing-error'] }), boards)
    expect(JSON.stringify(body)).toContain('Basic ')
  })
})

describe('trouble that ends', () => {
  test.each([
    ['throttle-storm', 16, [429]],
    ['throttle-cdn', 16, [429]],
    ['bad-gateway', 6, [502]],
    ['unavailable', 6, [503]],
  ] as const)('%s is over by request %i', async (fault, last, trouble) => {
    const demo = createSimulator({ faults: [fault] })
    const seen: number[] = []
    for (let call = 0; call < last; call++) seen.push((await ask(demo, boards)).status)
    expect(seen[0]).toBe(200)
    expect(seen.at(-1)).toBe(200)
    expect(seen.filter((status) => status !== 200)).toEqual(expect.arrayContaining([...trouble]))
  })

  test('throttle-per-minute refuses the rest of a minute and says for how long', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z')
    const demo = createSimulator({ faults: ['throttle-per-minute'], now: () => new Date(now) })
    for (let call = 0; call < 60; call++) expect((await ask(demo, boards)).status).toBe(200)
    now += 20_000
    const refused = await ask(demo, boards)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
    now += 40_000
    expect((await ask(demo, boards)).status).toBe(200)
  })

  test('throttle-parallel spares two requests at a time', async () => {
    const demo = createSimulator({ faults: ['throttle-parallel'] })
    const together = async (count: number) =>
      (await Promise.all(Array.from({ length: count }, () => ask(demo, boards)))).map(({ status }) => status)
    expect(await together(2)).toEqual([200, 200])
    expect(await together(4)).toContain(429)
  })

  test('codebase-change: the old folder goes, company info names the new one', async () => {
    const demo = createSimulator({ faults: ['codebase-change'] })
    const at = (folder: string) =>
      demo.fetch(
        new Request(`https://${demoSite}/${folder}/apis/3.0${boards}`, {
          headers: requestTo(demo, '/').headers,
        }),
      )
    for (let call = 0; call < 3; call++) expect((await at('v2025_1')).status).toBe(200)
    expect((await at('v2025_1')).status).toBe(404)
    const info = await demo.fetch(new Request(`https://${demoSite}/login/companyinfo/northwind`))
    expect(await info.json()).toMatchObject({ Codebase: 'v2025_2/' })
    expect((await at('v2025_2')).status).toBe(200)
  })
})

describe('servers that differ', () => {
  test('page-shift: a walk by page number misses rows, the count comes to rest', async () => {
    const demo = createSimulator({ faults: ['page-shift'] })
    const before = demo.world.companies.rows.map((row) => row.id)
    const seen = new Set<number>()
    for (let page = 1; page <= 4; page++) {
      for (const id of idsOf(await ask(demo, `/company/companies?pageSize=20&page=${page}`))) seen.add(id)
    }
    const remaining = new Set(demo.world.companies.rows.map((row) => row.id))
    expect(before.filter((id) => remaining.has(id) && !seen.has(id)).length).toBeGreaterThan(0)
    expect(remaining.size).toBe(before.length)
  })

  test.each([
    ['page-ignored', '/service/sources?pageSize=3&page=2', [1, 2, 3]],
    ['duplicate-rows', '/service/sources?pageSize=3', [1, 1, 2, 3]],
  ] as const)('%s: %s', async (fault, path, ids) => {
    expect(idsOf(await ask(createSimulator({ faults: [fault] }), path))).toEqual(ids)
  })

  test('conditions-refused and fields-strict answer ApiFindCondition', async () => {
    const demo = createSimulator({ faults: ['conditions-refused', 'fields-strict'] })
    for (const path of ['/service/boards?conditions=id%3E1', '/service/boards?fields=id,nonsense']) {
      expect(await ask(demo, path)).toMatchObject({ status: 400, body: { code: 'ApiFindCondition' } })
    }
    const search = await send(demo, '/service/tickets/search', { conditions: 'id>1' })
    expect(search.status).toBe(400)
  })

  test('sparse-rows and odd-rows reshape what is listed', async () => {
    const sparse = await ask(createSimulator({ faults: ['sparse-rows'] }), '/service/priorities?pageSize=1')
    expect(sparse.body).toEqual([{ id: 5, name: 'Priority 1 - Critical' }])
    const odd = await ask(createSimulator({ faults: ['odd-rows'] }), '/service/priorities?pageSize=1')
    expect(odd.body).toMatchObject([{ id: 5, defaultFlag: null, newInThisVersion: {} }])
  })

  test('no-link-header, no-site-url, on-premise, no-all-notes, no-my-security, company-unknown', async () => {
    const info = async (demo: ReturnType<typeof createSimulator>) =>
      (await demo.fetch(new Request(`https://${demoSite}/login/companyinfo/northwind`))).json()
    const linkless = createSimulator({ faults: ['no-link-header'] })
    expect((await ask(linkless, '/service/tickets')).headers.get('link')).toBeNull()
    expect(await info(createSimulator({ faults: ['no-site-url'] }))).not.toHaveProperty('SiteUrl')
    expect(await info(createSimulator({ faults: ['on-premise'] }))).toMatchObject({
      Codebase: 'v4_6_release/',
      IsCloud: false,
    })
    expect(await info(createSimulator({ faults: ['company-unknown'] }))).toBeNull()
    expect(
      (await ask(createSimulator({ faults: ['no-all-notes'] }), '/service/tickets/7001/allNotes')).status,
    ).toBe(404)
    expect((await ask(createSimulator({ faults: ['no-my-security'] }), '/system/mySecurity')).status).toBe(
      403,
    )
  })
})

describe('waiting', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('stall: an answer comes after 30 seconds, and not at all when given up', async () => {
    const demo = createSimulator({ faults: ['stall'] })
    const answer = demo.fetch(requestTo(demo, boards))
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await answer).status).toBe(200)
    const abort = new AbortController()
    const given = demo.fetch(new Request(requestTo(demo, boards), { signal: abort.signal }))
    const outcome = expect(given).rejects.toThrow('aborted')
    abort.abort()
    await outcome
  })

  test('trickle: the body arrives in small pieces', async () => {
    const demo = createSimulator({ faults: ['trickle'] })
    const response = await demo.fetch(requestTo(demo, '/service/tickets?pageSize=2'))
    const text = response.text()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(JSON.parse(await text)).toHaveLength(2)
  })

  test('latency delays every answer', async () => {
    const demo = createSimulator({ latency: 50 })
    const answer = demo.fetch(requestTo(demo, boards))
    await vi.advanceTimersByTimeAsync(50)
    expect((await answer).status).toBe(200)
  })
})

test('every profile says what it shows', () => {
  expect(faultNames.length).toBeGreaterThan(40)
  for (const { about } of Object.values(faultCatalogue)) expect(about.length).toBeGreaterThan(10)
  expect(['stall', 'constructor', 'nope'].map(isFaultName)).toEqual([true, false, false])
})
