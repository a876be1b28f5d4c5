// A partner's ticket, the one that arrived for it, and what verify says of the two.
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference, targetRelationship } from '../../../../support/relationships.ts'

export const at = '2026-11-23T10:00:00Z'

export const partner = (changes: Partial<PartnerTicket> = {}): PartnerTicket => ({
  key: 'INC-1',
  summary: 'Printer offline',
  ...changes,
})

export const arrived = (changes: Partial<ServiceTicket> = {}): ServiceTicket => ({
  id: 501,
  summary: 'Printer offline',
  externalXRef: 'INC-1',
  board: { id: 4, name: 'Help Desk' },
  company: { id: 250 },
  status: { id: 31, name: 'New' },
  priority: { id: 6 },
  source: { id: 3 },
  owner: { id: 42 },
  _info: { dateEntered: at, lastUpdated: at, enteredBy: 'sync', updatedBy: 'sync' },
  notes: [],
  documents: [],
  timeEntries: [],
  ...changes,
})

export type More = { relationship?: Relationship; since?: string | null; wholeBoard?: boolean }

export const verify = (tickets: PartnerTicket[], actual: ServiceTicket[], more: More = {}) =>
  verifySample({
    relationship: targetRelationship(),
    reference: reference(),
    sample: { flow: 'inbound', tickets },
    actual,
    since: null,
    ...more,
  })

export const only = (ticket: Partial<PartnerTicket>, actual: Partial<ServiceTicket>, more?: More) =>
  verify([partner(ticket)], [arrived(actual)], more).rows[0]

export const codes = (ticket: Partial<PartnerTicket>, actual: Partial<ServiceTicket>, more?: More) =>
  only(ticket, actual, more)?.differences.map(({ code }) => code)
