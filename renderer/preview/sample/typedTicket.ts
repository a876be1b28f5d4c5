// A ticket typed by hand, made into one of the flow's own tickets.
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import { boardsSentFrom } from '../../../shared/relationship/chosenRecords.ts'

type CommentKind = NonNullable<NonNullable<PartnerTicket['comments']>[number]['type']>

export type TypedTicket = {
  key: string
  summary: string
  description: string
  requesterName: string
  requesterEmail: string
  comment: string
  commentKind: CommentKind
}

/** What the form starts with; keys count up so that typed tickets stay apart. ConnectWise tickets have numbers. */
export const blankTicket = (flow: Flow, number: number): TypedTicket => ({
  key: flow === 'inbound' ? `TEST-${number}` : String(9000 + number),
  summary: '',
  description: '',
  requesterName: '',
  requesterEmail: '',
  comment: '',
  commentKind: 'public',
})

/** What is wrong with a typed key, null when nothing is: ConnectWise numbers its tickets. */
export const keyProblem = (flow: Flow, key: string): string | null =>
  flow === 'inbound' || /^0*[1-9]\d{0,8}$/.test(key.trim()) ? null : 'Enter a number, such as 9001.'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

export const typedPartnerTicket = (typed: TypedTicket): PartnerTicket => ({
  key: orNull(typed.key)?.trim() ?? 'TEST',
  summary: typed.summary,
  description: orNull(typed.description),
  requester: { name: orNull(typed.requesterName), email: orNull(typed.requesterEmail) },
  comments: orNull(typed.comment) ? [{ type: typed.commentKind, body: typed.comment }] : [],
})

/** On the first board and company that the settings send, so that the comment is what the ticket is about. */
export function typedServiceTicket(typed: TypedTicket, relationship: Relationship): ServiceTicket {
  const { settings } = relationship
  const reverse = 'reverseSync' in settings && settings.reverseSync.enabled ? settings.reverseSync : null
  const [board] = boardsSentFrom(relationship)
  const company = reverse?.filter.companies[0] ?? settings.company
  return {
    id: Number(typed.key),
    summary: typed.summary,
    board: board ? { id: board.id, name: board.name } : null,
    company: company ? { id: company.id, name: company.name } : null,
    contact: null,
    notes: [
      ...(orNull(typed.description) ? [{ text: typed.description, detailDescriptionFlag: true }] : []),
      ...(orNull(typed.comment)
        ? [
            {
              text: typed.comment,
              detailDescriptionFlag: typed.commentKind === 'public',
              internalAnalysisFlag: typed.commentKind === 'internal',
              resolutionFlag: typed.commentKind === 'resolution',
            },
          ]
        : []),
    ],
  }
}

/** Adds a typed ticket to those typed before it. */
export function withTyped(before: Tickets, typed: TypedTicket, relationship: Relationship): Tickets {
  return before.flow === 'inbound'
    ? { flow: 'inbound', tickets: [...before.tickets, typedPartnerTicket(typed)] }
    : { flow: 'outbound', tickets: [...before.tickets, typedServiceTicket(typed, relationship)] }
}
