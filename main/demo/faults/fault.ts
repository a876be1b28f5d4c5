// What a fault profile is made of.
import type { RoleChanges } from '../access.ts'
import type { State } from '../state.ts'

export type Incoming = {
  request: Request
  state: State
  /** Company info is asked without authentication; some faults leave it alone, so that discovery still works. */
  api: boolean
  /** Number of this API request, counted from 1. */
  call: number
}

export type Fault = {
  about: string
  /** Answers in place of the demo, or around it. */
  answer?: (incoming: Incoming, next: () => Promise<Response>) => Response | Promise<Response>
  /** Rights the full key pair loses. */
  role?: RoleChanges
}

/** A fault that answers every API request the same way and leaves company info alone. */
export const onApi =
  (answer: () => Response): Fault['answer'] =>
  ({ api }, next) =>
    api ? answer() : next()

/** Fails with what undici fails with when the connection is cut. */
export const droppedConnection = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  })
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
