// The values of a ticket beside those the preview said it would get.
import type { ServiceTicket } from '../sample/sample.ts'
import { parseTime } from '../rules/parseTime.ts'
import { foldSummary } from './foldText.ts'
import type { Difference, DifferenceCode } from './verifyResult.ts'

const codeOf = {
  board: 'board-differs',
  company: 'company-differs',
  status: 'status-differs',
  priority: 'priority-differs',
  source: 'source-differs',
  owner: 'owner-differs',
} as const satisfies Record<string, DifferenceCode>

export type TicketValue = keyof typeof codeOf
export const ticketValues = ['board', 'company', 'status', 'priority', 'source', 'owner'] as const

/** The name behind an id, where the reference data or the settings know it. */
export type NameOf = (value: TicketValue | 'member' | 'workRole', id: number) => string | null

type Named = { id?: number | null | undefined; name?: string | null | undefined }

/** `New (31)`, or the id alone where nobody knows the name. */
export function recordInWords(
  nameOf: NameOf,
  value: Parameters<NameOf>[0],
  { id, name }: Named,
): string | null {
  if (typeof id !== 'number') return name ?? null
  const known = name || nameOf(value, id)
  return known ? `${known} (${id})` : `#${id}`
}

/** The id of a reference inside a request's body. */
export const idAt = (body: Record<string, unknown>, member: string): number | undefined => {
  const value = body[member]
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : undefined
}

/** One value beside the wanted one; nothing where it is the same, or where none is wanted. */
export function valueDifference(
  value: TicketValue,
  wanted: number | undefined,
  ticket: ServiceTicket,
  nameOf: NameOf,
): Difference[] {
  const now = ticket[value]
  if (wanted === undefined || now?.id === wanted) return []
  return [
    {
      code: codeOf[value],
      item: null,
      expected: recordInWords(nameOf, value, { id: wanted }),
      actual: now ? recordInWords(nameOf, value, now) : null,
    },
  ]
}

/** Whether somebody other than its creator has changed the ticket since: what it holds now is not what it was created with. */
export function wasChanged({ _info }: ServiceTicket): boolean {
  const created = parseTime(_info?.dateEntered)
  const updated = parseTime(_info?.lastUpdated)
  if (created === null || updated === null || updated <= created) return false
  const { enteredBy, updatedBy } = _info ?? {}
  return !enteredBy || !updatedBy || enteredBy !== updatedBy
}

/** The values of a new ticket beside the body it was to be created with. */
export const valueDifferences = (
  body: Record<string, unknown>,
  ticket: ServiceTicket,
  nameOf: NameOf,
): Difference[] => ticketValues.flatMap((value) => valueDifference(value, idAt(body, value), ticket, nameOf))

export function summaryDifference(body: Record<string, unknown>, { summary }: ServiceTicket): Difference[] {
  const wanted = typeof body.summary === 'string' ? body.summary : ''
  return foldSummary(wanted) === foldSummary(summary)
    ? []
    : [{ code: 'summary-differs', item: null, expected: wanted, actual: summary ?? null }]
}
