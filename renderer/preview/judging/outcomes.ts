// The judgements of a whole sample in little memory: each distinct outcome once, and per ticket which one it is.
import type { Judgement } from '../../../shared/preview/result/previewResult.ts'

export type TicketOutcome = Omit<Judgement, 'key'>

export type Outcomes = {
  /** Every distinct outcome of the sample, in the order of its first ticket. */
  table: readonly TicketOutcome[]
  /** Per ticket of the sample the position of its outcome in `table`. */
  of: Uint32Array
}

/** Judges every ticket, in the order of the sample. */
export function judgeAll<Ticket>(judge: (ticket: Ticket) => Judgement, tickets: readonly Ticket[]): Outcomes {
  const table: TicketOutcome[] = []
  const positions = new Map<string, number>()
  const of = new Uint32Array(tickets.length)
  for (const [index, ticket] of tickets.entries()) {
    const { verdict, reasons, warnings } = judge(ticket)
    const name = `${verdict} ${reasons.join()} ${warnings.join()}`
    const known = positions.get(name)
    if (known === undefined) {
      positions.set(name, table.length)
      of[index] = table.push({ verdict, reasons, warnings }) - 1
    } else of[index] = known
  }
  return { table, of }
}

/** The outcome of the ticket at `index`. */
export const outcomeAt = ({ table, of }: Outcomes, index: number): TicketOutcome | undefined =>
  table[of[index] ?? -1]

/** How many tickets have each outcome of the table. */
export function countOutcomes({ table, of }: Outcomes): number[] {
  const counts = table.map(() => 0)
  for (const position of of) counts[position] = (counts[position] ?? 0) + 1
  return counts
}
