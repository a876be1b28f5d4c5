// Lets waiting pass without waiting: every timer of this process is fake and runs as soon as nothing else is left to do.
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, vi } from 'vitest'

/** In this file's tests timers and `Date.now` are fake; reading files and answering requests go on as ever. */
export function useFastClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
      now: new Date('2026-11-23T10:00:00Z'),
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

const step = 100

/** What the work comes to, and how many milliseconds its timers made it take; fails when it takes longer than `limit`. */
export async function timed<T>(work: Promise<T>, limit: number): Promise<{ value: T; ms: number }> {
  const started = Date.now()
  const state = { done: false }
  const settled = work.finally(() => {
    state.done = true
  })
  // Whoever awaits it below sees its failure; until then it must not count as unhandled.
  settled.catch(() => {})
  while (!state.done) {
    // Work that needs no timer gets its turns first: files, streams, promises.
    for (let turns = 0; turns < 20 && !state.done; turns += 1) await turn()
    if (state.done) break
    if (Date.now() - started > limit) throw new Error(`still running after ${limit} ms`)
    await vi.advanceTimersByTimeAsync(step)
  }
  return { value: await settled, ms: Date.now() - started }
}
