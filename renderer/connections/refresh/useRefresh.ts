// Refreshes reference data in the background: the run outlives the screen that started it, so every screen can show it.
import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { call, cancel, newCallId, onProgressOf } from '../../api.ts'
import { begunRefresh, type RefreshRun, withReport } from './refreshRun.ts'

type Take = Input<'reference:refresh'>['take']
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
    /** `take` names the lists for which ConnectWise is believed at once, however little comes. */
    start: (take?: Take) => void refresh(client, target, take),
    /** What was read by then is kept and marked as partial. */
    stop: () => {
      if (!run?.running) return
      change(client, target, (latest) => ({ ...latest, stopped: true }))
      void cancel(run.callId)
    },
    /** Once it has ended and what it had to say was read. */
    forget: () =>
      client.setQueryData<Runs>(cacheKey, ({ [keyOf(target)]: _ended, ...others } = none) => others),
  }
}

/** Replaces the run of one API by the next one. */
function change(client: QueryClient, target: ApiTarget, next: (run: RefreshRun) => RefreshRun): void {
  const key = keyOf(target)
  client.setQueryData<Runs>(cacheKey, (runs = none) => {
    const run = runs[key]
    return run ? { ...runs, [key]: next(run) } : runs
  })
}

async function refresh(client: QueryClient, target: ApiTarget, take?: Take): Promise<void> {
  const runs = client.getQueryData<Runs>(cacheKey) ?? none
  if (runs[keyOf(target)]?.running) return
  const callId = newCallId()
  client.setQueryData<Runs>(cacheKey, { ...runs, [keyOf(target)]: begunRefresh(target, callId) })
  const unsubscribe = onProgressOf(callId, (report) =>
    change(client, target, (run) => withReport(run, report, Date.now())),
  )
  const answer = await call('reference:refresh', { callId, target, ...(take && { take }) })
  unsubscribe()
  await Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
  change(client, target, (run) => ({
    ...run,
    running: false,
    waitUntil: null,
    ...(answer.ok ? { result: answer.value } : { error: answer.error }),
  }))
}
