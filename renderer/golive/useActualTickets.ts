// The tickets of the first sync: read back from ConnectWise or taken from a file, and kept for comparing without a network.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ServiceTicket } from '../../shared/preview/sample/sample.ts'
import type { AppError } from '../../shared/result.ts'
import { cancel, newCallId, onProgressOf } from '../api.ts'
import { createPace } from '../state/throttle.ts'
import { openSampleFile } from '../preview/sample/sampleFile.ts'
import { readTickets } from '../preview/judging/ticketText.ts'
import { CallError, problemOf, request } from '../state/queries.ts'
import { useKept } from '../state/useKept.ts'

export type Actual = {
  tickets: readonly ServiceTicket[]
  /** When they were read (ISO 8601). */
  at: string
  /** The name of the file they come from, null for ConnectWise. */
  file: string | null
  partial: boolean
}

type Work =
  | { state: 'idle' }
  | { state: 'reading'; callId: string; done: number; total: number | null }
  | { state: 'failed'; problem: AppError }

export type Wanted = { boards: number[]; ids?: number[]; since: string | null }

/** As many as one read takes; a first sync is far smaller. */
const most = 5000

/** As many tickets one read takes by their ids. */
const idsAtOnce = 1000
const inParts = (ids: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, part) =>
    ids.slice(part * idsAtOnce, (part + 1) * idsAtOnce),
  )

const tooMany: AppError = {
  code: 'file-too-large',
  message: 'The file holds more tickets than a first sync is compared with here.',
  next: 'Use the command line: syncwright verify.',
}

async function loadAll(id: string): Promise<ServiceTicket[]> {
  const tickets: ServiceTicket[] = []
  for (let from: number | null = 0; from !== null; ) {
    const { text, next }: { text: string; next: number | null } = await request('samples:load', { id, from })
    const part = readTickets('outbound', text)
    if (part.flow === 'outbound') tickets.push(...part.tickets)
    from = next
  }
  return tickets
}

/** One for each relationship; it goes on while another tab of the pane is open. */
export function useActualTickets(relationshipId: string, target: ApiTarget) {
  const [actual, setActual] = useKept<Actual | null>(['golive', relationshipId, 'actual'], null)
  const [work, setWork] = useKept<Work>(['golive', relationshipId, 'work'], { state: 'idle' })

  const fail = (error: unknown) => {
    const problem = problemOf(error)
    setWork(problem.code === 'cancelled' ? { state: 'idle' } : { state: 'failed', problem })
  }
  const take = (tickets: readonly ServiceTicket[], file: string | null, partial: boolean): Actual => {
    const next = { tickets, at: new Date().toISOString(), file, partial }
    setActual(next)
    setWork({ state: 'idle' })
    return next
  }

  async function read({ boards, ids, since }: Wanted): Promise<Actual | null> {
    const callId = newCallId()
    setWork({ state: 'reading', callId, done: 0, total: null })
    const isDue = createPace()
    const stopListening = onProgressOf(callId, (report) => {
      if (report.kind === 'tickets' && isDue())
        setWork({ state: 'reading', callId, done: report.done, total: report.total })
    })
    try {
      const tickets: ServiceTicket[] = []
      let partial = false
      for (const part of ids ? inParts(ids) : [undefined]) {
        const asked = { callId, target, boards, since, limit: most, ...(part && { ids: part }) }
        const found = await request('samples:read', asked)
        tickets.push(...(await loadAll(found.sampleId)))
        partial ||= found.partial
      }
      return take(tickets, null, partial)
    } catch (error) {
      fail(error)
      return null
    } finally {
      stopListening()
    }
  }

  async function readFile(file: File): Promise<Actual | null> {
    try {
      const opened = await openSampleFile('outbound', file, new AbortController().signal)
      if (!opened) return null
      const sample = await opened.read()
      if (sample.held.kind !== 'page' || sample.held.data.flow !== 'outbound') {
        opened.drop()
        throw new CallError(tooMany)
      }
      return take(sample.held.data.tickets, file.name, sample.problems.length > 0)
    } catch (error) {
      fail(error)
      return null
    }
  }

  const stop = () => {
    if (work.state === 'reading') void cancel(work.callId)
  }
  return { actual, work, read, readFile, stop }
}
