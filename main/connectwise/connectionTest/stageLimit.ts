// How long a stage may take: ten seconds of silence. One that keeps getting answers goes on, though not for ever, and is called slow.
import type { Reason } from '../failure/failure.ts'
import type { Clock } from '../transport/clock.ts'

const longestSilence = 10_000
const longestStage = 60_000
/** An answer that takes longer is felt in every list. */
const slowAnswer = 2_000

export type StageLimit = {
  signal: AbortSignal
  /** Something came, so many milliseconds after it was asked for or after the part before it. */
  heard: (waited: number) => void
  /** The longest of those. */
  slowest: () => number
  /** Why the stage was ended. */
  reason: () => Reason | null
  end: () => void
}

export function createStageLimit(clock: Clock): StageLimit {
  const stop = new AbortController()
  let reason: Reason | null = null
  let slowest = 0
  const listen = () => clock.after(longestSilence, () => stop.abort())
  let callOffSilence = listen()
  const callOffWhole = clock.after(longestStage, () => {
    reason = 'slow'
    stop.abort()
  })
  return {
    signal: stop.signal,
    heard: (waited) => {
      slowest = Math.max(slowest, waited)
      callOffSilence()
      callOffSilence = listen()
    },
    slowest: () => slowest,
    reason: () => reason,
    end: () => {
      callOffSilence()
      callOffWhole()
    },
  }
}

/** What is said behind the verdict of a stage that passed slowly. */
export function slowWords({ slowest }: StageLimit, ms: number): string {
  if (slowest() >= slowAnswer) return ` The site is slow: an answer took ${(slowest() / 1000).toFixed(1)} s.`
  return ms >= longestSilence ? ` The site is slow: this took ${Math.round(ms / 1000)} s.` : ''
}
