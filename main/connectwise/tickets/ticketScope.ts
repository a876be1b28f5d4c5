// Which tickets a reading is about, as conditions for ConnectWise and once more for what it answers.
import { parseTime } from '../../../shared/preview/rules/parseTime.ts'
import type { ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import {
  allOf,
  quotedText,
  whereAfter,
  whereEquals,
  whereOneOf,
  whereOneOfTexts,
} from '../transport/conditions.ts'

export type TicketScope = {
  /** Ids of the boards to read; none reads all boards. */
  boards: readonly number[]
  /** Only these tickets, whatever their boards. */
  ids?: readonly number[] | undefined
  /** Only tickets that carry one of these references of another system, whatever their boards. */
  xrefs?: readonly string[] | undefined
  /** Only tickets changed at or after this time (ISO 8601), null for all. */
  since: string | null
}

/** Asked for a day earlier and compared again here: some sites read times in conditions in their own zone. */
const margin = 86_400_000

const startOf = ({ since }: TicketScope): number | null => parseTime(since)
const xrefOf = ({ externalXRef }: ServiceTicket): string => externalXRef?.trim() ?? ''

/** The service endpoint has returned project tickets as well (django-connectwise). */
export function conditionsOf(scope: TicketScope): string | undefined {
  const start = startOf(scope)
  return allOf(
    whereEquals('recordType', 'ServiceTicket'),
    scope.boards.length > 0 ? whereOneOf('board/id', scope.boards) : undefined,
    scope.ids && whereOneOf('id', scope.ids),
    scope.xrefs && whereOneOfTexts('externalXRef', scope.xrefs),
    start === null ? undefined : whereAfter('lastUpdated', new Date(start - margin)),
  )
}

/** The same scope once more: servers round times, and some filters are ours alone. A ticket without a time counts as changed. */
export function isInScope(ticket: ServiceTicket, scope: TicketScope): boolean {
  const { boards, ids, xrefs } = scope
  const start = startOf(scope)
  const changed = parseTime(ticket._info?.lastUpdated)
  const board = ticket.board?.id
  return (
    (ticket.recordType ?? 'ServiceTicket') === 'ServiceTicket' &&
    (ids === undefined || ids.includes(ticket.id)) &&
    (xrefs === undefined || xrefs.includes(xrefOf(ticket))) &&
    (boards.length === 0 || (board !== undefined && boards.includes(board))) &&
    (start === null || changed === null || changed >= start)
  )
}

/** As many signs of an address name tickets: with the rest it stays below 2000, so that reading stays a GET. */
const namedAtOnce = 1200

/** Parts of what a condition names, each short enough for an address. */
function inParts<Name>(names: readonly Name[], lengthOf: (name: Name) => number): Name[][] {
  const parts: Name[][] = []
  let room = 0
  for (const name of names) {
    const length = lengthOf(name) + 3
    if (room < length) {
      parts.push([])
      room = namedAtOnce
    }
    room -= length
    parts.at(-1)?.push(name)
  }
  return parts
}

/** A scope that names tickets as several, each for one address. */
export const byIds = (scope: TicketScope, ids: readonly number[]): TicketScope[] =>
  inParts(ids, (id) => String(id).length).map((part) => ({ ...scope, ids: part }))

/** Tickets with these references that are not among those read, on any board. */
export function byXrefs(xrefs: readonly string[], read: Iterable<ServiceTicket>): TicketScope[] {
  const met = new Set([...read].map(xrefOf))
  const left = [...new Set(xrefs.map((xref) => xref.trim()))].filter((xref) => xref !== '' && !met.has(xref))
  return inParts(left, (xref) => encodeURIComponent(quotedText(xref).toWellFormed()).length).map((part) => ({
    boards: [],
    xrefs: part,
    since: null,
  }))
}
