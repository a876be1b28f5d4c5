// A whole sample at once: every row judged and counted, or every row in full for the command line.
import type { Reference } from '../reference/lookup.ts'
import type { Relationship } from '../relationship/relationship.ts'
import type { Role } from '../relationship/roles.ts'
import { prepareInbound } from './rules/inbound.ts'
import { prepareOutbound } from './rules/outbound.ts'
import type { Flow, NotRead, Prepared, PreviewResult, PreviewRow } from './result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from './sample/sample.ts'

type Sample =
  | { flow: 'inbound'; tickets: readonly PartnerTicket[] }
  | { flow: 'outbound'; tickets: readonly ServiceTicket[]; since: string | null }

/** The flow people mean when they name none: tickets originate at the source and arrive at the target. */
export const defaultFlow = (role: Role): Flow => (role === 'source' ? 'outbound' : 'inbound')

type Given = {
  relationship: Relationship
  reference: Reference | null
  /** Rows of the sample that could not be read. */
  notRead?: readonly NotRead[]
}

/** A sample judged and counted; its full rows are made one by one, so that a million of them need no room. */
export type OpenPreview = Omit<PreviewResult, 'rows'> & { rows: () => Iterable<PreviewRow> }

/** Both verdicts of the flow are counted even when nothing has them. */
function over<Ticket>(
  flow: Flow,
  { judge, row }: Prepared<Ticket>,
  tickets: readonly Ticket[],
  notRead: readonly NotRead[],
): OpenPreview {
  const good = flow === 'inbound' ? 'create' : 'send'
  let count = 0
  for (const ticket of tickets) if (judge(ticket).verdict === good) count++
  const rest = tickets.length - count
  return {
    flow,
    summary: flow === 'inbound' ? { create: count, fail: rest } : { send: count, skip: rest },
    notRead,
    rows: function* rows() {
      for (const ticket of tickets) yield row(ticket)
    },
  }
}

/** The published preview result, its rows in the sample's order. */
export const openPreview = ({
  relationship,
  reference,
  notRead = [],
  ...sample
}: Sample & Given): OpenPreview =>
  sample.flow === 'inbound'
    ? over('inbound', prepareInbound({ relationship, reference }), sample.tickets, notRead)
    : over(
        'outbound',
        prepareOutbound({ relationship, reference, since: sample.since }),
        sample.tickets,
        notRead,
      )

/** The same with all rows at once. */
export function previewSample(input: Sample & Given): PreviewResult {
  const { rows, ...head } = openPreview(input)
  return { ...head, rows: [...rows()] }
}
