// Proves that the app's network hands over every answer of a socket, whatever it holds, and really lets go of a request.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createNetwork } from '../../../../main/electron/network.ts'
import { createNet } from '../../../host/electron/network.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A server that answers every request with exactly these bytes. */
async function serverOf(speak: (socket: Socket, request: string) => void) {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => {})
    socket.on('data', (data) => speak(socket, data.toString()))
  })
  open.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/x`, port, sockets }
}
const saying = (head: string, body = '') =>
  serverOf((socket) =>
    socket.end(Buffer.from(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)),
  )

const network = createNetwork({
  open: (options) => createNet().net.request(options) as never,
  awake: async () => {},
  proxyLogin: async () => undefined,
})
const get = (url: string, more: RequestInit = {}) => network(new Request(url, more))

async function textOf(answer: Awaited<ReturnType<typeof get>>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.body ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('an answer', () => {
  test.each([200, 204, 404, 600, 999])('of status %i is handed over', async (status) => {
    const { url } = await saying(`HTTP/1.1 ${status} Whatever`, status === 204 ? '' : 'text')
    const answer = await get(url)
    expect(answer.status).toBe(status)
    expect(await textOf(answer)).toBe(status === 204 ? '' : 'text')
  })

  test('with a header in another alphabet keeps the others', async () => {
    const { url } = await saying('HTTP/1.1 200 Прокси\r\nX-Gateway: шлюз\r\nETag: "a"', '[]')
    const { headers } = await get(url)
    expect([headers.get('x-gateway'), headers.get('etag')]).toEqual(['????', '"a"'])
  })

  test('that leads elsewhere says where, and is not followed', async () => {
    const asked: string[] = []
    const { url, port } = await serverOf((socket, request) => {
      asked.push(request.split(' ', 2)[1] ?? '')
      socket.end(
        'HTTP/1.1 307 Moved\r\nLocation: /login?next=%2F\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n',
      )
    })
    const { status, headers } = await get(url)
    expect([status, headers.get('location')]).toEqual([307, `http://127.0.0.1:${port}/login?next=%2F`])
    expect(headers.get('retry-after')).toBe('3')
    expect(asked).toEqual(['/x'])
  })

  test('that is cut off in its body fails with the name Chromium gives it', async () => {
    const { url } = await serverOf((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
    })
    const answer = await get(url)
    await expect(textOf(answer)).rejects.toThrow('net::ERR_CONTENT_LENGTH_MISMATCH')
  })

  test('that is none fails with the name Chromium gives it', async () => {
    const { url } = await serverOf((socket) => socket.end())
    await expect(get(url)).rejects.toThrow('net::ERR_EMPTY_RESPONSE')
    const refused = await saying('HTTP/1.1 407 Proxy Authentication Required')
    await expect(get(refused.url)).rejects.toThrow('net::ERR_UNEXPECTED_PROXY_AUTH')
  })
})

describe('a request', () => {
  test('carries method, headers and body', async () => {
    let seen = ''
    const { url } = await serverOf((socket, request) => {
      seen = request
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
    })
    await get(url, { method: 'POST', headers: { clientId: 'c' }, body: '{"a":1}' })
    expect(seen).toMatch(/^POST \/x /)
    expect(seen).toMatch(/clientid: c\r\n/i)
    expect(seen.endsWith('{"a":1}')).toBe(true)
  })

  test('that is given up before the answer ends at once, and its socket goes', async () => {
    const arrived = Promise.withResolvers<Socket>()
    const { url } = await serverOf((socket) => arrived.resolve(socket))
    const giving = new AbortController()
    const answer = get(url, { signal: giving.signal })
    const socket = await arrived.promise
    giving.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
    await once(socket, 'close')
  })

  test('whose body is not read to its end lets its socket go', async () => {
    const { url, sockets } = await serverOf((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\nbeginning')
    })
    const { body } = await get(url)
    for await (const _ of body ?? []) break
    await vi.waitFor(() => expect(sockets.every(({ destroyed }) => destroyed)).toBe(true))
  })

  test('that is given up in the middle of a body fails with the reason', async () => {
    const { url } = await serverOf((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\nbeginning')
    })
    const giving = new AbortController()
    const answer = await get(url, { signal: giving.signal })
    const reading = textOf(answer)
    giving.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
  })

  test('that was given up before it was made is not made', async () => {
    const { url, sockets } = await saying('HTTP/1.1 200 OK')
    await expect(get(url, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    expect(sockets).toEqual([])
  })
})
