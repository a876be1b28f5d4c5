// The sample library: tickets made up for the preview, so that every rule can be seen without a real one.
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { LibraryTicket } from './libraryTicket.ts'
import { inboundLibrary } from './libraryInbound.ts'
import { outboundLibrary } from './libraryOutbound.ts'
import type { PartnerTicket, ServiceTicket } from '../sample/sample.ts'

/** Both libraries, fitted to a relationship: outbound tickets stand on its boards and belong to its company. */
export const sampleLibrary = (
  relationship: Relationship,
  reference: Reference | null,
): { inbound: LibraryTicket<PartnerTicket>[]; outbound: LibraryTicket<ServiceTicket>[] } => ({
  inbound: inboundLibrary(reference),
  outbound: outboundLibrary(relationship, reference),
})
