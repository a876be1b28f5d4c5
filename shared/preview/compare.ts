// The draft against what is saved: which tickets change their verdict, and which notes would newly leave the house.
import type { Audience, Judgement, Prepared, PreviewItem, PreviewRow } from './result/previewResult.ts'

/** A ticket whose verdict differs; reasons are those of the draft, or the saved ones where the draft has none. */
export type VerdictChange = {
  key: string
  before: Judgement['verdict']
  after: Judgement['verdict']
  reasons: Judgement['reasons']
}

/** A note, attachment or time entry that stays as saved and would be sent by the draft. */
export type NewlySent = {
  key: string
  /** Its place among the items of the ticket. */
  item: number
  kind: PreviewItem['kind']
  label: string
  audience: readonly Audience[]
}

export type Comparison = { verdicts: VerdictChange[]; newlySent: NewlySent[] }

/** Items of the same ticket stand at the same place in both rows: their order is the ticket's own. */
const newlySentOf = (before: PreviewRow, after: PreviewRow): NewlySent[] =>
  after.items.flatMap(({ kind, label, verdict, audience }, index) =>
    verdict === 'send' && before.items[index]?.verdict === 'stay'
      ? [{ key: after.key, item: index, kind, label, audience }]
      : [],
  )

/** Compares two settings over one sample, in the sample's order. Both must be prepared for the same flow. */
export function comparePreviews<Ticket>(
  saved: Prepared<Ticket>,
  draft: Prepared<Ticket>,
  tickets: readonly Ticket[],
): Comparison {
  const comparison: Comparison = { verdicts: [], newlySent: [] }
  for (const ticket of tickets) {
    const before = saved.row(ticket)
    const after = draft.row(ticket)
    if (before.verdict !== after.verdict) {
      const reasons = after.reasons.length > 0 ? after.reasons : before.reasons
      comparison.verdicts.push({ key: after.key, before: before.verdict, after: after.verdict, reasons })
    }
    comparison.newlySent.push(...newlySentOf(before, after))
  }
  return comparison
}
