// Samples that were kept: what is told of one without reading its tickets, and its tickets in parts.
import { z } from '../zod.ts'
import { inboundSampleSchema, outboundSampleSchema } from './sample.ts'

/** One sample may take this many bytes, and all of them together that many. */
export const sampleLimits = { one: 64 * 1024 * 1024, all: 512 * 1024 * 1024 } as const

/** At most this many tickets travel at once, so that no part is long work for the window. */
export const partSize = 500

export const sampleNameSchema = z.string().trim().min(1).max(100)

/** The head of a kept sample; `bytes` is the size of its tickets as JSON. */
export const keptSampleSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1),
  flow: z.enum(['inbound', 'outbound']),
  /** ISO 8601. */
  keptAt: z.string(),
  /** It goes away together with this connection. */
  connectionId: z.string().min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
})

/** Tickets of one flow in their published format. */
export const ticketsSchema = z.discriminatedUnion('flow', [
  z.object({ flow: z.literal('inbound'), tickets: inboundSampleSchema }),
  z.object({ flow: z.literal('outbound'), tickets: outboundSampleSchema }),
])

export type KeptSample = z.infer<typeof keptSampleSchema>
export type SampleTickets = z.infer<typeof ticketsSchema>

/** Puts a part behind what is there; false, and nothing happens, when it is of the other flow. */
export function addTickets(sample: SampleTickets, part: SampleTickets): boolean {
  if (sample.flow === 'inbound' && part.flow === 'inbound') sample.tickets.push(...part.tickets)
  else if (sample.flow === 'outbound' && part.flow === 'outbound') sample.tickets.push(...part.tickets)
  else return false
  return true
}
