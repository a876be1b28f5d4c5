// The tickets of the first sync: read back from ConnectWise or taken from a file, and kept for comparing without a network.
import { useEffect } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { AppError } from '../../../shared/result.ts'
import { longCalls, useLongCall } from '../../state/longCall.ts'
import {
  firstTickets,
  type HeldSample,
  openSampleFile,
  releaseSample,
  sampleWords,
  ticketsFromText,
} from '../../preview/previewFront.ts'
import { CallError, problemOf, requestValue } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'

export type Actual = {
  tickets: readonly ServiceTicket[]
  /** When they were read (ISO 8601). */
  at: string
  /** The name of the file they come from, null for ConnectWise. */
  file: string | null
  /** The start of the sync they were read for, null for a file and where none was asked for. */
  since: string | null
  /** The sample they were read for, in words. */
  sample: string
  partial: boolean
}

export type Wanted = { boards: number[]; ids?: number[]; xrefs?: string[]; since: string | null }

/** As many as one read takes; a first sync is far smaller. */
const most = 5000

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

/** What was read back before this window was opened; null without. */
async function recall(relationshipId: string, flow: Flow): Promise<Actual | null> {
  const kept = await requestValue('samples:readBack', { relationshipId })
  if (kept?.flow !== flow) return null
  const { sampleId, readAt, since, sample, partial } = kept
  return { tickets: await loadAll(sampleId), at: readAt, file: null, since, sample, partial }
}

const readings = longCalls('samples:read')
const actuals = windowState<Actual | null>(null)
const fileProblems = windowState<AppError | null>(null)

/** One for each relationship, connection and flow; it goes on while another tab of the pane is open. */
export function useActualTickets(relationshipId: string, target: ApiTarget, compared: HeldSample) {
  const { flow } = compared
  const sample = sampleWords(compared)
  const key = [relationshipId, target.connectionId, flow].join(' ')
  const [actual, setActual] = useWindowState(actuals, key)
  const [fileProblem, setFileProblem] = useWindowState(fileProblems, key)
  const { run, start, stop, forget } = useLongCall(readings, key)

  const take = (found: Omit<Actual, 'at'>): Actual => {
    const next = { ...found, at: new Date().toISOString() }
    setActual(next)
    return next
  }

  async function read(wanted: Wanted): Promise<Actual | null> {
    setFileProblem(null)
    let tickets: ServiceTicket[] = []
    const ended = await start({
      about: null,
      input: (callId) => ({
        callId,
        target,
        ...wanted,
        limit: most,
        firstSyncOf: { relationshipId, flow, sample },
      }),
      finish: async (found) => {
        tickets = await loadAll(found.sampleId)
      },
    })
    if (!ended?.result || ended.error) return null
    return take({ tickets, file: null, since: wanted.since, sample, partial: ended.result.partial })
  }

  async function readFile(file: File): Promise<Actual | null> {
    forget()
    setFileProblem(null)
    try {
      const opened = await openSampleFile('arrived', file, new AbortController().signal)
      if (!opened) return null
      let arrived: HeldSample | null = null
      try {
        arrived = await opened.read()
        if (arrived.entries.length > most) throw new CallError(tooMany)
        const found = await firstTickets(arrived, most)
        const tickets = found.flow === 'outbound' ? found.tickets : []
        const partial = arrived.said.problems.length > 0
        return take({ tickets, file: file.name, since: null, sample, partial })
      } finally {
        releaseSample(arrived)
        opened.drop()
      }
    } catch (error) {
      setFileProblem(problemOf(error))
      return null
    }
  }

  // What was read back when the window was open before is compared again, without a network.
  useEffect(() => {
    if (actual !== null) return
    let isLeft = false
    void recall(relationshipId, flow).then(
      (kept) => kept && !isLeft && setActual((now) => now ?? kept),
      (error: unknown) => setFileProblem(problemOf(error)),
    )
    return () => {
      isLeft = true
    }
  }, [actual, relationshipId, flow, setActual, setFileProblem])

  const failed = run?.error?.code === 'cancelled' ? null : run?.error
  return {
    actual,
    /** They were read for another sample: what is compared with this one says nothing. */
    isOfOther: actual !== null && actual.sample !== sample,
    /** How far it is, null while nothing is read. */
    reading: run?.running ? run.progress : null,
    problem: fileProblem ?? failed ?? null,
    /** Why what was read is gone when the window closes; null when it is not. */
    notKept: run?.result?.notKept ?? null,
    read,
    readFile,
    stop,
    /** Deletes what was read back from this computer. */
    drop: async () => {
      try {
        await requestValue('samples:forgetReadBack', { relationshipId })
        forget()
        setActual(null)
      } catch (error) {
        setFileProblem(problemOf(error))
      }
    },
  }
}
