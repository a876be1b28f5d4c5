// What the page reads through the contract, cached by TanStack Query; errors arrive as AppError inside CallError.
import { notifyManager, QueryClient, useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/result.ts'
import { callMain } from '../api.ts'
import { useLiveReadiness } from './liveReadiness.ts'
import { compareNaturally } from './naturalOrder.ts'
import { type ChangeChannel, queryKey, type ReadChannel, staleAfter, type Subject } from './queryKeys.ts'

/** Carries an AppError through code that works with exceptions. */
export class CallError extends Error {
  readonly problem: AppError
  constructor(problem: AppError) {
    super(problem.message)
    this.problem = problem
  }
}

/** The AppError behind anything thrown in the page. */
export const problemOf = (error: unknown): AppError =>
  error instanceof CallError
    ? error.problem
    : { code: 'internal', message: 'Something went wrong in the window. Nothing was changed.' }

/** Calls a channel; the value on success, a thrown CallError otherwise. */
export async function requestValue<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await callMain(channel, input)
  if (!result.ok) throw new CallError(result.error)
  return result.value
}

// With the answer and not a timer later: a list that is searched is drawn a frame sooner.
notifyManager.setScheduler(queueMicrotask)

/** Nothing is refetched by itself: the store is local and every change goes through this page. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
    // What was sent may hold a private key, so nothing remembers it once its screen is left.
    mutations: { retry: false, networkMode: 'always', gcTime: 0 },
  },
})

/** What a reading channel answers, as a query; read once, until a change makes it stale. */
export const readingQuery = <C extends ReadChannel>(channel: C, input: Input<C>) => ({
  queryKey: queryKey(channel, input),
  queryFn: () => requestValue(channel, input),
})

/** Reads again all that is kept about these. */
export const readAgain = (...subjects: readonly Subject[]): Promise<unknown> =>
  Promise.all(subjects.map((subject) => queryClient.invalidateQueries({ queryKey: [subject] })))

/** Reads again what is on the screen, all of it or these, because another window may have changed it: once this one is seen, or turned to. */
export function useReadAgainOn(event: 'visibilitychange' | 'focus', subjects?: readonly Subject[]): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      void (subjects ? readAgain(...subjects) : queryClient.invalidateQueries())
    }
    window.addEventListener(event, look)
    return () => window.removeEventListener(event, look)
  }, [event, subjects])
}

/** Has it read again by whatever shows it next. */
export const readAgainLater = (subject: Subject): void =>
  void queryClient.invalidateQueries({ queryKey: [subject], refetchType: 'none' })

const stale: Partial<Record<Channel, readonly Subject[]>> = staleAfter

/** Reads again what a call through this channel may have changed. */
export const readAgainAfter = (channel: Channel): Promise<unknown> => readAgain(...(stale[channel] ?? []))

type Then<Answer> = { onSuccess?: (answer: Answer) => void; onError?: (error: Error) => void }

/**
 * A change through one channel; it is done once all that it made stale was read again. What follows it is done even when
 * the screen or the menu it was begun in has gone: the library's own `mutate` forgets it then, and with it the way to undo.
 */
export function useChange<C extends ChangeChannel>(channel: C) {
  const change = useMutation({
    mutationFn: (input: Input<C>) => requestValue(channel, input),
    onSuccess: async () => {
      await readAgainAfter(channel)
      // What follows is drawn in a task of its own: beside a thousand rows read again it would hold up the window.
      await scheduler.yield()
    },
  })
  return {
    ...change,
    mutate: (input: Input<C>, { onSuccess, onError }: Then<Output<C>> = {}) =>
      void change.mutateAsync(input).then(onSuccess, (error: Error) => onError?.(error)),
  }
}

const appInfo = readingQuery('app:info', {})

/** Every list of the window has the same order, whatever the store's; sorted once, however many look at it. */
const connections = {
  ...readingQuery('connections:list', {}),
  queryFn: async () =>
    (await requestValue('connections:list', {})).toSorted((one, other) =>
      compareNaturally(one.name, other.name),
    ),
}
const relationships = {
  ...readingQuery('relationships:list', {}),
  queryFn: async () =>
    (await requestValue('relationships:list', {})).toSorted((one, other) =>
      compareNaturally(one.contractName, other.contractName),
    ),
}

/** Asks for what every first screen shows, while the window is still being made; settles when all of it was answered. */
export const startReading = (): Promise<unknown> =>
  Promise.all([
    queryClient.prefetchQuery(connections),
    queryClient.prefetchQuery(relationships),
    queryClient.prefetchQuery(appInfo),
  ])

export const useAppInfo = () => useQuery(appInfo)

export const useConnections = () => useQuery(connections)

/** The open one stands as its form does, saved or not. */
export function useRelationships() {
  const live = useLiveReadiness()
  const select = useCallback(
    (rows: Output<'relationships:list'>) =>
      rows.map((row) =>
        row.id === live?.id ? { ...row, readiness: { ...live.readiness, stale: row.readiness.stale } } : row,
      ),
    [live],
  )
  return useQuery({ ...relationships, ...(live && { select }) })
}

export const useRelationship = (id: string) => useQuery(readingQuery('relationships:get', { id }))

/** Reference data without companies; null when nothing was read yet. */
export const useReference = (target: ApiTarget) => useQuery(readingQuery('reference:get', { target }))

/** The companies of a snapshot with these ids; absent ones are not in the answer. */
export const useCompanies = (target: ApiTarget, ids: readonly number[]) =>
  useQuery({
    ...readingQuery('companies:lookup', { target, ids: [...ids] }),
    placeholderData: (previous) => previous,
  })

/** Settings saved by name, for new relationships to begin with. */
export const useTemplates = () => useQuery(readingQuery('templates:list', {}))
