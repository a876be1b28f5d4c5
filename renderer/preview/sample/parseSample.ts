// A sample file for a flow: partner tickets for inbound, ConnectWise tickets for outbound, and those for inbound too.
import { parseInboundSample, parseOutboundSample } from '../../../shared/files/sample/readSample.ts'
import type { Parsed } from '../../../shared/files/parsed.ts'
import type { Flow } from '../../../shared/preview/previewResult.ts'
import type { SampleTickets } from '../../../shared/preview/sample/tickets.ts'
import { asPartnerTicket } from './asPartner.ts'

export type ParsedSample = { data: SampleTickets; problems: readonly string[] }

type Problems = readonly { row: number; message: string }[]

const named = (problems: Problems): string[] => problems.map(({ row, message }) => `Row ${row}: ${message}`)

/** Reads the text of a sample file. ConnectWise tickets are taken for inbound as if the partner had sent them. */
export function parseSample(flow: Flow, text: string): Parsed<ParsedSample> {
  const outbound = flow === 'outbound' ? parseOutboundSample(text) : null
  if (outbound) {
    if (!outbound.ok) return outbound
    const { tickets, problems } = outbound.value
    return { ok: true, value: { data: { flow: 'outbound', tickets }, problems: named(problems) } }
  }
  const inbound = parseInboundSample(text)
  if (inbound.ok) {
    const { tickets, problems } = inbound.value
    return { ok: true, value: { data: { flow: 'inbound', tickets }, problems: named(problems) } }
  }
  const own = inbound.error.code === 'file-foreign' ? parseOutboundSample(text) : null
  if (!own?.ok) return inbound
  const tickets = own.value.tickets.map(asPartnerTicket)
  return { ok: true, value: { data: { flow: 'inbound', tickets }, problems: named(own.value.problems) } }
}
