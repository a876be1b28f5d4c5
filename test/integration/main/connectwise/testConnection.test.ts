// The connection test over real sockets: wrong values each get their own words, and certificates are told apart.
import { createServer, type Socket } from 'node:net'
import tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { Keys } from '../../../../main/connectwise/transport/client.ts'
import type { Clock } from '../../../../main/connectwise/transport/clock.ts'
import { inspectTls } from '../../../../main/connectwise/connectionTest/inspectTls.ts'
import { reachHost } from '../../../../main/connectwise/connectionTest/reach.ts'
import { testConnection } from '../../../../main/connectwise/connectionTest/testConnection.ts'
import { fastClock, serve, writesTo } from './served.ts'

const run = (keys: Keys, clock?: Clock) =>
  testConnection({
    fetch: (request) => fetch(request),
    keys,
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: true },
    allowLoopbackHttp: true,
    inspectTls,
    reach: reachHost,
    signal: new AbortController().signal,
    onStage: () => {},
    ...(clock && { clock }),
  })
const failureOf = async (keys: Keys, clock?: Clock) =>
  (await run(keys, clock)).stages.find(({ ok }) => ok === false)

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

describe('a connection test over HTTP', () => {
  it('passes, reads only, and asks little', async () => {
    const { demo, keys } = await serve()
    const result = await run(keys)
    expect(result.stages.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, true])
    expect(result.stages[1]?.code).toBe('not-used')
    expect(writesTo(demo)).toEqual([])
    expect(demo.requests.length).toBeLessThan(20)
  })

  it('has another sentence for each thing that is wrong', async () => {
    const { keys } = await serve()
    const page = await serve({ faults: ['web-page'] })
    const failures = await Promise.all([
      failureOf({ ...keys, privateKey: 'not-the-private-key' }),
      failureOf({ ...keys, companyId: 'nobody' }),
      failureOf({ ...keys, site: 'host.invalid' }),
      failureOf({ ...keys, site: `http://127.0.0.1:${await freePort()}` }),
      failureOf(page.keys),
      failureOf({ ...keys, clientId: '00000000-0000-0000-0000-000000000000' }),
    ])
    expect(failures.map((stage) => stage?.stage)).toEqual([
      'keys',
      'company',
      'address',
      'address',
      'company',
      'clientId',
    ])
    expect(failures.map((stage) => stage?.code)).toEqual([
      'keys-rejected',
      'company-not-found',
      // Without any network a name server cannot say that there is no such host.
      expect.stringMatching(/^(host-not-found|offline)$/),
      'connection-refused',
      'web-page',
      'client-id-rejected',
    ])
    expect(new Set(failures.map((stage) => stage?.message)).size).toBe(6)
    expect(JSON.stringify(failures)).not.toContain('not-the-private-key')
  })
})

describe('a server that says nothing', () => {
  /** Listens, and treats each connection as told. */
  async function listen(answer: (socket: Socket) => void) {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => {}))
      answer(socket)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    const close = () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    }
    return { host, close }
  }
  const keys = { companyId: 'acme', publicKey: 'public', privateKey: 'private', clientId: 'client' }

  it.each([
    ['http', 'stays silent', () => {}, 'company', 'timeout'],
    ['https', 'stays silent', () => {}, 'tls', 'timeout'],
    ['http', 'hangs up', (socket: Socket) => socket.destroy(), 'company', 'connection-reset'],
    ['https', 'hangs up', (socket: Socket) => socket.destroy(), 'tls', 'connection-reset'],
    [
      'http',
      'speaks otherwise',
      (socket: Socket) => socket.end('220 ready\r\n'),
      'company',
      'not-connectwise',
    ],
    ['https', 'speaks otherwise', (socket: Socket) => socket.end('220 ready\r\n'), 'tls', 'not-connectwise'],
  ] as const)('over %s that %s has an address that is right', async (scheme, _name, answer, stage, code) => {
    const { host, close } = await listen(answer)
    const failure = await failureOf({ ...keys, site: `${scheme}://${host}` }, fastClock)
    close()
    expect(failure).toMatchObject({ stage, code })
  })
})

describe('certificates', () => {
  const authorities = tls.getCACertificates('default')
  afterEach(() => tls.setDefaultCACertificates(authorities))

  it.each([
    ['self-signed', 'tls-self-signed'],
    ['expired', 'tls-expired'],
    ['wrong-name', 'tls-wrong-name'],
    ['private-authority', 'tls-untrusted'],
    ['no-chain', 'tls-chain-incomplete'],
    ['lapsed-authority', 'tls-expired'],
  ] as const)('%s is %s', async (kind, code) => {
    const { demo, keys } = await serve({}, { https: kind })
    const stage = await failureOf(keys)
    expect(stage).toMatchObject({ stage: 'tls', ok: false, code })
    expect(stage?.next).not.toBe('')
    expect(demo.requests).toEqual([])
  })

  it('of a trusted authority whose own dates are over is told with those', async () => {
    const { served, keys } = await serve({}, { https: 'lapsed-authority' })
    tls.setDefaultCACertificates([...authorities, served.ca ?? ''])
    const stage = await failureOf(keys)
    expect(stage).toMatchObject({ stage: 'tls', code: 'tls-expired' })
    expect(stage?.message).toMatch(/\d to \d.*, which is that of its authority Demo Company Proxy Authority/)
  })

  it('of an authority the system trusts is fine, and its end is shown', async () => {
    const { served, keys } = await serve({}, { https: 'private-authority' })
    tls.setDefaultCACertificates([...authorities, served.ca ?? ''])
    const { ok, stages } = await run(keys)
    expect(ok).toBe(true)
    expect(stages[1]?.message).toMatch(
      /^Certificate of Demo Company Proxy Authority.*, valid until \d{4}-\d\d-\d\d\.$/,
    )
  })
})
