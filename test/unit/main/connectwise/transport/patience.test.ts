// How patiently a company is read: waits asked for, tries, the one line all its readers stand in, and stopping.
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../../main/connectwise/failure/failure.ts'
import { failureSentence } from '../../../../../main/connectwise/failure/failureWords.ts'
import { testConnection } from '../../../../../main/connectwise/connectionTest/testConnection.ts'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { testPatience } from '../../../../../main/connectwise/transport/reading.ts'
import { companyInfo, createFakeClock, createPeer, json, keys, text } from '../fakes.ts'

const start = (...script: Parameters<typeof createPeer>) => {
  const clock = createFakeClock()
  const peer = createPeer(...script)
  const client = createClient({ fetch: peer.fetch, keys, allowLoopbackHttp: false, clock, random: () => 1 })
  return { clock, client, log: peer.log, paths: () => peer.log.map(({ path }) => path) }
}
const messageOf = (reply: Reply<unknown>) => (reply.ok ? '' : failureSentence(reply.error).message)
const refusal = (status: number, code: string, message: string) => json({ code, message }, { status })
const busy = (seconds: number) => json({}, { status: 429, headers: { 'retry-after': String(seconds) } })

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

  it('asks for fewer rows where the time limit of the server passes over many', async () => {
    const { client, clock, log } = start(({ query }) =>
      Number(query.get('pageSize')) > 100 ? text('<h1>504 Gateway Time-out</h1>', 504) : json([]),
    )
    const answer = client.list('/system/members', { pageSize: 1000 })
    await clock.advance(60_000)
    expect(await answer).toMatchObject({ ok: true })
    expect(log.map(({ query }) => query.get('pageSize'))).toEqual([null, '1000', '1000', '100'])
    const later = client.list('/system/members', { pageSize: 1000, page: 2 })
    await clock.advance(1_000)
    expect(await later).toMatchObject({ ok: true })
    expect(log.at(-1)?.query.get('pageSize')).toBe('100')
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
    const [refresh, test] = [open(), open({ patience: testPatience })]
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
    const test = createClient({ fetch, keys, allowLoopbackHttp: false, clock, patience: testPatience })
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
    // Three other reads tell a refused list from keys that have ended.
    ['a refusal of keys that were good', () => refusal(401, 'Unauthorized', ''), 'keys-rejected', 4],
    ['a missing right', () => refusal(403, 'Security', 'no permission'), 'permission-missing', 1],
  ])('tries again after %s only as often as that makes sense', async (_name, answer, code, tries) => {
    const { client, clock, log } = start((_asked, turn) => (turn === 1 ? json([]) : answer()))
    await client.list('/service/boards')
    const failed = client.list('/service/priorities')
    await clock.advance(10 * 60_000)
    expect(await failed).toMatchObject({ ok: false, error: { code } })
    expect(log.length - 2).toBe(tries)
  })

  it('is about calls with keys: a test within a wait names it at the keys, not at the company', async () => {
    const clock = createFakeClock()
    const { fetch, log } = createPeer(() => busy(30))
    const options = { fetch, keys, allowLoopbackHttp: false, clock, signal: new AbortController().signal }
    void createClient(options).list('/service/boards')
    await clock.advance(1_000)
    const asked = log.length
    const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const
    const testing = testConnection({ ...options, needs, onStage: () => {} })
    await clock.advance(10_000)
    const failing = (await testing).stages.find(({ ok }) => ok === false)
    expect(failing).toMatchObject({ stage: 'keys', code: 'throttled' })
    // No call with keys went out meanwhile.
    expect(log.slice(asked).map(({ path }) => path)).toEqual(['/login/companyinfo/acme'])
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
