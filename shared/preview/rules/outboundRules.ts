// Which ConnectWise tickets leave: every condition a ticket has to meet, told as reasons when it does not.
import type { Relationship, ReverseFilter } from '../../relationship/relationship.ts'
import type { CodeSet } from '../result/codeSet.ts'
import type { SkipReason } from '../result/previewResult.ts'
import type { ServiceTicket } from '../sample/sample.ts'
import { parseTime } from './parseTime.ts'

type Identified = { readonly id: number }

const idsOf = (refs: readonly Identified[]): ReadonlySet<number> => new Set(refs.map(({ id }) => id))

/** Null where an empty list filters nothing. */
const filterOf = (refs: readonly Identified[]): ReadonlySet<number> | null =>
  refs.length === 0 ? null : idsOf(refs)

/** Old releases call a service ticket `Ticket`. */
const serviceTypes: ReadonlySet<string> = new Set(['ServiceTicket', 'Ticket'])

const noFilter: ReverseFilter = { boards: [], companies: [], statuses: [], priorities: [] }

function isChecked({ customFields }: ServiceTicket, fieldId: number): boolean {
  for (const { id, value } of customFields ?? []) if (id === fieldId && value === true) return true
  return false
}

/** The boards, filters and companies that count for the role; null when nothing is sent in this direction. */
function scopeOf({ role, settings }: Relationship) {
  const company = settings.company ? [settings.company] : []
  if (role === 'source')
    return { filter: { ...noFilter, boards: settings.boards }, company, fieldFilter: null }
  const { reverseSync } = settings
  return reverseSync.enabled
    ? { filter: reverseSync.filter, company, fieldFilter: reverseSync.fieldFilter }
    : null
}

/**
 * Prepares the conditions: gives a ticket's reasons as a mask of `skips`, 0 when it is sent. `since` is an ISO 8601
 * time, inclusive; a ticket whose last change is not known counts as changed.
 */
export function prepareSkips(
  relationship: Relationship,
  since: string | null,
  skips: CodeSet<SkipReason>,
): (ticket: ServiceTicket) => number {
  const scope = scopeOf(relationship)
  const off = skips.bit('reverse-sync-off')
  if (scope === null) return () => off
  const notService = skips.bit('not-a-service-ticket')
  const otherBoard = skips.bit('board-not-selected')
  const otherCompany = skips.bit('company-mismatch')
  const unchanged = skips.bit('not-changed-since-start')
  const otherStatus = skips.bit('status-filtered')
  const otherPriority = skips.bit('priority-filtered')
  const fieldOff = skips.bit('field-filter-off')
  const boards = idsOf(scope.filter.boards)
  const companies = filterOf(scope.filter.companies) ?? idsOf(scope.company)
  const statuses = filterOf(scope.filter.statuses)
  const priorities = filterOf(scope.filter.priorities)
  const fieldId = scope.fieldFilter?.id
  const start = parseTime(since)

  const within = (ids: ReadonlySet<number>, ref: Identified | null | undefined): boolean =>
    ref !== null && ref !== undefined && ids.has(ref.id)
  const changed = (ticket: ServiceTicket): boolean =>
    start === null || (parseTime(ticket._info?.lastUpdated) ?? start) >= start

  return (ticket) =>
    (serviceTypes.has(ticket.recordType ?? 'ServiceTicket') ? 0 : notService) |
    (within(boards, ticket.board) ? 0 : otherBoard) |
    (within(companies, ticket.company) ? 0 : otherCompany) |
    (changed(ticket) ? 0 : unchanged) |
    (statuses === null || within(statuses, ticket.status) ? 0 : otherStatus) |
    (priorities === null || within(priorities, ticket.priority) ? 0 : otherPriority) |
    (fieldId === undefined || isChecked(ticket, fieldId) ? 0 : fieldOff)
}
