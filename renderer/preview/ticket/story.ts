// One ticket in sentences and facts: what would happen to it, and what its own values would become.
import type { PreviewRequest } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { landingOf } from '../../../shared/preview/rules/landing.ts'
import { relativeTime } from '../../ui/words/time.ts'
import { type Names, referredId } from './requests/recordNames.ts'
import type { Detail } from '../judging/judgingSession.ts'
import { countOf } from '../../../shared/text/counts.ts'

/** A piece of a sentence; strong ones are names. */
export type Piece = { text: string; strong: boolean }

/** `from` becomes `to`: how one value of the ticket arrives; `to` is null where it only is what it is. */
export type Fact = { from: string; to: string | null; value: string; note: string; warn: boolean }

const say = (text: string): Piece => ({ text, strong: false })
const name = (text: string): Piece => ({ text, strong: true })

/** "5 requests, 2 of 6 parts stay behind." */
function partsText({ items, requests }: Detail['row']): string {
  const staying = items.filter(({ verdict }) => verdict === 'stay').length
  const parts =
    staying === 0
      ? `${countOf(items.length, 'part')}, nothing stays behind`
      : `${staying} of ${countOf(items.length, 'part')} ${staying === 1 ? 'stays' : 'stay'} behind`
  const said = [
    ...(requests.length > 0 ? [countOf(requests.length, 'request')] : []),
    ...(items.length > 0 ? [parts] : []),
  ]
  return said.length > 0
    ? ` ${said.join(', ')}${items.length === 0 ? '; no notes, attachments or time entries' : ''}.`
    : ' It has no notes, attachments or time entries.'
}

/** What would become of the ticket, in one or two sentences. */
export function storyOf({ row }: Detail, relationship: Relationship, names: Names): Piece[] {
  switch (row.verdict) {
    case 'create': {
      const { board, status, owner } = landingOf(relationship)
      const boardName = board && names('boards', board.id)?.name
      return [
        say('Would be created on '),
        name(boardName ?? 'the board'),
        ...(status ? [say(' as '), name(names('statuses', status.id)?.name ?? status.name)] : []),
        ...(owner ? [say(', owner '), name(names('members', owner.id)?.name ?? owner.name)] : []),
        say('.'),
        say(partsText(row)),
      ]
    }
    case 'fail':
      return [
        say(
          row.requests.length === 0
            ? 'ConnectWise would refuse this ticket, so none of its parts would arrive.'
            : 'ConnectWise would take the ticket and refuse a part of it.',
        ),
      ]
    case 'send':
      return [
        say('Would be sent to '),
        name(relationship.partner || 'the partner'),
        say('.'),
        say(partsText(row)),
      ]
    case 'skip':
      return [say('Would not be sent to '), name(relationship.partner || 'the partner'), say('.')]
  }
}

const textAt = (body: Record<string, unknown>, member: string): string =>
  typeof body[member] === 'string' ? body[member] : ''

const bodyOf = (request: PreviewRequest | undefined): Record<string, unknown> | null =>
  request?.method === 'POST' && 'body' in request ? request.body : null

const quoted = (what: string, value: string | null | undefined): string =>
  value ? `${what} “${value}”` : what

/** What the partner's values would become; nothing when no ticket would be created. */
export function inboundFacts(
  ticket: PartnerTicket,
  requests: readonly PreviewRequest[],
  names: Names,
): Fact[] {
  const body = bodyOf(requests[0])
  if (!body) return []
  const named = (kind: 'statuses' | 'priorities', member: string) => {
    const id = referredId(body[member])
    return id === null ? null : (names(kind, id) ?? { name: `#${id}`, inactive: false })
  }
  const status = named('statuses', 'status')
  const priority = named('priorities', 'priority')
  const summary = textAt(body, 'summary')
  const length = ticket.summary?.length ?? 0
  const contact = [textAt(body, 'contactName'), textAt(body, 'contactEmailAddress')]
    .filter(Boolean)
    .join(', ')
  const facts: (Fact | null)[] = [
    {
      from: 'Title',
      to: 'summary',
      value: summary,
      note: length > summary.length ? `Cut at ${summary.length} of ${length}` : '',
      warn: true,
    },
    status && {
      from: quoted('Status', ticket.status),
      to: 'status',
      value: status.name,
      note: status.inactive ? 'Inactive' : '',
      warn: status.inactive,
    },
    priority && {
      from: quoted('Priority', ticket.priority),
      to: 'priority',
      value: priority.name,
      note: '',
      warn: false,
    },
    contact
      ? { from: 'Requester', to: 'contact', value: contact, note: 'As given by the partner', warn: false }
      : null,
  ]
  return facts.filter((fact) => fact !== null)
}

const factOf = (from: string, value: string | null | undefined, off: boolean, note: string): Fact => ({
  from,
  to: null,
  value: value || 'none',
  note: off ? note : '',
  warn: off,
})

/** What a ConnectWise ticket is, and which of its values keep it back; changes the settings would make come last. */
export function outboundFacts(ticket: ServiceTicket, { row }: Detail, names: Names): Fact[] {
  const reasons: readonly string[] = row.reasons
  const changes = row.requests.flatMap((request) => (request.method === 'PATCH' ? request.body : []))
  const changed = (path: 'status' | 'priority'): string | null => {
    const id = changes.find((change) => change.path === path)?.value.id
    const kind = path === 'status' ? 'statuses' : 'priorities'
    return id === undefined ? null : (names(kind, id)?.name ?? `#${id}`)
  }
  const valueFact = (from: string, path: 'status' | 'priority', code: string): Fact => {
    const now = ticket[path]?.name
    const next = changed(path)
    return next === null
      ? factOf(from, now, reasons.includes(code), 'Filtered out')
      : { from: quoted(from, now), to: path, value: next, note: 'Changes', warn: false }
  }
  return [
    factOf('Board', ticket.board?.name, reasons.includes('board-not-selected'), 'Not selected'),
    factOf('Company', ticket.company?.name, reasons.includes('company-mismatch'), 'Another company'),
    valueFact('Status', 'status', 'status-filtered'),
    valueFact('Priority', 'priority', 'priority-filtered'),
    factOf(
      'Last changed',
      ticket._info?.lastUpdated && relativeTime(ticket._info.lastUpdated),
      reasons.includes('not-changed-since-start'),
      'Before the start date',
    ),
    factOf('Closed', ticket.closedFlag === true ? 'yes, closures carry over' : 'no', false, ''),
  ]
}
