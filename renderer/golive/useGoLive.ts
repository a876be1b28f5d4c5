// What is ticked for a relationship: watched in main, which every window changes; shown at once, stored behind it.
import { useEffect, useRef, useState } from 'react'
import { type GoLive, notBegun } from '../../shared/golive/goLive.ts'
import type { AppError } from '../../shared/result.ts'
import { call, cancel, newCallId, onProgressOf } from '../api.ts'
import { problemOf, queryClient, request } from '../state/queries.ts'
import { useKept } from '../state/useKept.ts'

/** Before a watch that ended by itself, as when the main window was reloaded, is begun anew (milliseconds). */
const pause = 500

/** Tells the state now and after every change of any window, until the returned function is called. */
function watchGoLive(id: string, tell: (goLive: GoLive) => void): () => void {
  let isOver = false
  let stop = (): void => {}
  const begin = (): void => {
    const callId = newCallId()
    const stopListening = onProgressOf(callId, (report) => {
      if (report.kind === 'goLive') tell(report.goLive)
    })
    const timer: { again?: ReturnType<typeof setTimeout> } = {}
    stop = () => {
      stopListening()
      clearTimeout(timer.again)
      void cancel(callId)
    }
    void call('goLive:watch', { callId, id }).then(() => {
      stopListening()
      if (!isOver) timer.again = setTimeout(begin, pause)
    })
  }
  begin()
  return () => {
    isOver = true
    stop()
  }
}

/** `change` works on what is there now, so that two quick ticks do not undo each other; `loaded` before the first. */
export function useGoLive(id: string) {
  const [goLive, setGoLive, now] = useKept<GoLive | null>(['golive', id, 'state'], null)
  const [problem, setProblem] = useState<AppError | null>(null)
  // What main tells while a tick is on its way there is of before it; the last word comes when all have arrived.
  const sending = useRef<{ count: number; told: GoLive | null }>({ count: 0, told: null })
  useEffect(
    () =>
      watchGoLive(id, (told) => {
        if (sending.current.count > 0) sending.current.told = told
        else setGoLive(told)
      }),
    [id, setGoLive],
  )
  const change = (next: (before: GoLive) => GoLive) => {
    const changed = next(now() ?? notBegun)
    setGoLive(changed)
    sending.current.count += 1
    request('goLive:put', { id, goLive: changed })
      .then(
        () => {
          setProblem(null)
          // The overview tells how far each is, when it is opened next.
          void queryClient.invalidateQueries({ queryKey: ['relationships'], refetchType: 'none' })
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
  return { goLive: goLive ?? notBegun, loaded: goLive !== null, change, problem }
}
