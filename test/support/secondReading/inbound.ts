// The second reading of the inbound rules: what becomes of a partner ticket, sets sorted so that order decides nothing.
import type { PartnerTicket } from '../../../shared/preview/sample/sample.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { blank, dirty, landingOn, tidy } from './facts.ts'
import { verdictsOf } from './findings.ts'
import { attachmentPart, notePart, timeEntryPart } from './inboundParts.ts'
import { shorten } from './ticketText.ts'

export type Item = {
  kind: string
  verdict: string
  reasons: string[]
  warnings: string[]
  audience: string[]
}
export type Reading = {
  verdict: string
  reasons: string[]
  warnings: string[]
  requests: unknown[]
  items: Item[]
}

export const set = (codes: readonly string[]): string[] => [...new Set(codes)].sort()

/** The body that creates the ticket: what is blank is left out. */
function ticketBody(relationship: Relationship, ticket: PartnerTicket): Record<string, unknown> {
  const { settings } = relationship
  const { board } = landingOn(relationship)
  const title = tidy(ticket.summary)
  const email = tidy(ticket.requester?.email)
  const description = tidy(ticket.description)
  const first = shorten(title, 100)
  const text = title.length > 100 ? (blank(description) ? title : `${title}\n\n${description}`) : description
  const values: Record<string, unknown> = {
    summary: blank(first) ? shorten(title.trimStart(), 100) : first,
    company: settings.company && { id: settings.company.id },
    board: board && { id: board.id },
    status: settings.status && { id: settings.status.id },
    priority: settings.priority && { id: settings.priority.id },
    source: settings.source && { id: settings.source.id },
    owner: settings.owner && { id: settings.owner.id },
    contactName: shorten(tidy(ticket.requester?.name), 62),
    contactEmailAddress: email.length > 250 ? '' : email,
    externalXRef: shorten(tidy(ticket.key), 100),
    initialDescription: text,
  }
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(typeof value === 'string' && blank(value)),
    ),
  )
}

/** What is said of a ticket's own texts. */
function warningsOf({ key, summary, description, requester }: PartnerTicket): string[] {
  const title = tidy(summary)
  const email = tidy(requester?.email)
  const isDirty =
    [key, summary, description, requester?.name].some(dirty) ||
    (email.length <= 250 && dirty(requester?.email))
  return [
    ...(!blank(title) && title.length > 100 ? ['summary-truncated'] : []),
    ...(email.length > 250 ? ['contact-email-omitted'] : []),
    ...(isDirty ? ['text-cleaned'] : []),
  ]
}

export function readInbound(
  relationship: Relationship,
  given: Snapshot | null,
  ticket: PartnerTicket,
): Reading {
  const { settings } = relationship
  const { field } = landingOn(relationship)
  const notOfTicket = ['status-blocks-time', 'default-board-not-selected']
  const refused = [
    ...(blank(ticket.summary) ? ['summary-missing'] : []),
    ...verdictsOf(relationship, given)
      .errors('company', field, 'status', 'priority', 'source', 'owner')
      .filter((code) => !notOfTicket.includes(code)),
  ]
  const parts = [
    ...(ticket.comments ?? []).map((comment) => notePart(settings, comment)),
    ...(ticket.attachments ?? []).map((attachment) => attachmentPart(settings, attachment)),
    ...(ticket.timeEntries ?? []).map((entry) => timeEntryPart(relationship, given, entry)),
  ].map(({ kind, own: ofPart, warnings, audience, request }) => {
    const why = ofPart.length > 0 ? ofPart : refused
    const item: Item = {
      kind,
      verdict: why.length > 0 ? 'stay' : 'send',
      reasons: set(why),
      warnings: set(refused.length > 0 ? [] : warnings),
      audience,
    }
    return { item, request: why.length > 0 ? null : request() }
  })
  const reasons = set([
    ...refused,
    ...parts.flatMap(({ item }) =>
      item.kind === 'timeEntry' && settings.timeEntries.sync ? item.reasons : [],
    ),
  ])
  const create = { method: 'POST', path: '/service/tickets', body: ticketBody(relationship, ticket) }
  return {
    verdict: reasons.length === 0 ? 'create' : 'fail',
    reasons,
    warnings: set([...warningsOf(ticket), ...parts.flatMap(({ item }) => item.warnings)]),
    requests:
      refused.length > 0
        ? []
        : [create, ...parts.flatMap(({ request }) => (request === null ? [] : [request]))],
    items: parts.map(({ item }) => item),
  }
}
