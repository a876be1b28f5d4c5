// Attacks on the browser host by another server of this computer, which the browser gives the host's cookie.
import { createServer, request as httpRequest } from 'node:http'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createHostServer } from '../host/server.ts'
import type { FakeElectron } from '../host/electron/electron.ts'

const called: string[] = []
/** An app with one page; every call it gets is noted. */
const window = {
  window: { id: 1 },
  contents: { getURL: () => 'app://bundle/index.html', getLastWebPreferences: () => ({}) },
}
const electron = {
  windows: { current: () => window, showing: () => window, left: () => undefined },
  fetch: async () =>
    new Response('<html><head><title>x</title></head></html>', { headers: { 'content-type': 'text/html' } }),
  invoke: async (channel: string) => {
    called.push(channel)
    return { answer: { ok: true, value: 'secret' }, files: [] }
  },
} as unknown as FakeElectron

const host = await createHostServer(0, () => electron)
afterAll(() => host.close())
const { origin, host: ownHost } = new URL(host.url)

const opened = await fetch(host.url)
const page = await opened.text()
const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
const key = /name="browser-host-key" content="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''

/** Whether a socket with these headers is opened, and a call over it answered. */
async function isAnswered(headers: Record<string, string>, protocols: string[] = []): Promise<boolean> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/__host/socket`, protocols, { headers })
  const outcome = await once(socket, 'open').then(
    () => true,
    () => false,
  )
  if (outcome) {
    socket.send(JSON.stringify({ kind: 'invoke', id: 1, channel: 'app:info', args: [{}] }))
    await once(socket, 'message')
  }
  socket.terminate()
  return outcome
}

test('the page the token opened is the one that is answered', async () => {
  expect(key).not.toBe('')
  expect(await isAnswered({ cookie, origin }, [key])).toBe(true)
  expect(called.splice(0)).toEqual(['app:info'])
})

test('a server on another port is given the cookie by the browser, and gets no further with it', async () => {
  // What any page of 127.0.0.1 makes a browser send: cookies know no ports.
  const received: string[] = []
  const thief = createServer(({ headers }, response) => {
    received.push(headers.cookie ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await once(thief, 'listening')
  const address = thief.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })
  thief.close()
  const [stolen = ''] = received
  const again = await (await fetch(origin, { headers: { cookie: stolen } })).text()
  expect(again).not.toContain(key)
  const attempts = [
    isAnswered({ cookie: stolen, origin }),
    isAnswered({ cookie: stolen, origin }, ['none']),
    isAnswered({ cookie: stolen, origin }, ['0'.repeat(64)]),
    isAnswered({ cookie: stolen, origin }, [stolen.split('=')[1] ?? 'x']),
    isAnswered({ cookie: stolen, origin, host: ownHost, referer: origin }, [
      new URL(host.url).searchParams.get('token') ?? 'x',
    ]),
  ]
  expect(await Promise.all(attempts)).toEqual(attempts.map(() => false))
  expect(called).toEqual([])
})

test('neither the key without the cookie nor a foreign origin with both is answered', async () => {
  const attempts = [
    isAnswered({ origin }, [key]),
    isAnswered({ cookie, origin: 'http://127.0.0.1:1' }, [key]),
    isAnswered({ cookie, origin: 'null' }, [key]),
    isAnswered({ cookie }, [key]),
  ]
  expect(await Promise.all(attempts)).toEqual(attempts.map(() => false))
  expect(called).toEqual([])
})

test('the token opens no second page, and no other host name opens any', async () => {
  const statuses = await Promise.all(
    [{}, { cookie: 'syncwright-1=x' }].map(async (headers) => (await fetch(host.url, { headers })).status),
  )
  expect(statuses).toEqual([403, 403])
  const rebound = httpRequest(origin, { headers: { cookie, host: 'rebound.example.test' } }).end()
  const [response] = await once(rebound, 'response')
  expect(response.statusCode).toBe(403)
})
