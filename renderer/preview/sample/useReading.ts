// Reads tickets from ConnectWise as a sample: progress while it works, a stop, and in words what went wrong.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { longCalls, useLongCall } from '../../state/longCall.ts'

const readings = longCalls('samples:read')

export type ReadChoice = {
  /** Start date as `YYYY-MM-DD`, empty without one. */
  since: string
  boards: readonly number[]
  /** At most this many tickets. */
  limit: number
}

/** What main has read and holds until it is fetched. */
export type TicketsInMain = Output<'samples:read'>

/** `YYYY-MM-DD` as the first instant of that day, UTC; null for anything else. */
export const startOf = (date: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null

/** One reading per relationship; it goes on while another tab of the pane is open. */
export function useReading(
  relationshipId: string,
  target: ApiTarget,
  onRead: (read: TicketsInMain, choice: ReadChoice) => Promise<void>,
) {
  const { run, start, stop, forget } = useLongCall(readings, relationshipId)
  return {
    reading: run,
    start: (choice: ReadChoice) =>
      start({
        about: null,
        input: (callId) => ({
          callId,
          target,
          boards: [...choice.boards],
          since: startOf(choice.since),
          limit: choice.limit,
        }),
        finish: (read) => onRead(read, choice),
      }),
    stop,
    dismiss: forget,
  }
}
