// What is ticked for a relationship: read once, shown at once, stored behind it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type GoLive, notBegun } from '../../shared/golive/goLive.ts'
import type { AppError } from '../../shared/result.ts'
import { problemOf, request } from '../state/queries.ts'

/** `change` works on what is there now, so that two quick ticks do not undo each other. */
export function useGoLive(id: string) {
  const client = useQueryClient()
  const queryKey = ['goLive', id]
  const { data } = useQuery({ queryKey, queryFn: () => request('goLive:get', { id }) })
  const [problem, setProblem] = useState<AppError | null>(null)
  const change = (next: (before: GoLive) => GoLive) => {
    const goLive = next(client.getQueryData<GoLive>(queryKey) ?? notBegun)
    client.setQueryData(queryKey, goLive)
    request('goLive:put', { id, goLive }).then(
      () => setProblem(null),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  return { goLive: data ?? notBegun, loaded: data !== undefined, change, problem }
}

export type ChangeGoLive = ReturnType<typeof useGoLive>['change']
