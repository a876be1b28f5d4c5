// The app's way to the network: Chromium's stack through `net.request`, which hands over every answer, whatever a gateway makes of it.
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron'
import type { Fetch, Received } from '../connectwise/transport/exchange.ts'
import type { PendingProxyLogin, ProxyLogins } from '../services/proxyLogins.ts'
import { replaceEachBy } from '../../shared/text/replaceEach.ts'

type Options = {
  /** `net.request`: system proxy, company certificates, the user's own trust. */
  readonly open: (options: ClientRequestConstructorOptions) => ClientRequest
  /** Resolves when the computer is awake: what is sent while it falls asleep only fails. */
  readonly awake: () => Promise<void>
  /** The login of a proxy that asks for one. */
  readonly proxyLogin: ProxyLogins['login']
}

/** How often a request that waits for a person says that it goes on (milliseconds). */
const stillAsking = 1000

/**
 * Not `net.fetch`: that builds a `Response` inside an event listener, where a status outside 200 to 599 or a header beyond
 * Latin-1 is an uncaught exception and the request never ends (electron/electron#42244), never asks for a proxy's login
 * (#44249) and drops where a redirect leads.
 */
export function createNetwork({ open, awake, proxyLogin }: Options): Fetch {
  return async (asked, heard = () => {}) => {
    const body = asked.body === null ? undefined : await asked.text()
    await awake()
    asked.signal.throwIfAborted()
    return new Promise<Received>((resolve, reject) => {
      const request = open({
        url: asked.url,
        method: asked.method,
        headers: Object.fromEntries(asked.headers),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        bypassCustomProtocolHandlers: true,
      })
      const stop = (): void => {
        // Settled first: the abort itself says nothing about why.
        reject(asked.signal.reason)
        request.abort()
      }
      asked.signal.addEventListener('abort', stop, { once: true })
      const settle = (answer: Received): void => {
        asked.signal.removeEventListener('abort', stop)
        resolve(answer)
      }
      request.on('response', (message) => {
        try {
          settle(receivedOf(message, request, asked.signal))
        } catch (error) {
          reject(error)
          request.abort()
        }
      })
      request.on('redirect', (status, _method, target, headers) => {
        settle({ status, headers: cleanHeaders({ ...headers, location: target }), body: null })
        // Not followed: what it would be sent on to was not asked for, and the keys are not for it.
        request.abort()
      })
      let tried: PendingProxyLogin | undefined
      request.on('login', (auth, answer) => {
        // A server's own login is ConnectWise's answer to the keys, and no business of a dialog.
        if (!auth.isProxy) return answer()
        const waiting = setInterval(heard, stillAsking)
        proxyLogin(auth, tried, asked.signal)
          .then((login) => {
            tried = login
            return login ? answer(login.username, login.password) : answer()
          })
          .catch(() => answer())
          .finally(() => clearInterval(waiting))
      })
      request.on('error', (error) => {
        asked.signal.removeEventListener('abort', stop)
        reject(error)
      })
      // Even an empty body would be sent along.
      if (body === undefined) request.end()
      else request.end(body)
    })
  }
}

/** An answer with its body still to come; whoever stops reading ends the request, which would hold one of six sockets. */
function receivedOf(message: IncomingMessage, request: ClientRequest, signal: AbortSignal): Received {
  let over = false
  const ending =
    (end: (reason: unknown) => void) =>
    (reason?: unknown): void => {
      if (over) return
      over = true
      signal.removeEventListener('abort', abort)
      end(reason)
    }
  let abort = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const fail = ending((reason) => controller.error(reason))
      abort = () => {
        fail(signal.reason)
        request.abort()
      }
      signal.addEventListener('abort', abort, { once: true })
      // In this order: `data` starts the flow.
      message.on(
        'end',
        ending(() => controller.close()),
      )
      message.on('error', fail)
      message.on('aborted', () => fail(new Error('net::ERR_ABORTED')))
      message.on('data', (chunk) => {
        if (!over) controller.enqueue(chunk)
      })
    },
    cancel: ending(() => request.abort()),
  })
  return { status: message.statusCode, headers: cleanHeaders(message.headers), body }
}

/** Signs no header may hold: what a gateway wrote in another alphabet than Latin-1, and control signs. */
const notInHeaders = /[^\t\x20-\x7e\x80-\xff]+/g

/** Headers as far as they can be read; a name that is none is left out. */
export function cleanHeaders(headers: Record<string, string | string[]>): Headers {
  const clean = new Headers()
  for (const [name, value] of Object.entries(headers))
    for (const each of [value].flat())
      try {
        clean.append(name, replaceEachBy(each, notInHeaders, '?'))
      } catch {
        // No name of a header: nobody here would ask for it.
      }
  return clean
}
