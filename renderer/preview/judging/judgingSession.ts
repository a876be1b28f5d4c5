// A sample under certain settings: judged as a whole, and in full for the ticket looked at. The same in page and worker.
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { Prepared, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import { judgeAll, type Outcomes } from './outcomes.ts'

export type JudgedWith = {
  relationship: Relationship
  reference: Reference | null
  /** The start date of the outbound flow (ISO 8601), null without one. */
  since: string | null
}

export type Judged = { outcomes: Outcomes }

/** One ticket in full: what would become of it, and the record as it was read. */
export type Detail = { row: PreviewRow; ticket: PartnerTicket | ServiceTicket }

export type Session = {
  judge: () => Judged
  /** null when the sample has no ticket at `index`. */
  detail: (index: number) => Detail | null
}

const over = <Ticket extends PartnerTicket | ServiceTicket>(
  { judge, row }: Prepared<Ticket>,
  tickets: readonly Ticket[],
): Session => ({
  judge: () => ({ outcomes: judgeAll(judge, tickets) }),
  detail(index) {
    const ticket = tickets[index]
    return ticket ? { row: row(ticket), ticket } : null
  },
})

/** Prepares the settings once; nothing is judged before it is asked for. */
export const openSession = (data: Tickets, settings: JudgedWith): Session =>
  data.flow === 'inbound'
    ? over(prepareInbound(settings), data.tickets)
    : over(prepareOutbound(settings), data.tickets)
