// A `100 Continue` nobody asked for goes before the answer: it is read all the same, by every release of Node.
import { createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { readPastContinue } from '../../../../../main/cli/terminal/pastContinue.ts'

const running: (() => void)[] = []
afterEach(() => {
  for (const stop of running.splice(0)) stop()
})

/** A server that says each of these to every request, whatever it asks. */
async function saying(...said: string[]) {
  const asked: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (request) => {
      asked.push(String(request))
      socket.end(said.join(''))
    })
  })
  return { url: await listening(server), asked }
}

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://127.0.0.1:${port}/lists`
}

const goOn = 'HTTP/1.1 100 Continue\r\n\r\n'
const answer = 'HTTP/1.1 200 OK\r\nX-Part: one\r\nX-Part: two\r\nContent-Length: 10\r\n\r\n[{"id":7}]'

async function read(url: string, fetching = readPastContinue((request) => fetch(request))) {
  const { status, headers, body } = await fetching(new Request(url, { headers: { clientId: 'abc' } }))
  const parts: Uint8Array[] = []
  for await (const part of body ?? []) parts.push(part)
  return { status, part: headers.get('x-part'), text: Buffer.concat(parts).toString() }
}

it('one, or several, before an answer', async () => {
  for (const before of [[goOn], [goOn, goOn]]) {
    const { url, asked } = await saying(...before, answer)
    expect(await read(url)).toEqual({ status: 200, part: 'one, two', text: '[{"id":7}]' })
    expect(asked.at(-1)?.toLowerCase()).toContain('clientid: abc')
  }
})

it('a server that was met sending one is asked once only', async () => {
  const { url, asked } = await saying(goOn, answer)
  const fetching = readPastContinue((request) => fetch(request))
  await read(url, fetching)
  await read(url, fetching)
  expect(asked).toHaveLength(3)
})

it('an answer nobody reads is let go of', async () => {
  const gone = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(`${goOn}HTTP/1.1 301 Moved\r\nLocation: /lists/\r\nContent-Length: 9\r\n\r\nelsewhere`)
      if (asked > 0) socket.once('close', () => gone.resolve())
      asked += 1
    })
  })
  let asked = 0
  const url = await listening(server)
  const { body } = await readPastContinue((request) => fetch(request))(new Request(url))
  await body?.[Symbol.asyncIterator]().return?.()
  await gone.promise
  expect(asked).toBe(2)
})

it('another failure stays the one it was', async () => {
  const { url } = await saying('not HTTP at all')
  await expect(read(url)).rejects.toThrow('fetch failed')
})
