// What is ticked for a relationship: watched in main, which every window changes; shown at once, stored behind it.
import { useEffect, useRef, useState } from 'react'
import { type GoLive, notBegun, type Tick } from '../../shared/golive/goLive.ts'
import type { AppError } from '../../shared/result.ts'
import { newCallId } from '../api.ts'
import { longCalls } from '../state/longCall.ts'
import { problemOf, readAgainLater, requestValue } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'

const goLives = windowState<GoLive | null>(null)
const tests = windowState<Tick | null>(null)

/** What main knows: what is ticked, and the last test of the keys. */
type Told = { goLive: GoLive; tested: Tick | null }

/** Before a watch that ended by itself, as when the main window was reloaded, is begun anew (milliseconds). */
const pause = 500

const watches = longCalls('goLive:watch')

/** Tells what is known now and after every change of any window, until the returned function is called. */
function watchGoLive(id: string, tell: (told: Told) => void): () => void {
  const watch = newCallId()
  let isOver = false
  let again: ReturnType<typeof setTimeout> | undefined
  const begin = async (): Promise<void> => {
    await watches.start(watch, {
      about: null,
      input: (callId) => ({ callId, id }),
      onReport: (report) => {
        if (report.kind === 'goLive' && !isOver) tell(report)
      },
    })
    if (!isOver) again = setTimeout(() => void begin(), pause)
  }
  void begin()
  return () => {
    isOver = true
    clearTimeout(again)
    watches.stop(watch)
    watches.put(watch, null)
  }
}

/** `change` works on what is there now, so that two quick ticks do not undo each other; `loaded` before the first. */
export function useGoLive(id: string) {
  const [goLive, setGoLive, now] = useWindowState(goLives, id)
  const [tested, setTested] = useWindowState(tests, id)
  const [problem, setProblem] = useState<AppError | null>(null)
  // What main tells while a tick is on its way there is of before it; the last word comes when all have arrived.
  const sending = useRef<{ count: number; told: GoLive | null }>({ count: 0, told: null })
  useEffect(
    () =>
      watchGoLive(id, (told) => {
        setTested(told.tested)
        if (sending.current.count > 0) sending.current.told = told.goLive
        else setGoLive(told.goLive)
      }),
    [id, setGoLive, setTested],
  )
  const change = (next: (before: GoLive) => GoLive) => {
    const changed = next(now() ?? notBegun)
    setGoLive(changed)
    sending.current.count += 1
    requestValue('goLive:put', { id, goLive: changed })
      .then(
        () => {
          setProblem(null)
          // The overview tells how far each is, when it is opened next.
          readAgainLater('relationships')
        },
        (error: unknown) => setProblem(problemOf(error)),
      )
      .finally(() => {
        const { current } = sending
        current.count -= 1
        if (current.count > 0 || current.told === null) return
        setGoLive(current.told)
        current.told = null
      })
  }
  return { goLive: goLive ?? notBegun, tested, loaded: goLive !== null, change, problem }
}
