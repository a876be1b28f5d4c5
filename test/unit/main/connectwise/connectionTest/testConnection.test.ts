// A connection test names the first stage that fails, says what to do, and never takes longer than its limits.
import { describe, expect, it } from 'vitest'
import { type Stage, stageNames } from '../../../../../shared/connection/connection.ts'
import { createPeer, json, keys as ownKeys, text } from '../fakes.ts'
import { open } from './openTest.ts'

const failing = (stages: readonly Stage[]) => stages.find((stage) => stage.ok === false)

describe('a connection test', () => {
  it('passes all stages on a working connection and streams them', async () => {
    const { stages, test } = open()
    const result = await test()
    expect(result.ok).toBe(true)
    expect(result.baseUrl).toBe('https://demo.example.test/v2025_1/apis/3.0')
    expect(stages).toEqual(result.stages)
    expect(stages.map(({ stage, ok: passed }) => [stage, passed])).toEqual(
      stageNames.map((name) => [name, true]),
    )
    expect(result.permissions.every(({ state }) => state === 'granted')).toBe(true)
  })

  it.each([
    ['keys-401', 'keys', 'keys-rejected', 'The keys were not accepted.'],
    ['keys-404', 'keys', 'keys-rejected', 'The keys were not accepted.'],
    ['keys-dropped', 'keys', 'keys-rejected', 'The keys were not accepted.'],
    ['not-authenticated', 'keys', 'keys-rejected', 'The keys were not accepted.'],
    ['cannot-route', 'keys', 'keys-rejected', 'ConnectWise knows the company'],
    ['company-unknown', 'company', 'company-not-found', 'could not find company northwind'],
    ['client-id-400', 'clientId', 'client-id-rejected', 'client ID is missing or not valid for this company'],
    ['client-id-401', 'clientId', 'client-id-rejected', 'client ID is missing or not valid for this company'],
    ['client-id-403', 'clientId', 'client-id-rejected', 'client ID is missing or not valid for this company'],
    [
      'client-id-text',
      'clientId',
      'client-id-rejected',
      'client ID is missing or not valid for this company',
    ],
    ['ssl-required', 'company', 'ssl-required', 'SSL is required'],
    ['web-page', 'company', 'web-page', 'answered with a web page, not the API'],
    ['web-page-404', 'company', 'web-page', 'answered with a web page, not the API'],
    ['redirect-http', 'company', 'redirected', 'was not followed'],
    ['licence-inactive', 'access', 'permission-missing', 'No licence is listed as active'],
    ['role-denied', 'access', 'permission-missing', 'may not read companies, boards'],
    ['no-members', 'access', 'permission-missing', 'may not read members'],
    ['throttle-forever', 'keys', 'throttled', 'asked us to wait 30 s'],
    ['bad-gateway-forever', 'keys', 'server-error', 'reported an error of its own'],
    ['truncated-json', 'keys', 'answer-damaged', 'damaged or incomplete'],
    ['reset-mid-body', 'keys', 'connection-reset', 'dropped before the answer was complete'],
  ] as const)('names %s at stage %s', async (fault, stage, code, sentence) => {
    const { demo, test } = open({ faults: [fault] })
    const result = await test()
    expect(result.ok).toBe(false)
    const found = failing(result.stages)
    expect(found).toMatchObject({ stage, code })
    expect(found?.message).toContain(sentence)
    expect(found?.next).not.toBe('')
    const after = result.stages.slice(stageNames.indexOf(stage) + 1)
    expect(after.every((later) => later.ok === null && later.code === 'not-run')).toBe(true)
    expect(demo.requests.every(({ method }) => method === 'GET')).toBe(true)
    expect(demo.requests.length).toBeLessThan(25)
  })

  it.each([
    [403, { code: 'Forbidden', message: 'Access denied.' }],
    [403, ''],
  ])('names the client ID as a guess where every call is refused alike: %i %j', async (status, body) => {
    const { fetch } = createPeer(() => (body === '' ? text('', status) : json(body, { status })))
    const { stages } = await open().test({ fetch, keys: ownKeys })
    expect(failing(stages)).toMatchObject({ stage: 'clientId', code: 'client-id-rejected' })
    expect(failing(stages)?.message).toContain('no answer says why')
    expect(failing(stages)?.next).toContain('whoever runs the server')
    expect(failing(stages)?.detail).toContain(`HTTP ${status}`)
  })

  it.each([
    [{ code: 'Security', message: 'SSL is required.', errors: null }, 'company', 'ssl-required'],
    [{ code: 'Unauthorized', message: 'Invalid.' }, 'keys', 'keys-rejected'],
    [{ code: 'BadRequest', message: 'clientId is missing.' }, 'clientId', 'client-id-rejected'],
    [
      { code: 'Security', message: 'You do not have security permission to perform this action.' },
      'access',
      'permission-missing',
    ],
    [{ code: 'Odd', message: 'Something else.' }, 'keys', 'request-refused'],
  ])('reads the refusal %j also where its status is 200', async (body, stage, code) => {
    const { fetch } = createPeer(() => json(body))
    const { stages } = await open().test({ fetch, keys: ownKeys })
    expect(failing(stages)).toMatchObject({ stage, code })
  })

  it('names SSL where company info itself asks for it', async () => {
    const refusal = { code: 'Security', message: 'SSL is required.', errors: null }
    const { fetch } = createPeer(
      () => json([]),
      () => json(refusal),
    )
    const { stages } = await open().test({ fetch, keys: ownKeys })
    expect(failing(stages)).toMatchObject({ stage: 'company', code: 'ssl-required' })
  })

  it('sits out short trouble', async () => {
    for (const fault of ['throttle-storm', 'bad-gateway', 'dropped-once', 'codebase-change'] as const) {
      expect((await open({ faults: [fault] }).test()).ok).toBe(true)
    }
  })

  it.each([
    [{ site: '' }, 'address', 'address-invalid'],
    [{ site: 'http://psa.example.test' }, 'address', 'address-insecure'],
    [{ companyId: ' ' }, 'company', 'company-not-found'],
    [{ companyId: 'nobody' }, 'company', 'company-not-found'],
    [{ publicKey: '' }, 'keys', 'key-needed'],
    [{ privateKey: ' ' }, 'keys', 'key-needed'],
    [{ privateKey: 'another-key' }, 'keys', 'keys-rejected'],
    [{ clientId: '' }, 'clientId', 'client-id-rejected'],
    [{ clientId: 'another-client' }, 'clientId', 'client-id-rejected'],
  ])('finds out about %j at stage %s', async (wrong, stage, code) => {
    const { keys, test } = open()
    const result = await test({ keys: { ...keys, ...wrong } })
    expect(failing(result.stages)).toMatchObject({ stage, code })
  })

  it('says that the company ID is missing', async () => {
    const { keys, test } = open()
    const { stages } = await test({ keys: { ...keys, companyId: ' ' } })
    expect(failing(stages)?.message).toBe('The company ID is missing.')
  })

  it.each([
    ['ENOTFOUND', 'address', 'host-not-found'],
    ['ECONNREFUSED', 'address', 'connection-refused'],
    ['CERT_HAS_EXPIRED', 'tls', 'tls-expired'],
  ])('calls %s a matter of the %s', async (cause, stage, code) => {
    const { test } = open()
    const result = await test({
      fetch: () =>
        Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: cause }) })),
    })
    expect(failing(result.stages)).toMatchObject({ stage, code })
  })

  it('shows the base URL a site resolves to, also where nothing answers there', async () => {
    const { keys, test } = open()
    const fetch = () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'))
    const baseUrlOf = async (site: string) => (await test({ fetch, keys: { ...keys, site } })).baseUrl
    expect(await baseUrlOf(' https://na.myconnectwise.net/x ')).toBe(
      'https://api-na.myconnectwise.net/v4_6_release/apis/3.0',
    )
    expect(await baseUrlOf('not a host')).toBe('')
  })

  it('gives each stage ten seconds', async () => {
    const { test } = open()
    const { stages } = await test({ fetch: () => new Promise(() => {}) })
    expect(stages[0]).toMatchObject({ stage: 'address', ok: false, code: 'timeout', ms: 10_000 })
    const { fetch } = createPeer((_asked, turn) => (turn > 2 ? new Promise<Response>(() => {}) : json([])))
    const later = await open().test({ fetch, keys: ownKeys })
    expect(failing(later.stages)).toMatchObject({ stage: 'access', code: 'timeout', ms: 10_000 })
  })

  it('tells the rights found until the limit', async () => {
    const { demo, test } = open()
    const result = await test({
      fetch: (request) =>
        request.url.includes('/system/members') ? new Promise(() => {}) : demo.fetch(request),
    })
    expect(failing(result.stages)).toMatchObject({ stage: 'access', code: 'timeout' })
    expect(result.permissions).toContainEqual({
      right: 'Companies > Company Maintenance > Inquire All',
      state: 'granted',
      neededFor: 'Company',
    })
  })

  it('stops at once when cancelled and lists the rest as not run', async () => {
    const { stop, stages, test } = open()
    const { fetch } = createPeer((_asked, turn) => {
      if (turn > 1) stop.abort()
      return turn > 1 ? new Promise<Response>(() => {}) : json({})
    })
    const result = await test({ fetch, keys: ownKeys })
    expect(result.ok).toBe(false)
    expect(stages.map(({ ok: passed, code }) => [passed, code])).toEqual([
      [true, 'ok'],
      [true, 'ok'],
      [true, 'ok'],
      [null, 'cancelled'],
      [null, 'not-run'],
      [null, 'not-run'],
      [null, 'not-run'],
    ])
  })

  it('shows no key in any stage, even when the server repeats it', async () => {
    const { keys, test } = open({ faults: ['echoing-error'] })
    const shown = JSON.stringify(await test())
    const header = Buffer.from(`${keys.companyId}+${keys.publicKey}:${keys.privateKey}`).toString('base64')
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId, header])
      expect(shown).not.toContain(secret)
    expect(shown).toContain('[masked]')
  })

  it('tells when the clocks differ', async () => {
    const { test } = open({ faults: ['clock-skew'] })
    const { stages } = await test()
    expect(stages[5]).toMatchObject({ stage: 'version', ok: true })
    expect(stages[5]?.message).toContain('180 minutes apart')
  })
})
