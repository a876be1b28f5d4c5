// One read with everything a bad day needs: its turn in the queue, patience, new tries after drops, and JSON out of it.
import { setImmediate } from 'node:timers/promises'
import type { ErrorCode } from '../../../shared/result.ts'
import { failedReply, type Failure, type FailureContext, type Reply } from '../failure/failure.ts'
import { refusedFailure } from '../failure/refusal.ts'
import { isRefusal } from '../failure/spoken.ts'
import { looksLikePage } from '../failure/page.ts'
import { bodyText } from './body.ts'
import { type Clock, sleep, unlessAborted } from './clock.ts'
import { type Answered, type Exchange, exchangeOnce, type Outgoing } from './exchange.ts'
import { isTooDeep, parseHarmlessJson } from '../failure/json.ts'
import { type LongestWait, queueOf, type Rank, type WaitListener } from './queue.ts'

export type ReadOptions = {
  signal?: AbortSignal | undefined
  /** Hears the seconds left while ConnectWise asked to wait, 0 when reading goes on. */
  onWait?: WaitListener | undefined
  /** Hears that an answer, or a part of one, came, and after how many milliseconds. */
  onHeard?: ((waited: number) => void) | undefined
  /** Gives way to the other reads of the company. */
  fills?: boolean | undefined
  /** How often an error of ConnectWise's own (500) is tried at most, where there are other ways to ask. */
  faultTries?: number | undefined
  /** What is read, for the sentence of a failure: "members". */
  what?: string
}

export type Read = { value: unknown; headers: Headers; text: string }

export type Patience = {
  /** How often a read is tried before its failure counts. What is not named fails at once: 400, 401, 403 and 404 above all. */
  tries: Partial<Record<ErrorCode, number>>
  /** What a wait the server asks for may hold everything back; beyond that a person decides whether to wait. */
  longestWait: LongestWait
  /** Goes before reads in the background. */
  urgent: boolean
}

/** For work in the background. */
export const backgroundPatience: Patience = {
  tries: {
    throttled: 20,
    maintenance: 4,
    'server-error': 4,
    'connection-reset': 4,
    'answer-damaged': 2,
    timeout: 2,
  },
  longestWait: { atOnce: 60, inAll: 180 },
  urgent: false,
}
/** For a person who waits for each answer. */
export const testPatience: Patience = {
  tries: { throttled: 3, maintenance: 2, 'server-error': 2, 'connection-reset': 2 },
  longestWait: { atOnce: 4, inAll: 6 },
  urgent: true,
}

/** Seconds to hold back where a 429 does not say: doubled each time. Ten seconds in all were too few (seen in other clients, unverified). */
const throttleSeconds = (tried: number) => Math.min(30, 2 ** tried)
/** A server whose own time limit passed twice does not get the same done at the third time. */
const triesInTime = 2
/** Tries after which a wait that was asked for is not believed to be enough. */
const believedTries = 3

/** ConnectWise's own error, which says nothing about what it is about. */
export const isServerFault = ({ code, status }: Failure): boolean => code === 'server-error' && status === 500

/** Bytes that take longer to look at than to give way. */
const longAnswer = 20_000

const never = new AbortController().signal

type Options = Exchange & {
  /** Between 0 and 1, spreads the tries of several readers. */
  random: () => number
  patience: Patience
  /** Names the company at its host: all its readers share one queue. */
  company: string
}

export type ReadJson = ReturnType<typeof createReading>

/** Makes the reader all reads of one client go through. */
export function createReading({ random, patience, company, ...way }: Options) {
  const { clock } = way
  const queue = queueOf(way.fetch, company, clock)

  /** Waits before another try; false when there is to be none. */
  async function waitToRetry(
    failure: Failure,
    tried: number,
    signal: AbortSignal,
    faultTries = Number.POSITIVE_INFINITY,
  ): Promise<boolean> {
    const { code, retryAfter, reason } = failure
    const most = Math.min(
      patience.tries[code] ?? 1,
      reason === 'server-timeout' ? triesInTime : Number.POSITIVE_INFINITY,
      isServerFault(failure) ? faultTries : Number.POSITIVE_INFINITY,
    )
    if (tried >= most) return false
    if (code === 'throttled' || retryAfter !== null) {
      const own = retryAfter === null || tried > believedTries ? throttleSeconds(tried) : 0
      return queue.pause(Math.max(retryAfter ?? 0, own), patience.longestWait)
    }
    await sleep(clock, Math.min(30_000, 500 * 2 ** tried) * (0.5 + random() / 2), signal)
    return true
  }

  const rankOf = ({ fills }: ReadOptions): Rank => (patience.urgent ? 'urgent' : fills ? 'filling' : 'usual')

  return async (outgoing: Outgoing, context: FailureContext, options: ReadOptions): Promise<Reply<Read>> => {
    const { signal = never, onWait, onHeard } = options
    const exchange = () => exchangeOnce(way, outgoing, context, { signal, onHeard })
    for (let tried = 1; ; tried += 1) {
      // Calls with keys are counted. Company info takes none, so it waits for what itself was answered.
      const isCounted = outgoing.headers['Authorization'] !== undefined || tried > 1
      // Another reader of the company was asked to wait, for longer than somebody wants to look at nothing.
      const left = isCounted ? queue.secondsLeft() : 0
      if (left > patience.longestWait.inAll) return failedReply('throttled', context, { retryAfter: left })
      const turn = { signal, onWait, rank: rankOf(options), isCounted }
      const answer = await unlessAborted(signal, queue.run(exchange, turn))
      // Whoever is next in the line asks before a long answer is looked at.
      if (answer?.ok && answer.value.body.length > longAnswer) await setImmediate()
      const outcome = answer && parsed(answer, outgoing, context, clock)
      if (outcome?.ok) {
        queue.succeeded()
        return outcome
      }
      if (!outcome || signal.aborted) return failedReply('cancelled', context)
      if (!(await waitToRetry(outcome.error, tried, signal, options.faultTries))) return outcome
    }
  }
}

function parsed(
  answer: Reply<Answered>,
  { url }: Outgoing,
  context: FailureContext,
  clock: Clock,
): Reply<Read> {
  if (!answer.ok) return answer
  const { body, headers } = answer.value
  const text = bodyText(body, headers)
  const value = parseHarmlessJson(text)
  const refused = () => refusedFailure({ status: 200, text, headers, url, now: clock.now() }, context)
  if (isRefusal(value) || looksLikePage(text)) return { ok: false, error: refused() }
  if (value !== undefined) return { ok: true, value: { value, headers, text } }
  // A word in place of data, where it is one that is known.
  const said = /^\s*[\p{L}]/u.test(text.slice(0, 100)) ? refused() : null
  if (said && said.code !== 'request-refused') return { ok: false, error: said }
  return failedReply('answer-damaged', context, {
    status: 200,
    answer: text,
    ...(isTooDeep(text) && { reason: 'too-deep' }),
  })
}
