// Which ticket is which: by the partner's key, else by the title; where more than one may be meant, none is taken.
import type { ServiceTicket } from '../sample/sample.ts'
import { foldSummary } from './foldText.ts'

/** What a row of the sample goes by on the other side; blank where the ticket would carry none. */
export type WantedTicket = { xref: string; summary: string }

/** `tickets` are all that may be it: none is missing, one is it unless another row claims it as well. */
export type TicketMatch = {
  ticket: ServiceTicket | null
  ambiguous: boolean
  tickets: readonly ServiceTicket[]
}

const group = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = Map.groupBy(items, nameOf)
  groups.delete('')
  return groups
}

/** Every ticket of some lists. Rows of one key share one list: thousands of them would make millions of tickets. */
export const ticketsIn = (lists: readonly (readonly ServiceTicket[])[]): ReadonlySet<ServiceTicket> =>
  new Set([...new Set(lists)].flat())

/** Matches every row; each ticket is taken once. */
export function matchTickets(rows: readonly WantedTicket[], actual: readonly ServiceTicket[]): TicketMatch[] {
  const byXref = group(actual, ({ externalXRef }) => externalXRef?.trim() ?? '')
  const xrefs = group(rows, ({ xref }) => xref.trim())
  const found = rows.map(({ xref }) => byXref.get(xref.trim()) ?? [])

  const taken = ticketsIn(found)
  const left = actual.filter((ticket) => !taken.has(ticket))
  const open = rows.filter((_, index) => found[index]?.length === 0)
  const bySummary = group(left, ({ summary }) => foldSummary(summary))
  const summaries = group(open, ({ summary }) => foldSummary(summary))

  return rows.map(({ xref, summary }, index) => {
    const named = found[index] ?? []
    const tickets = named.length > 0 ? named : (bySummary.get(foldSummary(summary)) ?? [])
    const claims = named.length > 0 ? xrefs.get(xref.trim()) : summaries.get(foldSummary(summary))
    const twice = tickets.length > 1 || (tickets.length === 1 && (claims?.length ?? 0) > 1)
    return { ticket: twice ? null : (tickets[0] ?? null), ambiguous: twice, tickets }
  })
}
