// Refreshes reference data in the background: the run outlives the screen that started it, so every screen can show it.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { longCalls, useLongCall } from '../../state/longCall.ts'
import { useSharedValue } from '../../state/sharedValue.ts'
import type { RefreshRun } from './refreshRun.ts'

type Take = Input<'reference:refresh'>['take']

const refreshes = longCalls<'reference:refresh', ApiTarget>('reference:refresh')
const keyOf = ({ connectionId, overrideOf }: ApiTarget): string => `${connectionId}/${overrideOf ?? ''}`

/** The latest refresh of each API in this session, running or ended. */
export const useRefreshes = (): RefreshRun[] => [...useSharedValue(refreshes.latest).values()]

/** The refresh of one API: whether it runs, how far it is, and how to start, stop and forget it. */
export function useRefresh(target: ApiTarget) {
  const { run, progress, start, stop, forget } = useLongCall(refreshes, keyOf(target))
  return {
    run,
    progress,
    running: run?.running ?? false,
    /** `take` names the lists for which ConnectWise is believed at once, however little comes. */
    start: (take?: Take) =>
      void start({ about: target, input: (callId) => ({ callId, target, ...(take && { take }) }) }),
    /** What was read by then is kept and marked as partial. */
    stop,
    /** Once it has ended and what it had to say was read. */
    forget,
  }
}
