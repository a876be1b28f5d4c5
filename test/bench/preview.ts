// How long a recompute takes: settings prepared anew, then verdict, reasons, warnings and counts of every row.
import { prepareInbound } from '../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../shared/preview/rules/outbound.ts'
import type { Flow, Prepared } from '../../shared/preview/result/previewResult.ts'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../support/relationships.ts'
import { figure, p95 } from './figure.ts'
import { partnerTickets, serviceTickets } from './previewSamples.ts'

const known = reference()
const timeEntries = { ...timeEntriesOn, includeNotes: true }
const source = sourceRelationship({ timeEntries })
const target = targetRelationship({
  timeEntries,
  reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Sync to partner' } },
})
const since = '2026-11-05'

/** Milliseconds of each of `runs` recomputes; the first ones warm up and are left out. */
function recompute<Ticket>(
  flow: Flow,
  prepare: () => Prepared<Ticket>,
  tickets: readonly Ticket[],
  runs: number,
): number[] {
  const times: number[] = []
  const good = flow === 'inbound' ? 'create' : 'send'
  let counted = 0
  for (let run = 0; run < runs + 5; run += 1) {
    const start = performance.now()
    const judgements = tickets.map(prepare().judge)
    counted += judgements.filter(({ verdict }) => verdict === good).length
    if (run >= 5) times.push(performance.now() - start)
  }
  if (counted === 0) throw new Error('No ticket goes, so nothing was measured.')
  return times
}

/** The slowest of the three recomputes a form change can cause, at the 95th percentile, in milliseconds. */
function slowest(count: number, withDetails: boolean, runs: number): number {
  const partner = partnerTickets(count, withDetails)
  const service = serviceTickets(count, withDetails)
  const outbound = (relationship: typeof source | typeof target) => () =>
    prepareOutbound({ relationship, reference: known, since })
  return Math.max(
    p95(
      recompute('inbound', () => prepareInbound({ relationship: target, reference: known }), partner, runs),
    ),
    p95(recompute('outbound', outbound(source), service, runs)),
    p95(recompute('outbound', outbound(target), service, runs)),
  )
}

/** Rows with details (four notes, an attachment, a time entry), and ten times as many without. */
export const measure = () => [
  figure({ name: 'preview-10k', value: slowest(10_000, true, 60), unit: 'ms', goal: { most: 16 } }),
  figure({ name: 'preview-100k', value: slowest(100_000, false, 20), unit: 'ms', goal: { most: 150 } }),
]
