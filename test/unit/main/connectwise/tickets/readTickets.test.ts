// Tickets for a preview: in scope, newest first, bounded, with details in few reads.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import {
  fetchTickets,
  type FetchTicketsOptions,
} from '../../../../../main/connectwise/tickets/readTickets.ts'
import { createSimulator, type SimulatorOptions } from '../../../../simulator/simulator.ts'
import type { ProgressReport } from '../../../../../shared/ipc/progress.ts'
import { outboundSampleSchema } from '../../../../../shared/preview/sample/sample.ts'
import { createFakeClock } from '../fakes.ts'

function open(options: SimulatorOptions = {}) {
  const demo = createSimulator(options)
  const keys = { site: 'demo.example.test', ...demo.credentials }
  const clock = createFakeClock(Date.parse('2026-11-23T10:00:00Z'))
  const client = createClient({ fetch: demo.fetch, keys, allowLoopbackHttp: false, clock })
  const reports: ProgressReport[] = []
  const read = (more: Partial<FetchTicketsOptions> = {}) =>
    fetchTickets({
      client,
      boards: [],
      since: null,
      limit: 1000,
      signal: new AbortController().signal,
      onProgress: (report) => reports.push(report),
      ...more,
    })
  const tickets = async (more: Partial<FetchTicketsOptions> = {}) => {
    const result = await read(more)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  return { demo, read, tickets, reports }
}

describe('tickets for a preview', () => {
  it('come with notes, documents and time entries, as the preview takes them', async () => {
    const { tickets } = open()
    const { tickets: rows, partial } = await tickets()
    expect(partial).toBe(false)
    expect(outboundSampleSchema.safeParse(rows).success).toBe(true)
    expect(rows.every(({ notes, documents, timeEntries }) => notes && documents && timeEntries)).toBe(true)
    for (const kind of ['notes', 'documents', 'timeEntries'] as const) {
      expect(rows.some((row) => (row[kind]?.length ?? 0) > 0)).toBe(true)
    }
    expect(rows.every(({ recordType }) => recordType === 'ServiceTicket')).toBe(true)
  })

  it('are scoped by board and date, newest first', async () => {
    const { tickets } = open()
    const since = '2026-11-10T00:00:00Z'
    const { tickets: rows } = await tickets({ boards: [4], since })
    const times = rows.map(({ _info }) => _info?.lastUpdated ?? '')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ board }) => board?.id === 4)).toBe(true)
    expect(times).toEqual([...times].sort().reverse())
    expect(times.every((time) => Date.parse(time) >= Date.parse(since))).toBe(true)
  })

  it('are as many as asked for, and say that there are more', async () => {
    const { tickets } = open({ size: 'medium' })
    const { tickets: rows, partial } = await tickets({ limit: 7 })
    expect(rows).toHaveLength(7)
    expect(partial).toBe(true)
  })

  it('cost two reads each, one per hundred for time entries, and little to know where lists end', async () => {
    const { demo, tickets } = open()
    const { tickets: rows } = await tickets({ limit: 20 })
    expect(demo.requests.length).toBeLessThanOrEqual(2 + 2 + rows.length * 2.5)
    expect(demo.requests.filter(({ path }) => path.includes('/time/entries'))).toHaveLength(2)
    expect(demo.maxInFlight()).toBeLessThanOrEqual(4)
  })

  it('that are not there cost little to miss', async () => {
    const { demo, tickets } = open()
    expect((await tickets({ boards: [999], xrefs: ['NOWHERE-1'] })).tickets).toEqual([])
    expect(demo.requests.filter(({ path }) => path.includes('/service/tickets'))).toHaveLength(3)
  })

  it('are asked for by POST …/search only when the address would be too long', async () => {
    const { demo, tickets } = open()
    const few = await tickets({ boards: [4] })
    expect(demo.requests.every(({ method }) => method === 'GET')).toBe(true)
    const many = await tickets({ boards: [4, ...Array.from({ length: 300 }, (_, index) => 100_000 + index)] })
    const posts = demo.requests.filter(({ method }) => method === 'POST')
    expect(new Set(posts.map(({ path }) => path))).toEqual(
      new Set(['/v2025_1/apis/3.0/service/tickets/search']),
    )
    expect(many.tickets.map(({ id }) => id)).toEqual(few.tickets.map(({ id }) => id))
  })

  it('are filtered here where ConnectWise does not filter', async () => {
    const since = '2026-11-10T00:00:00Z'
    const plain = await open().tickets({ boards: [4], since, limit: 10 })
    const { demo, tickets } = open({ faults: ['conditions-refused'] })
    const { tickets: rows } = await tickets({ boards: [4], since, limit: 10 })
    expect(demo.requests.filter(({ path }) => path.endsWith('/time/entries'))).toHaveLength(2)
    expect(rows.map(({ id }) => id)).toEqual(plain.tickets.map(({ id }) => id))
  })

  it('have their typed notes where allNotes does not exist, and ask for it once', async () => {
    const { demo, tickets } = open({ faults: ['no-all-notes'] })
    const { tickets: rows } = await tickets({ limit: 30 })
    expect(rows.some(({ notes }) => notes?.some(({ noteType }) => noteType === 'TicketNote'))).toBe(true)
    expect(demo.requests.filter(({ path }) => path.endsWith('/allNotes')).length).toBeLessThanOrEqual(4)
  })

  it('go without what the role does not show, and say so', async () => {
    const { demo, tickets } = open({ faults: ['no-time-entries', 'no-attachments'] })
    const { tickets: rows, partial } = await tickets({ limit: 30 })
    expect(partial).toBe(true)
    expect(rows.every(({ notes, documents, timeEntries }) => notes && !documents && !timeEntries)).toBe(true)
    expect(demo.requests.filter(({ path }) => path.endsWith('/documents')).length).toBeLessThanOrEqual(4)
  })

  it('cannot be had without the right to read them', async () => {
    const { read } = open({ faults: ['no-tickets'] })
    expect(await read()).toMatchObject({ ok: false, error: { code: 'permission-missing' } })
  })

  it('report progress and stop at once when cancelled', async () => {
    const { demo, read, reports } = open({ size: 'medium' })
    const stop = new AbortController()
    const result = await read({
      signal: stop.signal,
      onProgress: (report) => {
        reports.push(report)
        if (report.kind === 'tickets' && report.done === 5) stop.abort()
      },
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(reports[0]).toEqual({ kind: 'tickets', done: 0, total: null })
    expect(reports.at(-1)).toMatchObject({ kind: 'tickets', done: 5 })
    expect(demo.requests.length).toBeLessThan(60)
  })
})
