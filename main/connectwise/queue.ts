// The one line all reads of a connection stand in: at most four at a time, fewer after ConnectWise asked for patience.
import pLimit from 'p-limit'
import { type Clock, sleep } from './clock.ts'

/** Four parallel readers went without 429, twelve did not (seen in other clients, unverified). */
const mostAtOnce = 4
/** Answers in a row after which one more read at a time is tried again. */
const answersToRecover = 25

/** Milliseconds of quiet after which complaints are counted anew. */
const storyEnds = 60_000

export type WaitListener = (seconds: number) => void

export type Queue = {
  /** Runs a task when it is its turn and no pause is on; reports the seconds left of a pause while it waits. */
  run: <T>(task: () => Promise<T>, signal: AbortSignal, onWait?: WaitListener) => Promise<T>
  /**
   * Holds everything back for some seconds and halves how much runs at once. False, and nothing is held back, when that
   * would make more than `longest` seconds since the last answer without complaint.
   */
  pause: (seconds: number, longest: number) => boolean
  /** Tells the queue that an answer came without complaint. */
  succeeded: () => void
}

/** Makes the line of one connection. */
export function createQueue(clock: Clock): Queue {
  const limit = pLimit(mostAtOnce)
  const told = new WeakMap<WaitListener, number>()
  let pausedUntil = 0
  let complainingSince: number | null = null
  let answers = 0

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
    run: (task, signal, onWait) =>
      limit(async () => {
        await whilePaused(signal, onWait)
        return task()
      }),
    pause: (seconds, longest) => {
      const now = clock.now()
      // Long after the last pause it is another story, also where nothing was read in between.
      if (complainingSince === null || now > pausedUntil + storyEnds) complainingSince = now
      if (now + seconds * 1000 - complainingSince > longest * 1000) return false
      // Reads that were on their way together get the same answer; they count as one complaint.
      if (now >= pausedUntil) limit.concurrency = Math.max(1, Math.floor(limit.concurrency / 2))
      pausedUntil = Math.max(pausedUntil, now + seconds * 1000)
      answers = 0
      return true
    },
    succeeded: () => {
      complainingSince = null
      answers += 1
      if (answers < answersToRecover || limit.concurrency >= mostAtOnce) return
      answers = 0
      limit.concurrency += 1
    },
  }
}
