// One read with everything a bad day needs: its turn in the queue, patience after 429, new tries after drops, and JSON out of it.
import { type AppError, type ErrorCode, ok, type Result } from '../../../shared/result.ts'
import { type Clock, sleep, unlessAborted } from './clock.ts'
import { type Exchange, exchange, type Fetch, type Outgoing } from './exchange.ts'
import { type FailureContext, failure, isRefusal, looksLikePage, refusedFailure } from './failure.ts'
import { parseJson } from './json.ts'
import { queueOf, type WaitListener } from './queue.ts'

export type ReadOptions = {
  signal?: AbortSignal | undefined
  /** Hears the seconds left while ConnectWise asked to wait, 0 when reading goes on. */
  onWait?: WaitListener | undefined
  /** What is read, for the sentence of a failure: "members". */
  what?: string
}

export type Read = { value: unknown; headers: Headers; bytes: number }

export type Patience = {
  /** How often a read is tried before its failure counts. What is not named fails at once: 400, 401, 403 and 404 above all. */
  tries: Partial<Record<ErrorCode, number>>
  /** Seconds that 429 may hold everything back without one good answer; beyond them a person decides whether to wait. */
  longestWait: number
  /** Goes before reads in the background. */
  urgent: boolean
}

/** For work in the background. */
export const patient: Patience = {
  tries: { throttled: 20, 'server-error': 4, 'connection-reset': 4, 'answer-damaged': 2, timeout: 2 },
  longestWait: 120,
  urgent: false,
}
/** For a person who waits for each answer. */
export const brisk: Patience = {
  tries: { throttled: 3, 'server-error': 2, 'connection-reset': 2 },
  longestWait: 4,
  urgent: true,
}

/** Seconds to hold back where a 429 does not say: doubled each time. Ten seconds in all were too few (seen in other clients, unverified). */
const throttleSeconds = (tried: number) => Math.min(30, 2 ** tried)

const never = new AbortController().signal

type Options = {
  fetch: Fetch
  clock: Clock
  /** Between 0 and 1, spreads the tries of several readers. */
  random: () => number
  patience: Patience
  /** Names the company at its host: all its readers share one queue. */
  company: string
}

/** Makes the reader all reads of one client go through. */
export function createReading({ fetch, clock, random, patience, company }: Options) {
  const queue = queueOf(fetch, company, clock)

  /** Waits before another try; false when there is to be none. */
  async function waitToRetry(refused: Refused, tried: number, signal: AbortSignal): Promise<boolean> {
    if (tried >= (patience.tries[refused.error.code] ?? 1)) return false
    if (refused.error.code === 'throttled') {
      return queue.pause(Math.max(1, refused.wait ?? throttleSeconds(tried)), patience.longestWait)
    }
    // Maintenance pages name a time as well.
    const asked = Math.min(30, refused.wait ?? 0) * 1000
    const own = Math.min(30_000, 500 * 2 ** tried) * (0.5 + random() / 2)
    await sleep(clock, Math.max(asked, own), signal)
    return true
  }

  return async (outgoing: Outgoing, context: FailureContext, options: ReadOptions): Promise<Result<Read>> => {
    const { signal = never, onWait } = options
    const attempt = async () => parsed(await exchange(fetch, clock, outgoing, context, signal), context)
    for (let tried = 1; ; tried += 1) {
      // Another reader of the company was asked to wait, for longer than somebody wants to look at nothing.
      const left = queue.secondsLeft()
      if (left > patience.longestWait) {
        return { ok: false, error: failure('throttled', context, { named: String(left) }) }
      }
      const turn = { signal, onWait, urgent: patience.urgent }
      const outcome = await unlessAborted(signal, queue.run(attempt, turn))
      if (outcome?.ok) {
        queue.succeeded()
        return ok(outcome.read)
      }
      if (!outcome || signal.aborted) return { ok: false, error: failure('cancelled', context) }
      if (!(await waitToRetry(outcome, tried, signal))) return { ok: false, error: outcome.error }
    }
  }
}

type Refused = { ok: false; error: AppError; wait: number | null }

function parsed(answer: Exchange, context: FailureContext): { ok: true; read: Read } | Refused {
  if (!answer.ok) return answer
  const value = parseJson(answer.text)
  if (isRefusal(value)) {
    const error = refusedFailure({ status: 200, text: answer.text, wait: null }, context)
    return { ok: false, error, wait: null }
  }
  if (value !== undefined)
    return { ok: true, read: { value, headers: answer.headers, bytes: answer.text.length } }
  const code = looksLikePage(answer.text) ? 'web-page' : 'answer-damaged'
  return { ok: false, error: failure(code, context, { detail: answer.text }), wait: null }
}
