// Holds product and second reading against each other: what one says of a configuration or a ticket and the other does not.
import { findingsOf } from '../../../shared/findings/findingsOf.ts'
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { Prepared, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { indexReference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { secondFindings } from './findings.ts'
import { readInbound, type Reading, set } from './inbound.ts'
import { readOutbound } from './outbound.ts'

type Pair = { product: unknown; reading: unknown }
const now = new Date('2026-11-23T10:00:00Z')
const since = '2026-11-01'

export const findingsPair = (relationship: Relationship, snapshot: Snapshot | null): Pair => ({
  product: findingsOf({ relationship, reference: snapshot && indexReference(snapshot), now })
    .map(({ code, field }) => `${code} ${field}`)
    .sort(),
  reading: secondFindings(relationship, snapshot, now),
})

const comparable = ({ verdict, reasons, warnings, requests, items }: PreviewRow): Reading => ({
  verdict,
  reasons: set(reasons),
  warnings: set(warnings),
  requests: [...requests],
  items: items.map((item) => ({
    kind: item.kind,
    verdict: item.verdict,
    reasons: set(item.reasons),
    warnings: set(item.warnings),
    audience: [...item.audience],
  })),
})

/** The whole row, and the quick judgement of the same ticket beside it. */
function productOf<Ticket>({ row, judge }: Prepared<Ticket>, ticket: Ticket): unknown {
  const { verdict, reasons, warnings } = judge(ticket)
  return { judged: { verdict, reasons: set(reasons), warnings: set(warnings) }, ...comparable(row(ticket)) }
}
const readingOf = (reading: Reading): unknown => {
  const { verdict, reasons, warnings } = reading
  return { judged: { verdict, reasons, warnings }, ...reading }
}

export const inboundPair = (
  relationship: Relationship,
  snapshot: Snapshot | null,
  ticket: PartnerTicket,
): Pair => ({
  product: productOf(
    prepareInbound({ relationship, reference: snapshot && indexReference(snapshot) }),
    ticket,
  ),
  reading: readingOf(readInbound(relationship, snapshot, ticket)),
})

export const outboundPair = (
  relationship: Relationship,
  snapshot: Snapshot | null,
  ticket: ServiceTicket,
): Pair => ({
  product: productOf(
    prepareOutbound({ relationship, reference: snapshot && indexReference(snapshot), since }),
    ticket,
  ),
  reading: readingOf(readOutbound(relationship, snapshot, Date.parse(since), ticket)),
})
