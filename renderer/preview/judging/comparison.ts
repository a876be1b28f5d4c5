// The draft beside the saved revision, for whichever flow the sample belongs to, and what each ticket has to say of it.
import { type Comparison, comparePreviews } from '../../../shared/preview/compare.ts'
import { prepareInbound } from '../../../shared/preview/rules/inbound.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import type { Flow, Prepared } from '../../../shared/preview/result/previewResult.ts'
import { verdictWords } from '../../../shared/preview/words/previewWords.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import type { Entry } from './entries.ts'
import { countText } from './groups.ts'
import type { Settings } from './judgingSession.ts'

/** Compares `size` tickets from a place on. */
type Comparer = (from: number, size: number) => Comparison

const over =
  <Ticket>(before: Prepared<Ticket>, after: Prepared<Ticket>, tickets: readonly Ticket[]): Comparer =>
  (from, size) =>
    comparePreviews(before, after, tickets.slice(from, from + size))

/** Prepares the comparison of `saved` with the settings of the draft over the same sample and reference data. */
export function createComparer(data: Tickets, draft: Settings, saved: Relationship): Comparer {
  const before = { ...draft, relationship: saved }
  return data.flow === 'inbound'
    ? over(prepareInbound(before), prepareInbound(draft), data.tickets)
    : over(prepareOutbound(before), prepareOutbound(draft), data.tickets)
}

/** The comparison of the whole sample at once. */
export const compareWith = (data: Tickets, draft: Settings, saved: Relationship): Comparison =>
  createComparer(data, draft, saved)(0, data.tickets.length)

const plural = (count: number, one: string, many: string): string =>
  `${countText(count)} ${count === 1 ? one : many}`

/** What happens to a part that newly goes along, from where the reader sits. */
export const going: Record<Flow, string> = { inbound: 'newly arrive', outbound: 'newly leave' }

/** What each changed ticket has to say, by its key: "was Skip", "2 parts would newly leave". */
export function changesByKey({ verdicts, newlySent }: Comparison, flow: Flow): ReadonlyMap<string, string> {
  const parts = new Map<string, number>()
  for (const { key } of newlySent) parts.set(key, (parts.get(key) ?? 0) + 1)
  const before = new Map(verdicts.map((change) => [change.key, change.before]))
  return new Map(
    [...new Set([...before.keys(), ...parts.keys()])].map((key) => {
      const verdict = before.get(key)
      const count = parts.get(key) ?? 0
      const said = [
        ...(verdict ? [`was ${verdictWords[verdict].short}`] : []),
        ...(count > 0 ? [`${plural(count, 'part', 'parts')} would ${going[flow]}`] : []),
      ]
      return [key, said.join(', ')]
    }),
  )
}

/** The parts of one ticket that newly go along, by their place among its items. */
export const newParts = ({ newlySent }: Comparison, key: string): ReadonlySet<number> =>
  new Set(newlySent.flatMap((part) => (part.key === key ? [part.item] : [])))

/** The whole comparison in one sentence. */
export function comparisonText({ verdicts, newlySent }: Comparison, flow: Flow): string {
  if (verdicts.length === 0 && newlySent.length === 0)
    return 'The unsaved changes make no difference to this sample.'
  const notes = newlySent.filter(({ kind }) => kind === 'note').length
  const others = newlySent.length - notes
  const said = [
    verdicts.length === 0
      ? 'no ticket changes verdict'
      : `${plural(verdicts.length, 'ticket changes', 'tickets change')} verdict`,
    ...(notes > 0 ? [`${plural(notes, 'note', 'notes')} would ${going[flow]}`] : []),
    ...(others > 0
      ? [`${plural(others, 'attachment or time entry', 'attachments or time entries')} would ${going[flow]}`]
      : []),
  ]
  return `Against the saved revision: ${said.join(', ')}.`
}

/** The positions of the changed tickets in the sample. */
export const changedPositions = (
  entries: readonly Entry[],
  changes: ReadonlyMap<string, string>,
): ReadonlySet<number> => new Set(entries.flatMap(({ key }, index) => (changes.has(key) ? [index] : [])))
