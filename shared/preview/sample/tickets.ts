// The tickets of one flow together, and how they are taken apart so that a large sample never travels at once.
import { z } from '../../zod.ts'
import {
  inboundSampleSchema,
  outboundSampleSchema,
  type PartnerTicket,
  type ServiceTicket,
} from './sample.ts'

/** Tickets of one flow in their published format. */
export const ticketsSchema = z.discriminatedUnion('flow', [
  z.object({ flow: z.literal('inbound'), tickets: inboundSampleSchema }),
  z.object({ flow: z.literal('outbound'), tickets: outboundSampleSchema }),
])

/** Tickets that travelled as text; undefined for anything else. */
export function parseTickets(flow: Tickets['flow'], text: string): SampleTickets | undefined {
  try {
    return ticketsSchema.safeParse({ flow, tickets: JSON.parse(text) }).data
  } catch {
    return undefined
  }
}

/** Tickets that more can be added to. */
export type SampleTickets = z.infer<typeof ticketsSchema>

export type Tickets =
  | { flow: 'inbound'; tickets: readonly PartnerTicket[] }
  | { flow: 'outbound'; tickets: readonly ServiceTicket[] }

/** At most this many tickets travel at once, so that no part is long work for anybody. */
export const partSize = 500

/** Up to `size` tickets from a place on. */
export const partOf = (sample: Tickets, from: number, size = partSize): SampleTickets =>
  sample.flow === 'inbound'
    ? { flow: 'inbound', tickets: sample.tickets.slice(from, from + size) }
    : { flow: 'outbound', tickets: sample.tickets.slice(from, from + size) }

/** Puts a part behind what is there; false, and nothing happens, when it is of the other flow. */
export function addPart(sample: SampleTickets, part: Tickets): boolean {
  if (sample.flow === 'inbound' && part.flow === 'inbound') sample.tickets.push(...part.tickets)
  else if (sample.flow === 'outbound' && part.flow === 'outbound') sample.tickets.push(...part.tickets)
  else return false
  return true
}
