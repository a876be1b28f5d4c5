// What the list needs of a ticket: its key, its title, and both folded for the search.
import { fold } from '../../../shared/text/fold.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'

export type Entry = { key: string; title: string; text: string }

const entry = (key: string, summary: string | null | undefined): Entry => {
  const title = summary?.replace(/\s+/g, ' ').trim() || '(no title)'
  return { key, title, text: fold(`${key} ${title}`) }
}

/** One entry per ticket, in the order of the sample. */
export const entriesOf = (data: Tickets): Entry[] =>
  data.flow === 'inbound'
    ? data.tickets.map((ticket) => entry(ticket.key, ticket.summary))
    : data.tickets.map((ticket) => entry(String(ticket.id), ticket.summary))
