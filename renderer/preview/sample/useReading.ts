// Reads tickets from ConnectWise as a sample: progress while it works, a stop, and in words what went wrong.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import { cancel, newCallId, onProgressOf } from '../../api.ts'
import { problemOf, request } from '../../state/queries.ts'
import { createPace } from '../../state/throttle.ts'
import { useKept } from '../../state/useKept.ts'

export type Reading =
  | { state: 'idle' }
  | { state: 'reading'; callId: string; done: number; total: number | null; wait: number | null }
  | { state: 'failed'; problem: AppError }

const idle: Reading = { state: 'idle' }

export type ReadChoice = {
  /** Start date as `YYYY-MM-DD`, empty without one. */
  since: string
  boards: readonly number[]
  /** At most this many tickets. */
  limit: number
}

/** What main has read and holds until it is fetched. */
export type ReadTickets = Output<'samples:read'>

/** `YYYY-MM-DD` as the first instant of that day, UTC; null for anything else. */
export const startOf = (date: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null

/** One reading per relationship; it goes on while another tab of the pane is open. */
export function useReading(
  relationshipId: string,
  target: ApiTarget,
  onRead: (read: ReadTickets, choice: ReadChoice) => Promise<void>,
) {
  const [reading, setReading] = useKept<Reading>(['preview', relationshipId, 'reading'], idle)

  async function start(choice: ReadChoice): Promise<void> {
    const callId = newCallId()
    setReading({ state: 'reading', callId, done: 0, total: null, wait: null })
    const isDue = createPace()
    const stopListening = onProgressOf(callId, (report) => {
      if (report.kind === 'tickets' && isDue())
        setReading({ state: 'reading', callId, done: report.done, total: report.total, wait: null })
      if (report.kind === 'wait')
        setReading((before) => (before.state === 'reading' ? { ...before, wait: report.seconds } : before))
    })
    try {
      const { since, boards, limit } = choice
      const read = await request('samples:read', {
        callId,
        target,
        boards: [...boards],
        since: startOf(since),
        limit,
      })
      await onRead(read, choice)
      setReading(idle)
    } catch (error) {
      const problem = problemOf(error)
      setReading(problem.code === 'cancelled' ? idle : { state: 'failed', problem })
    } finally {
      stopListening()
    }
  }

  const stop = () => {
    if (reading.state === 'reading') void cancel(reading.callId)
  }
  const dismiss = () => setReading(idle)
  return { reading, start, stop, dismiss }
}
