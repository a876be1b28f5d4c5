// One ticket of the sample library: what it shows, beside the ticket itself.

/** A ticket and, in one line, what it is there to show. */
export type LibraryTicket<Ticket> = { key: string; purpose: string; ticket: Ticket }
