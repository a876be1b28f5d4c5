// One request and its answer: sent only where it may go, never followed elsewhere, never silent for longer than its time.
import { failedReply, type FailureContext, type Reply, type Reason } from '../failure/failure.ts'
import { refusedFailure } from '../failure/refusal.ts'
import { thrownFailure } from '../failure/thrownFailure.ts'
import { bodyText, readBody } from './body.ts'
import { type Clock, unlessAborted } from './clock.ts'

/** What came back. Electron's network also gives answers that no `Response` can hold, such as the status 999. */
export type Received = Pick<Response, 'status' | 'headers'> & {
  readonly body: AsyncIterable<Uint8Array> | null
}
/** `heard` says that something goes on before there is an answer, such as a person who is asked for a login. */
export type Fetch = (request: Request, heard?: () => void) => Promise<Received>

export type Outgoing = {
  url: string
  headers: Record<string, string>
  /** Sent as JSON by POST; without it the request is a GET. */
  searchBody?: Record<string, unknown> | undefined
}

/** Its text is made where it is looked at: until then it takes no room among the app's own values. */
export type Answered = { body: Uint8Array; headers: Headers }

export type Exchange = {
  fetch: Fetch
  clock: Clock
  /** Asked right before anything is sent. */
  mayAsk: (outgoing: Outgoing) => boolean
}

/** Slow ticket lists on real sites run into this (seen in other clients, unverified). */
const longestSilence = 30_000
/** An answer that trickles on for longer is not waited for. */
const longestRead = 180_000

/** Sends one request and reads its answer to the end. Anything but 2xx is a failure. */
export async function exchangeOnce(
  { fetch, clock, mayAsk }: Exchange,
  outgoing: Outgoing,
  context: FailureContext,
  { signal, onHeard = () => {} }: { signal: AbortSignal; onHeard?: ((waited: number) => void) | undefined },
): Promise<Reply<Answered>> {
  if (signal.aborted) return failedReply('cancelled', context)
  if (!mayAsk(outgoing)) return failedReply('site-not-allowed', context)
  const limit = new AbortController()
  let reason: Reason | null = null
  const callOff = clock.after(longestRead, () => {
    reason = 'slow'
    limit.abort()
  })
  const silence = createSilence(clock, limit)
  const either = AbortSignal.any([signal, limit.signal])
  let last = clock.now()
  const heard = () => {
    silence.heard()
    onHeard(clock.now() - last)
    last = clock.now()
  }
  let status: number | null = null
  const converse = async (asked: Outgoing, mayFollow: boolean): Promise<Reply<Answered>> => {
    const response = await fetch(requestOf(asked, either), heard)
    heard()
    const followed = mayFollow ? sameAddress(response, asked) : null
    if (followed !== null) {
      await response.body?.[Symbol.asyncIterator]().return?.()
      return converse({ ...asked, url: followed }, false)
    }
    status = response.status
    const { headers } = response
    const body = await readBody(response.body, heard)
    if (body === null) return failedReply('answer-damaged', context, { status, reason: 'too-large' })
    if (status >= 200 && status < 300) return { ok: true, value: { body, headers } }
    // A browser-like fetch hides what a redirect says and gives it the status 0.
    const shown = status === 0 ? 302 : status
    const text = bodyText(body, headers)
    const answer = { status: shown, text, headers, url: asked.url, now: clock.now() }
    return { ok: false, error: refusedFailure(answer, context) }
  }
  const stopped = () => failedReply(signal.aborted ? 'cancelled' : 'timeout', context, { status, reason })
  try {
    return (await unlessAborted(either, converse(outgoing, outgoing.searchBody === undefined))) ?? stopped()
  } catch (thrown) {
    // A status tells an answer that broke off from a call that got none.
    return either.aborted ? stopped() : { ok: false, error: thrownFailure(thrown, context, { status }) }
  } finally {
    callOff()
    silence.end()
  }
}

function createSilence(clock: Clock, limit: AbortController) {
  const listen = () => clock.after(longestSilence, () => limit.abort())
  let callOff = listen()
  return {
    heard: () => {
      callOff()
      callOff = listen()
    },
    end: () => callOff(),
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

/** The address of a redirect that only spells the one that was asked otherwise: a slash at the end, doubled ones, case. */
function sameAddress({ status, headers }: Received, { url }: Outgoing): string | null {
  const location = headers.get('location')
  const asked = new URL(url)
  const target =
    status >= 301 && status <= 308 && location && URL.canParse(location, url) ? new URL(location, url) : null
  if (!target || target.origin !== asked.origin || target.username !== '') return null
  if (target.href === asked.href || spelled(target.pathname) !== spelled(asked.pathname)) return null
  // What was asked for stays what it is, whatever the redirect says of it.
  target.search = asked.search
  return target.href
}

const spelled = (path: string): string => `${path}/`.replace(/\/{2,}/g, '/').toLowerCase()
