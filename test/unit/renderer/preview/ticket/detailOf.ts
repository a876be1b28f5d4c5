// One ticket judged and told in full, by the lists of the support fixtures.
import { openSession, type JudgedWith } from '../../../../../renderer/preview/judging/judgingSession.ts'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference } from '../../../../support/relationships.ts'

const settings = (relationship: Relationship): JudgedWith => ({
  relationship,
  reference: reference(),
  since: null,
})

export function detailOf(relationship: Relationship, ticket: PartnerTicket | ServiceTicket) {
  const data =
    'key' in ticket
      ? { flow: 'inbound' as const, tickets: [ticket] }
      : { flow: 'outbound' as const, tickets: [ticket] }
  const detail = openSession(data, settings(relationship)).detail(0)
  if (!detail) throw new Error('The sample has a ticket.')
  return detail
}
