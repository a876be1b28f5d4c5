// What is ticked for a relationship: read once, shown at once, stored behind it.
import { useEffect, useState } from 'react'
import { type GoLive, notBegun } from '../../shared/golive/goLive.ts'
import type { AppError } from '../../shared/result.ts'
import { problemOf, request } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'

const goLives = windowState<GoLive | null>(null)

/** `change` works on what is there now, so that two quick ticks do not undo each other; `loaded` before the first. */
export function useGoLive(id: string) {
  const [goLive, setGoLive, now] = useWindowState(goLives, id)
  const [problem, setProblem] = useState<AppError | null>(null)
  const isLoaded = goLive !== null
  useEffect(() => {
    if (isLoaded) return
    request('goLive:get', { id }).then(
      (stored) => setGoLive((before) => before ?? stored),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }, [id, isLoaded, setGoLive])
  const change = (next: (before: GoLive) => GoLive) => {
    const changed = next(now() ?? notBegun)
    setGoLive(changed)
    request('goLive:put', { id, goLive: changed }).then(
      () => setProblem(null),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  return { goLive: goLive ?? notBegun, loaded: isLoaded, change, problem }
}
