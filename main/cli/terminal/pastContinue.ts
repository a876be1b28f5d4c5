// Reads on where a `100 Continue` nobody asked for goes before the answer. Any server may send one (RFC 9110, section 15.2); Node's fetch gives up there, Node's older HTTP does not.
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { Fetch, Received } from '../../connectwise/transport/exchange.ts'

/** What Node's fetch says of it (undici, lib/dispatcher/client-h1.js). */
const gaveUp = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.cause instanceof Error && thrown.cause.message === 'bad response'

/** The same fetch, but for servers that were met sending one: these are asked by the older way. */
export function readPastContinue(fetch: Fetch): Fetch {
  const sending = new Set<string>()
  return async (request) => {
    const { origin } = new URL(request.url)
    if (sending.has(origin)) return askByOlderHttp(request)
    const again = request.clone()
    try {
      return await fetch(request)
    } catch (thrown) {
      if (!gaveUp(thrown)) throw thrown
      sending.add(origin)
      return askByOlderHttp(again)
    }
  }
}

async function askByOlderHttp(request: Request): Promise<Received> {
  const { url, method, signal } = request
  const { request: send } = await (url.startsWith('https:') ? import('node:https') : import('node:http'))
  const body = await request.text()
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(request.headers)
    const sent = send(url, { method, headers, signal }, (answer) => {
      // Such a server is not trusted with a connection that was used before.
      const { socket } = answer
      answer.once('end', () => socket.destroy())
      resolve(receivedFrom(answer))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function receivedFrom(answer: IncomingMessage): Received {
  const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  // Whoever does not begin to read it ends it too, which a stream of Node's own is not told.
  return { status: answer.statusCode ?? 0, headers: new Headers(pairs), body: Readable.toWeb(answer) }
}
