// Calls that take long: each is told what it reports, can be stopped, and goes on while its screen is gone.
import { useMemo } from 'react'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { ProgressReport } from '../../shared/ipc/progress.ts'
import type { AppError, Result } from '../../shared/result.ts'
import { callMain, cancelCall, newCallId, onProgressOf } from '../api.ts'
import { type CallProgress, noProgress, withReport } from './callProgress.ts'
import { noteAnswer } from './networkState.ts'
import { problemOf, readAgainAfter } from './queries.ts'
import { createSharedValue, type SharedValue, useSharedValue } from './sharedValue.ts'
import { createPace } from './pace.ts'

type HasCallId<Asked> = string extends keyof Asked ? false : 'callId' extends keyof Asked ? true : false

/** Channels whose calls carry an id, by which they report and can be stopped. */
type LongChannel = {
  [C in Channel]: HasCallId<Input<C>> extends true ? (C extends 'calls:cancel' ? never : C) : never
}[Channel]

export type LongCall<C extends LongChannel, About> = {
  /** What it is about; never what was sent, which may hold a private key. */
  about: About
  /** ISO 8601. */
  startedAt: string
  running: boolean
  /** Whether somebody asked it to stop. */
  stopped: boolean
  progress: CallProgress
  result: Output<C> | null
  /** `cancelled` when it was stopped before it had anything. */
  error: AppError | null
}

/** One that has just begun. */
export const begunCall = <About>(about: About, startedAt: string) => ({
  about,
  startedAt,
  running: true,
  stopped: false,
  progress: noProgress,
  result: null,
  error: null,
})

type Beginning<C extends LongChannel, About> = {
  about: About
  input: (callId: string) => Input<C>
  /** Hears what it reports, as it comes; most of it is in its progress. */
  onReport?: (report: ProgressReport) => void
  /** What follows a good answer and still belongs to the call. */
  finish?: (result: Output<C>) => Promise<void>
}

export type LongCalls<C extends LongChannel, About> = {
  /** The latest of each key, running or ended. */
  latest: SharedValue<ReadonlyMap<string, LongCall<C, About>>>
  /** Answers when it has ended; at once with nothing while another one of the same key goes on. */
  start: (key: string, beginning: Beginning<C, About>) => Promise<LongCall<C, About> | undefined>
  /** Asks main to stop; the call then ends with what it has. */
  stop: (key: string) => void
  /** Puts an ended one under a key, or with null takes it away. */
  put: (key: string, ended: LongCall<C, About> | null) => void
}

/** Declares the long calls of one kind, once, beside the screen that shows them. */
export function longCalls<C extends LongChannel, About = null>(channel: C): LongCalls<C, About> {
  const latest = createSharedValue<ReadonlyMap<string, LongCall<C, About>>>(new Map())
  const ids = new Map<string, string>()
  const put: LongCalls<C, About>['put'] = (key, next) =>
    latest.set((before) => {
      const others = [...before].filter(([other]) => other !== key)
      return new Map(next ? [...others, [key, next]] : others)
    })
  const change = (key: string, next: Partial<LongCall<C, About>>): void => {
    const before = latest.get().get(key)
    if (before) put(key, { ...before, ...next })
  }
  async function answerOf(
    { input, finish }: Beginning<C, About>,
    callId: string,
  ): Promise<Result<Output<C>>> {
    const answer = await callMain(channel, input(callId))
    noteAnswer(channel, answer)
    if (!answer.ok) return answer
    try {
      await finish?.(answer.value)
      return answer
    } catch (error) {
      return { ok: false, error: problemOf(error) }
    }
  }
  return {
    latest,
    put,
    async start(key, beginning) {
      if (ids.has(key)) return undefined
      const callId = newCallId()
      ids.set(key, callId)
      let progress = noProgress
      const begun: LongCall<C, About> = begunCall(beginning.about, new Date().toISOString())
      put(key, begun)
      const isDue = createPace()
      const stopListening = onProgressOf(callId, (report) => {
        beginning.onReport?.(report)
        progress = withReport(progress, report, Date.now())
        if (report.kind !== 'tickets' || isDue()) change(key, { progress })
      })
      const answer = await answerOf(beginning, callId)
      stopListening()
      ids.delete(key)
      await readAgainAfter(channel)
      const ended: LongCall<C, About> = {
        ...(latest.get().get(key) ?? begun),
        running: false,
        progress: { ...progress, wait: null },
        ...(answer.ok ? { result: answer.value } : { error: answer.error }),
      }
      if (latest.get().has(key)) put(key, ended)
      return ended
    },
    stop(key) {
      const callId = ids.get(key)
      if (!callId) return
      change(key, { stopped: true })
      void cancelCall(callId)
    },
  }
}

/** The latest call under a key: how far it is, how it ended, and how to start, stop and forget it. */
export function useLongCall<C extends LongChannel, About>(calls: LongCalls<C, About>, key: string) {
  const run = useSharedValue(calls.latest).get(key) ?? null
  const acts = useMemo(
    () => ({
      start: (beginning: Beginning<C, About>) => calls.start(key, beginning),
      stop: () => calls.stop(key),
      forget: () => calls.put(key, null),
    }),
    [calls, key],
  )
  return { run, progress: run?.progress ?? noProgress, ...acts }
}
