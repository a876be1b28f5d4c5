// Serves the simulator over HTTP on 127.0.0.1, broken connections included.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { plainText } from '../../main/demo/answers.ts'
import { type CertificateKind, makeCertificate } from './certificate.ts'
import type { Simulator } from './simulator.ts'

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

const sendLog = (simulator: Simulator, outgoing: ServerResponse) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ requests: simulator.requests, maxInFlight: simulator.maxInFlight() }))
}

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** More than any upload the demo takes. */
const bodyLimit = 128 * 1_048_576

/** Undefined when there is more than the limit: that is read, so that the client hears the answer, but not kept. */
const readBody = async (incoming: AsyncIterable<Buffer>): Promise<Buffer<ArrayBuffer> | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += chunk.length
    if (size > bodyLimit) chunks.length = 0
    else chunks.push(chunk)
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks)
}

/** The address as the client meant it: below the host it named, whatever slashes its path begins with. */
const urlOf = ({ url = '/', headers }: IncomingMessage, origin: string): URL => {
  const named = headers.host && `${origin.split('//')[0]}//${headers.host}`
  const base = named && URL.canParse(named) ? named : origin
  return new URL(url.startsWith('/') ? `${base}${url}` : url)
}

/** Undefined for what is no HTTP request that a fetch could make: an odd address, a method like TRACE. */
const requestOf = (
  incoming: IncomingMessage,
  origin: string,
  body: Buffer<ArrayBuffer>,
  signal: AbortSignal,
): Request | undefined => {
  const { method = 'GET' } = incoming
  try {
    return new Request(urlOf(incoming, origin), {
      method,
      headers: headersOf(incoming),
      signal,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    })
  } catch {
    return undefined
  }
}

const send = async (response: Response, outgoing: ServerResponse) => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // Without this the first bytes of an answer that breaks later would never leave.
  outgoing.flushHeaders()
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk)
  outgoing.end()
}

/** Starts the server and waits until it listens; `close` ends it with every connection. */
export const serveSimulator = async (simulator: Simulator, options: ServeOptions = {}): Promise<Served> => {
  const tls = options.https && (await makeCertificate(options.https))
  const scheme = tls ? 'https' : 'http'
  if (options.latency !== undefined) simulator.latency = options.latency
  let origin = ''
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.url === logPath) return sendLog(simulator, outgoing)
    const abort = new AbortController()
    outgoing.once('close', () => abort.abort())
    try {
      const body = await readBody(incoming)
      if (!body) return await send(plainText('Request Entity Too Large', 413), outgoing)
      const request = requestOf(incoming, origin, body, abort.signal)
      await send(request ? await simulator.fetch(request) : plainText('Bad Request', 400), outgoing)
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
