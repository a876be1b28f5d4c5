// Electron's `net` over Node's own HTTP: the events, the texts of errors and the traps of Chromium's stack.
import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import http, { type IncomingHttpHeaders, type IncomingMessage as NodeMessage } from 'node:http'
import https from 'node:https'
import { PassThrough, type Readable } from 'node:stream'
import zlib from 'node:zlib'
import type { ClientRequestConstructorOptions, Net, NetLog } from 'electron'
import { netErrorOf } from './netErrors.ts'
import { onlyThese } from './missing.ts'
import type { Offered } from './offered.ts'

// As Chromium: six sockets a host, kept open; the proxy of the environment stands for the system's.
const common = { keepAlive: true, maxSockets: 6, proxyEnv: process.env }
const agents = { 'http:': new http.Agent(common), 'https:': new https.Agent(common) }

const decoders: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
}

/** Chromium reads header values as UTF-8 where Node reads Latin-1. */
const asUtf8 = (value: string) => Buffer.from(value, 'latin1').toString('utf8')

const headersOf = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined) return []
      return [[name, Array.isArray(value) ? value.map(asUtf8) : asUtf8(value)] as const]
    }),
  )

/** The proxy a request goes through, which answers 407 for itself. */
const proxyOf = ({ protocol }: URL): URL | null => {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY } = process.env
  const named = protocol === 'http:' ? (http_proxy ?? HTTP_PROXY) : (https_proxy ?? HTTPS_PROXY)
  return named === undefined ? null : URL.parse(named)
}
/** What each proxy has let through: asked once and kept for the run, as Chromium does. */
const logins = new Map<string, string>()
const realmIn = (challenge: string) => /realm="([^"]*)"/i.exec(challenge)?.[1] ?? ''

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

/** Electron's IncomingMessage: its body flows once somebody listens to `data`. */
const messageOf = (answer: NodeMessage) => {
  const encoding = answer.headers['content-encoding'] ?? ''
  const decode = decoders[encoding.toLowerCase()] ?? (() => new PassThrough())
  const body = answer.pipe(decode())
  answer.on('error', (error) => body.destroy(error))
  const message = Object.assign(new EventEmitter(), {
    statusCode: answer.statusCode ?? 0,
    statusMessage: asUtf8(answer.statusMessage ?? ''),
    httpVersion: answer.httpVersion,
    headers: headersOf(answer.headers),
    rawHeaders: answer.rawHeaders,
  })
  body.on('end', () => message.emit('end'))
  body.on('error', (error) => message.emit('error', new Error(netErrorOf(error, 'body'))))
  message.on('newListener', (event) => {
    if (event === 'data') body.on('data', (chunk) => message.emit('data', chunk))
  })
  return { message, end: () => body.destroy() }
}

/** A request of `net.request` as Electron's ClientRequest goes about it (lib/common/api/net-client-request.ts). */
export class HostClientRequest extends EventEmitter {
  #sent: http.ClientRequest
  readonly #send: (login: string | undefined) => http.ClientRequest
  #body: string | Buffer | undefined
  #aborted = false
  #answer: ReturnType<typeof messageOf> | undefined

  constructor(options: ClientRequestConstructorOptions | string, trustsAll = false) {
    super()
    const {
      url = '',
      method = 'GET',
      headers = {},
      redirect = 'follow',
    } = typeof options === 'string' ? { url: options } : options
    const target = new URL(url)
    if (target.protocol !== 'http:' && target.protocol !== 'https:')
      throw new Error('ClientRequest only supports http: and https: protocols')
    if (redirect !== 'manual') throw new Error(`browser host: redirect '${redirect}' is not available`)
    const { request } = target.protocol === 'http:' ? http : https
    const agent = agents[target.protocol]
    this.#send = (login) => {
      const all = { ...headers, ...(login !== undefined && { 'proxy-authorization': login }) }
      const sent = request(target, {
        method,
        headers: all,
        agent,
        rejectUnauthorized: !trustsAll,
      })
      sent.on('response', (answer) => this.#take(answer, target))
      sent.on('error', (error) => this.#fail(netErrorOf(error, 'request')))
      return sent
    }
    this.#sent = this.#send(logins.get(proxyOf(target)?.host ?? ''))
  }

  #fail(words: string): void {
    if (!this.#aborted && !this.#answer) this.emit('error', new Error(words))
  }

  #take(answer: NodeMessage, asked: URL): void {
    const { statusCode = 0, headers } = answer
    const target = headers.location === undefined ? null : URL.parse(asUtf8(headers.location), asked.href)
    const proxy = proxyOf(asked)
    if (statusCode === 407 && proxy) return this.#askForLogin(answer, proxy)
    // A server may not ask for a proxy's login (net::HttpNetworkTransaction).
    if (statusCode === 407) return this.#drop('net::ERR_UNEXPECTED_PROXY_AUTH')
    if (!isRedirect(statusCode) || !target) return this.#respond(answer)
    if (target.protocol !== 'http:' && target.protocol !== 'https:')
      return this.#drop('net::ERR_UNSAFE_REDIRECT')
    const lists = Object.entries(headersOf(headers)).map(([name, value]) => [name, [value].flat()] as const)
    this.emit('redirect', statusCode, 'GET', target.href, Object.fromEntries(lists))
    this.#drop('Redirect was cancelled')
  }

  #respond(answer: NodeMessage): void {
    this.#answer = messageOf(answer)
    this.emit('response', this.#answer.message)
  }

  /** Without a listener, or without a login, the proxy's own answer is the answer. */
  #askForLogin(answer: NodeMessage, { host, hostname, port }: URL): void {
    const realm = realmIn(answer.headers['proxy-authenticate'] ?? '')
    const about = { isProxy: true, scheme: 'basic', host: hostname, port: Number(port) || 80, realm }
    const isHeard = this.emit('login', about, (username?: string, password?: string) => {
      if (this.#aborted) return
      if (username === undefined || password === undefined) return this.#respond(answer)
      answer.resume()
      const login = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
      logins.set(host, login)
      this.#sent = this.#send(login)
      this.end(this.#body)
    })
    if (!isHeard) this.#respond(answer)
  }

  #drop(words: string): void {
    this.#fail(words)
    this.#aborted = true
    this.#sent.destroy()
  }

  end(chunk?: string | Buffer): this {
    this.#body = chunk
    if (chunk === undefined) this.#sent.end()
    else this.#sent.end(chunk)
    return this
  }

  /** Says nothing but `abort`; the answer is told by its end alone. */
  abort(): void {
    if (this.#aborted) return
    this.#aborted = true
    process.nextTick(() => this.emit('abort'))
    this.#answer?.end()
    this.#sent.destroy()
  }
}

/** `net` and `netLog` for the bundle. `net.fetch` is not offered: it throws what nobody can catch (electron/electron#42244). */
export const createNet = (trusts: (session: unknown) => boolean = () => false) => {
  const asked = new Set<string>()
  let log = ''
  return {
    net: onlyThese('net', {
      request: (options: ClientRequestConstructorOptions | string) => {
        const { url = '', session } = typeof options === 'string' ? { url: options } : options
        asked.add(url)
        return new HostClientRequest(options, trusts(session))
      },
      isOnline: () => true,
      online: true,
    } satisfies Offered<Net>),
    netLog: onlyThese('netLog', {
      startLogging: async (path: string) => {
        asked.clear()
        log = path
      },
      stopLogging: async () => writeFileSync(log, JSON.stringify([...asked].map((url) => ({ url })))),
      currentlyLogging: false,
    } satisfies Offered<NetLog>),
  }
}
