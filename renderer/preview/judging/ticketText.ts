// Tickets as the text in which they travel to and from the disk: strings cross to main at little cost, objects do not.
import { createAnonymiser } from '../../../shared/preview/sample/anonymise.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import {
  partOf,
  type SampleTickets,
  type Tickets,
  ticketsSchema,
} from '../../../shared/preview/sample/tickets.ts'
import { asPartnerTicket } from '../../../shared/preview/sample/asPartner.ts'

/** Writes a sample part by part, asked for by where the part begins; a person has the same pseudonym in all parts. */
export function createWriter(sample: Tickets, anonymous: boolean): (from: number) => string {
  const anonymise = createAnonymiser()
  return (from) => {
    const part = partOf(sample, from)
    return JSON.stringify((anonymous ? anonymise(part) : part).tickets)
  }
}

/** Reads what main wrote. Throws on anything that is not a list of tickets. */
export const ticketsFromText = (flow: Flow, text: string): SampleTickets =>
  ticketsSchema.parse({ flow, tickets: JSON.parse(text) })

/** Tickets as those of `flow`: the partner's tickets are no ConnectWise tickets, but those can be taken as the partner's. */
export const asFlow = (flow: Flow, sample: SampleTickets): SampleTickets =>
  flow === 'inbound' && sample.flow === 'outbound'
    ? { flow, tickets: sample.tickets.map(asPartnerTicket) }
    : sample
