// The draft beside earlier settings, over a sample of either flow, and which tickets it makes a difference to.
import { type Comparison, comparePreviews } from '../../../shared/preview/compare.ts'
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { Prepared } from '../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import type { Entry } from './entries.ts'
import type { JudgedWith } from './judgingSession.ts'

/** Compares `size` tickets from a place on. */
type Comparer = (from: number, size: number) => Comparison

const over =
  <Ticket>(before: Prepared<Ticket>, after: Prepared<Ticket>, tickets: readonly Ticket[]): Comparer =>
  (from, size) =>
    comparePreviews(before, after, tickets.slice(from, from + size))

/** Prepares the comparison of `earlier` settings with those of the draft over the same sample and reference data. */
export function createComparer(data: Tickets, draft: JudgedWith, earlier: Relationship): Comparer {
  const before = { ...draft, relationship: earlier }
  return data.flow === 'inbound'
    ? over(prepareInbound(before), prepareInbound(draft), data.tickets)
    : over(prepareOutbound(before), prepareOutbound(draft), data.tickets)
}

/** The comparison of the whole sample at once. */
export const compareWith = (data: Tickets, draft: JudgedWith, earlier: Relationship): Comparison =>
  createComparer(data, draft, earlier)(0, data.tickets.length)

/** The parts of one ticket that newly go along, by their place among its items. */
export const newParts = ({ parts }: Comparison, key: string): ReadonlySet<number> =>
  new Set(parts.flatMap((part) => (part.key === key && part.verdict === 'send' ? [part.item] : [])))

/** The positions of the changed tickets in the sample. */
export const changedPositions = (
  entries: readonly Entry[],
  changes: ReadonlyMap<string, string>,
): ReadonlySet<number> => new Set(entries.flatMap(({ key }, index) => (changes.has(key) ? [index] : [])))
