// Serves a demo ConnectWise over HTTP on 127.0.0.1, broken connections included.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type CertificateKind, makeCertificate } from './certificate.ts'
import type { Demo } from './index.ts'

export type ServeOptions = {
  /** 0 takes any free port. */
  port?: number
  /** Milliseconds every answer waits. */
  latency?: number
  /** With it the server speaks https only, under a throw-away certificate of this kind. */
  https?: CertificateKind
}

export type Served = {
  url: string
  /** What a client must trust to accept the certificate's chain (PEM); https only. */
  ca?: string
  close: () => Promise<void>
}

/** Outside the API: what has arrived so far, so that another process can prove what a client did. */
const logPath = '/simulator/requests'

const sendLog = (demo: Demo, outgoing: ServerResponse) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ requests: demo.requests, maxInFlight: demo.maxInFlight() }))
}

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

const requestOf = async (
  incoming: IncomingMessage,
  origin: string,
  signal: AbortSignal,
): Promise<Request> => {
  const method = incoming.method ?? 'GET'
  const bodiless = method === 'GET' || method === 'HEAD'
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers: headersOf(incoming),
    signal,
    ...(bodiless ? {} : { body: new Uint8Array(await buffer(incoming)) }),
  })
}

const send = async (response: Response, outgoing: ServerResponse) => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // Without this the first bytes of an answer that breaks later would never leave.
  outgoing.flushHeaders()
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk)
  outgoing.end()
}

/** Starts the server and waits until it listens; `close` ends it with every connection. */
export const serveDemo = async (demo: Demo, options: ServeOptions = {}): Promise<Served> => {
  const tls = options.https && makeCertificate(options.https)
  const scheme = tls ? 'https' : 'http'
  if (options.latency !== undefined) demo.latency = options.latency
  let origin = ''
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.url === logPath) return sendLog(demo, outgoing)
    const abort = new AbortController()
    outgoing.once('close', () => abort.abort())
    try {
      const host = incoming.headers.host
      await send(
        await demo.fetch(await requestOf(incoming, host ? `${scheme}://${host}` : origin, abort.signal)),
        outgoing,
      )
    } catch {
      // Cut connections and broken bodies reach the client as a reset, as they would on a bad line.
      incoming.socket.destroy()
    }
  }
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void answer(incoming, outgoing)
  const server: Server = tls
    ? createSecureServer({ key: tls.key, cert: tls.cert }, listener)
    : createServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  origin = `${scheme}://127.0.0.1:${portOf(address)}`
  return {
    url: origin,
    ...(tls ? { ca: tls.ca } : {}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
