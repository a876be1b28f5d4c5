// The tickets of the first sync: read back from ConnectWise or taken from a file, and kept for comparing without a network.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ServiceTicket } from '../../shared/preview/sample/sample.ts'
import type { AppError } from '../../shared/result.ts'
import { longCalls, useLongCall } from '../state/longCall.ts'
import { openSampleFile, ticketsFromText } from '../preview/previewFront.ts'
import { CallError, problemOf, requestValue } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'

export type Actual = {
  tickets: readonly ServiceTicket[]
  /** When they were read (ISO 8601). */
  at: string
  /** The name of the file they come from, null for ConnectWise. */
  file: string | null
  partial: boolean
}

export type ActualTicketsQuery = { boards: number[]; ids?: number[]; since: string | null }

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
    const { text, next }: { text: string; next: number | null } = await requestValue('samples:load', {
      id,
      from,
    })
    const part = ticketsFromText('outbound', text)
    if (part.flow === 'outbound') tickets.push(...part.tickets)
    from = next
  }
  return tickets
}

const readings = longCalls('samples:read')
const actuals = windowState<Actual | null>(null)
const fileProblems = windowState<AppError | null>(null)

/** One for each relationship; it goes on while another tab of the pane is open. */
export function useActualTickets(relationshipId: string, target: ApiTarget) {
  const [actual, setActual] = useWindowState(actuals, relationshipId)
  const [fileProblem, setFileProblem] = useWindowState(fileProblems, relationshipId)
  const { run, start, stop, forget } = useLongCall(readings, relationshipId)

  const take = (tickets: readonly ServiceTicket[], file: string | null, partial: boolean): Actual => {
    const next = { tickets, at: new Date().toISOString(), file, partial }
    setActual(next)
    return next
  }

  async function read({ boards, ids, since }: ActualTicketsQuery): Promise<Actual | null> {
    setFileProblem(null)
    const tickets: ServiceTicket[] = []
    let partial = false
    for (const part of ids ? inParts(ids) : [undefined]) {
      const ended = await start({
        about: null,
        input: (callId) => ({ callId, target, boards, since, limit: most, ...(part && { ids: part }) }),
        finish: async (found) => {
          tickets.push(...(await loadAll(found.sampleId)))
          partial ||= found.partial
        },
      })
      if (!ended || ended.error) return null
    }
    return take(tickets, null, partial)
  }

  async function readFile(file: File): Promise<Actual | null> {
    forget()
    setFileProblem(null)
    try {
      const opened = await openSampleFile('outbound', file, new AbortController().signal)
      if (!opened) return null
      const sample = await opened.read()
      if (sample.held.kind !== 'page' || sample.held.data.flow !== 'outbound') {
        opened.drop()
        throw new CallError(tooMany)
      }
      return take(sample.held.data.tickets, file.name, sample.said.problems.length > 0)
    } catch (error) {
      setFileProblem(problemOf(error))
      return null
    }
  }

  const failed = run?.error?.code === 'cancelled' ? null : run?.error
  return {
    actual,
    /** How far it is, null while nothing is read. */
    reading: run?.running ? run.progress : null,
    problem: fileProblem ?? failed ?? null,
    read,
    readFile,
    stop,
  }
}
