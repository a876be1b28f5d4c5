// A list that changed while its pages were read holds a row twice: what is one record is compared once.
import type { ServiceTicket } from '../sample/sample.ts'

/** The later reading of a ticket counts. */
export const distinctTickets = (tickets: readonly ServiceTicket[]): readonly ServiceTicket[] => [
  ...new Map(tickets.map((ticket) => [ticket.id, ticket])).values(),
]

/** Parts only where all is the same: notes and the texts of time entries may share their numbers. */
export function distinctParts<Part extends { id?: number | null | undefined }>(
  parts: readonly Part[],
): Part[] {
  const seen = new Set<string>()
  return parts.filter((part) => {
    const whole = JSON.stringify(part)
    const isAgain = typeof part.id === 'number' && seen.has(whole)
    seen.add(whole)
    return !isAgain
  })
}
