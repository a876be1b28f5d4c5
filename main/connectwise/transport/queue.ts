// The one line all reads of a company stand in: at most four at a time, fewer after ConnectWise asked for patience.
import { type Clock, sleep } from './clock.ts'
import type { Fetch } from './exchange.ts'

/** Four parallel readers went without 429, twelve did not (seen in other clients, unverified). */
const mostAtOnce = 4
/** Answers in a row after which one more read at a time is tried again. */
const answersToRecover = 25

/** Milliseconds of quiet after which complaints are counted anew. */
const storyEnds = 60_000

export type WaitListener = (seconds: number) => void

export type Turn = {
  signal: AbortSignal
  onWait: WaitListener | undefined
  rank: Rank
  /** Whether pauses hold it back. */
  isCounted: boolean
}

/** What goes first: what somebody waits for, then what others depend on, then what fills the gaps. */
export type Rank = 'urgent' | 'usual' | 'filling'

/** Seconds. */
export type LongestWait = { atOnce: number; inAll: number }

export type Queue = {
  /** Runs a task when it is its turn and no pause is on; reports the seconds left of a pause while it waits. */
  run: <T>(task: () => Promise<T>, turn: Turn) => Promise<T>
  /** Seconds until the present pause is over, 0 without one. */
  secondsLeft: () => number
  /**
   * Holds everything back for some seconds and halves how much runs at once. False, and nothing is held back, when that
   * is more than a read waits at once, or would make more than it waits in all since the last answer without complaint.
   */
  pause: (seconds: number, longest: LongestWait) => boolean
  /** Tells the queue that an answer came without complaint. */
  succeeded: () => void
}

const lines = new WeakMap<Fetch, Map<string, Queue>>()

/** The line of a company on one network: a refresh, a test and a read of tickets at the same time stand in the same one. */
export function queueOf(fetch: Fetch, company: string, clock: Clock): Queue {
  const known = lines.get(fetch) ?? new Map<string, Queue>()
  lines.set(fetch, known)
  const queue = known.get(company) ?? createQueue(clock)
  known.set(company, queue)
  return queue
}

function createQueue(clock: Clock): Queue {
  const waiting: Record<Rank, (() => void)[]> = { urgent: [], usual: [], filling: [] }
  const told = new WeakMap<WaitListener, number>()
  let atOnce = mostAtOnce
  let running = 0
  let pausedUntil = 0
  let complainingSince: number | null = null
  let answers = 0

  const startNext = () => {
    while (running < atOnce) {
      const start = waiting.urgent.shift() ?? waiting.usual.shift() ?? waiting.filling.shift()
      if (!start) return
      running += 1
      start()
    }
  }
  const tell = (onWait: WaitListener | undefined, seconds: number) => {
    if (!onWait || told.get(onWait) === seconds) return
    told.set(onWait, seconds)
    onWait(seconds)
  }
  const whilePaused = async (signal: AbortSignal, onWait?: WaitListener) => {
    let left = pausedUntil - clock.now()
    if (left <= 0) return
    while (left > 0 && !signal.aborted) {
      tell(onWait, Math.ceil(left / 1000))
      await sleep(clock, Math.min(left, 1000), signal)
      left = pausedUntil - clock.now()
    }
    tell(onWait, 0)
  }

  return {
    run: async (task, { signal, onWait, rank, isCounted }) => {
      await new Promise<void>((start) => {
        waiting[rank].push(start)
        startNext()
      })
      try {
        if (isCounted) await whilePaused(signal, onWait)
        return await task()
      } finally {
        running -= 1
        startNext()
      }
    },
    secondsLeft: () => Math.max(0, Math.ceil((pausedUntil - clock.now()) / 1000)),
    pause: (seconds, longest) => {
      const now = clock.now()
      if (seconds > longest.atOnce) return false
      // Long after the last pause it is another story, also where nothing was read in between.
      if (complainingSince === null || now > pausedUntil + storyEnds) complainingSince = now
      if (now + seconds * 1000 - complainingSince > longest.inAll * 1000) return false
      // Reads that were on their way together get the same answer; they count as one complaint.
      if (now >= pausedUntil) atOnce = Math.max(1, Math.floor(atOnce / 2))
      pausedUntil = Math.max(pausedUntil, now + seconds * 1000)
      answers = 0
      return true
    },
    succeeded: () => {
      complainingSince = null
      answers += 1
      if (answers < answersToRecover || atOnce >= mostAtOnce) return
      answers = 0
      atOnce += 1
    },
  }
}
