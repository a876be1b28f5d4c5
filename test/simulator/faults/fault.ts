// What a fault profile is made of.
import type { RoleChanges } from '../../../main/demo/roleRights.ts'
import type { State } from '../../../main/demo/state.ts'
import type { Traffic } from '../traffic.ts'

export type Incoming = {
  request: Request
  state: State
  traffic: Traffic
  /** Company info is asked without authentication; some faults leave it alone, so that discovery still works. */
  api: boolean
  /** Number of this API request, counted from 1. */
  call: number
}

/** Asks on: the same request, or another one in its place. */
export type Next = (request?: Request) => Promise<Response>

export type Fault = {
  about: string
  /** Answers in place of the demo, or around it. */
  answer?: (incoming: Incoming, next: Next) => Response | Promise<Response>
  /** Rights the full key pair loses. */
  role?: RoleChanges
}

/** A fault that answers every API request the same way and leaves company info alone. */
export const onApi =
  (answer: () => Response): Fault['answer'] =>
  ({ api }, next) =>
    api ? answer() : next()

/** The path of a request below `/apis/3.0`, in lower case; empty where it is none of the API. */
export const apiPath = (request: Request): string =>
  /\/apis\/3\.0(\/.*)$/i.exec(new URL(request.url).pathname)?.[1]?.toLowerCase() ?? ''

/** Fails with what undici fails with when the connection is cut. */
export const droppedConnection = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  })
}

/** What a proxy, a CDN or the wrong host answers. */
export const webPage = (title: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(
    `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } },
  )

/** The same answer with other rows or another record; refusals and texts stay as they are. */
export const withJson = async (response: Response, change: (body: unknown) => unknown): Promise<Response> => {
  if (response.status !== 200) return response
  const text = await response.text()
  try {
    return new Response(JSON.stringify(change(JSON.parse(text))), response)
  } catch {
    return new Response(text, response)
  }
}

/** Waits, unless the request is given up first. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
