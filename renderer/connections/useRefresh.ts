// Refreshes reference data in the background: the run outlives the screen that started it, so every screen can show it.
import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiTarget } from '../../shared/connections/schema.ts'
import { call, cancel, newCallId, onProgressOf } from '../api.ts'
import { begunRefresh, type RefreshRun, withReport } from './refreshRun.ts'

type Runs = Readonly<Record<string, RefreshRun>>

const cacheKey = ['refreshes']
const none: Runs = {}
const keyOf = ({ connectionId, overrideOf }: ApiTarget): string => `${connectionId}/${overrideOf ?? ''}`

/** What a new snapshot changes on the screens: lists, their age, and the readiness judged by them. */
const stale = ['reference', 'connections', 'relationships']

/** The latest refresh of each API in this session, running or ended. */
export const useRefreshes = (): RefreshRun[] =>
  Object.values(
    useQuery<Runs>({ queryKey: cacheKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY }).data ?? none,
  )

/** The refresh of one API: whether it runs, how far it is, and how to start, stop and forget it. */
export function useRefresh(target: ApiTarget) {
  const client = useQueryClient()
  const run = useRefreshes().find((each) => keyOf(each.target) === keyOf(target)) ?? null
  return {
    run,
    running: run?.running ?? false,
    start: () => void refresh(client, target),
    stop: () => stopRefresh(run),
  }
}

/** Asks a running refresh to stop; what it has read by then is kept and marked as partial. */
export const stopRefresh = (run: RefreshRun | null): void => {
  if (run?.running) void cancel(run.callId)
}

async function refresh(client: QueryClient, target: ApiTarget): Promise<void> {
  const key = keyOf(target)
  const runs = () => client.getQueryData<Runs>(cacheKey) ?? none
  if (runs()[key]?.running) return
  const callId = newCallId()
  const show = (change: (run: RefreshRun) => RefreshRun) =>
    client.setQueryData<Runs>(cacheKey, (all = none) => ({
      ...all,
      [key]: change(all[key] ?? begunRefresh(target, callId)),
    }))
  show(() => begunRefresh(target, callId))
  const unsubscribe = onProgressOf(callId, (report) => show((run) => withReport(run, report, Date.now())))
  const answer = await call('reference:refresh', { callId, target })
  unsubscribe()
  await Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
  show((run) => ({
    ...run,
    running: false,
    waitUntil: null,
    ...(answer.ok ? { result: answer.value } : { error: answer.error }),
  }))
}
