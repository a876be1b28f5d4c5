// A whole sample at once: every row judged and counted, or every row in full for the command line.
import type { Reference } from '../reference/lookup.ts'
import type { Relationship, Role } from '../relationship/relationship.ts'
import { prepareInbound } from './rules/inbound.ts'
import { prepareOutbound } from './rules/outbound.ts'
import type { Flow, Judgement, NotRead, PreviewResult, PreviewSummary } from './previewResult.ts'
import type { PartnerTicket, ServiceTicket } from './sample/sample.ts'

type Sample =
  | { flow: 'inbound'; tickets: readonly PartnerTicket[] }
  | { flow: 'outbound'; tickets: readonly ServiceTicket[]; since: string | null }

/** The flow people mean when they name none: tickets originate at the source and arrive at the target. */
export const defaultFlow = (role: Role): Flow => (role === 'source' ? 'outbound' : 'inbound')

/** Rows per verdict; both verdicts of the flow are there even when nothing has them. */
export function countVerdicts(flow: Flow, rows: readonly Judgement[]): PreviewSummary {
  const good = flow === 'inbound' ? 'create' : 'send'
  let count = 0
  for (const { verdict } of rows) if (verdict === good) count++
  const rest = rows.length - count
  return flow === 'inbound' ? { create: count, fail: rest } : { send: count, skip: rest }
}

type Given = {
  relationship: Relationship
  reference: Reference | null
  /** Rows of the sample that could not be read. */
  notRead?: readonly NotRead[]
}

/** The published preview result with full rows, in the sample's order. */
export function previewSample({
  relationship,
  reference,
  notRead = [],
  ...sample
}: Sample & Given): PreviewResult {
  const rows =
    sample.flow === 'inbound'
      ? sample.tickets.map(prepareInbound({ relationship, reference }).row)
      : sample.tickets.map(prepareOutbound({ relationship, reference, since: sample.since }).row)
  return { flow: sample.flow, summary: countVerdicts(sample.flow, rows), notRead, rows }
}
