// The draft against other settings: which tickets change their verdict, and which parts newly go along or newly stay.
import type { Audience, Judgement, Prepared, PreviewItem, PreviewRow } from './result/previewResult.ts'

/** A ticket whose verdict differs; reasons are those of the draft, or the earlier ones where the draft has none. */
export type VerdictChange = {
  key: string
  before: Judgement['verdict']
  after: Judgement['verdict']
  reasons: Judgement['reasons']
}

/** A note, attachment or time entry that fares otherwise under the draft; `verdict` is the draft's. */
export type PartChange = {
  key: string
  /** Its place among the items of the ticket. */
  item: number
  kind: PreviewItem['kind']
  label: string
  verdict: PreviewItem['verdict']
  /** Who reads it, or read it before it stayed. */
  audience: readonly Audience[]
}

export type Comparison = { verdicts: VerdictChange[]; parts: PartChange[] }

/** Items of the same ticket stand at the same place in both rows: their order is the ticket's own. */
const partsOf = (before: PreviewRow, after: PreviewRow): PartChange[] =>
  after.items.flatMap(({ kind, label, verdict, audience }, item) => {
    const old = before.items[item]
    if (!old || old.verdict === verdict) return []
    const readers = verdict === 'send' ? audience : old.audience
    return [{ key: after.key, item, kind, label, verdict, audience: readers }]
  })

/** Compares two settings over one sample, in the sample's order. Both must be prepared for the same flow. */
export function comparePreviews<Ticket>(
  earlier: Prepared<Ticket>,
  draft: Prepared<Ticket>,
  tickets: readonly Ticket[],
): Comparison {
  const comparison: Comparison = { verdicts: [], parts: [] }
  for (const ticket of tickets) {
    const before = earlier.row(ticket)
    const after = draft.row(ticket)
    if (before.verdict !== after.verdict) {
      const reasons = after.reasons.length > 0 ? after.reasons : before.reasons
      comparison.verdicts.push({ key: after.key, before: before.verdict, after: after.verdict, reasons })
    }
    comparison.parts.push(...partsOf(before, after))
  }
  return comparison
}
