// One request and its answer: never followed elsewhere, never longer than its time, never bigger than sense.
import type { AppError } from '../../../shared/result.ts'
import { type Clock, unlessAborted } from './clock.ts'
import { type FailureContext, failure, refusedFailure, secondsToWait, thrownFailure } from './failure.ts'

/** What came back. Electron's network also gives answers that no `Response` can hold, such as the status 999. */
export type Received = Pick<Response, 'status' | 'headers'> & {
  readonly body: AsyncIterable<Uint8Array> | null
}
export type Fetch = (request: Request) => Promise<Received>

export type Exchange =
  | { ok: true; text: string; headers: Headers }
  /** `wait`: seconds ConnectWise asked to wait, null when it did not. */
  | { ok: false; error: AppError; wait: number | null }

export type Outgoing = {
  url: string
  headers: Record<string, string>
  /** Sent as JSON by POST; without it the request is a GET. */
  searchBody?: Record<string, unknown> | undefined
}

/** Slow ticket lists on real sites run into this (seen in other clients, unverified). */
const longestRead = 30_000
/** Far above any page of 1000 rows; a body beyond it is not an answer to what was asked. */
const largestBody = 64 * 1024 * 1024

/** Sends one request and reads its answer to the end. Anything but 2xx is an error. */
export async function exchange(
  fetch: Fetch,
  clock: Clock,
  outgoing: Outgoing,
  context: FailureContext,
  signal: AbortSignal,
): Promise<Exchange> {
  if (signal.aborted) return refuse(failure('cancelled', context))
  const limit = new AbortController()
  const callOff = clock.after(longestRead, () => limit.abort())
  const either = AbortSignal.any([signal, limit.signal])
  const stopped = () => refuse(failure(signal.aborted ? 'cancelled' : 'timeout', context))
  let status = 0
  const converse = async () => {
    const response = await fetch(requestOf(outgoing, either))
    status = response.status
    return judge(outgoing.url, response, await readText(response), context, clock)
  }
  try {
    return (await unlessAborted(either, converse())) ?? stopped()
  } catch (thrown) {
    // The status in front tells an answer that broke off from a call that got none.
    return either.aborted
      ? stopped()
      : refuse(thrownFailure(thrown, context, status > 0 ? `HTTP ${status}\n` : ''))
  } finally {
    callOff()
  }
}

const requestOf = ({ url, headers, searchBody }: Outgoing, signal: AbortSignal): Request =>
  new Request(url, {
    ...(searchBody
      ? {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(searchBody),
        }
      : { method: 'GET', headers }),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal,
  })

/** The body as text, null when it is larger than any real answer. */
async function readText(response: Received): Promise<string | null> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > largestBody) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

const refuse = (error: AppError, wait: number | null = null): Exchange => ({ ok: false, error, wait })

function judge(
  asked: string,
  { status, headers }: Received,
  text: string | null,
  context: FailureContext,
  clock: Clock,
): Exchange {
  if (text === null) return refuse(failure('answer-damaged', context))
  if (status >= 200 && status < 300) return { ok: true, text, headers }
  // A browser-like fetch hides what a redirect says and gives it the status 0.
  const shown = status === 0 ? 302 : status
  // A date is by the server's clock, and so is the header that tells its time.
  const told = Date.parse(headers.get('date') ?? '')
  const now = Number.isNaN(told) ? clock.now() : told
  const wait = secondsToWait(headers.get('retry-after'), text, now)
  const leadsTo = originOf(headers.get('location'), asked)
  return refuse(refusedFailure({ status: shown, text, wait, leadsTo }, context), wait)
}

/** Scheme and host a redirect leads to, empty where they are the same; what follows them may be anybody's secret. */
function originOf(location: string | null, asked: string): string {
  const target = location === null ? null : URL.parse(location, asked)
  const isElsewhere = target && /^https?:$/.test(target.protocol) && target.origin !== new URL(asked).origin
  return isElsewhere ? target.origin : ''
}
