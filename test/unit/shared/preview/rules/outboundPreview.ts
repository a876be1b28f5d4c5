// A ConnectWise ticket, previewed; judging it says the same.
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import type { ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship } from '../../../../support/relationships.ts'

export const preview = (changes: Partial<ServiceTicket>, options: { relationship?: Relationship } = {}) => {
  const ticket = { id: 7001, board: { id: 4 }, company: { id: 250 }, closedFlag: true, ...changes }
  const prepared = prepareOutbound({
    relationship: sourceRelationship(),
    reference: reference(),
    since: null,
    ...options,
  })
  return { ...prepared.row(ticket), judged: prepared.judge(ticket) }
}
