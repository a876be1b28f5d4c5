// What becomes of a part of a ticket: a note, an attachment, a time entry.
import type { PreviewItem } from '../result/previewResult.ts'

/** A part stays for its own reasons, else for those of a ticket that does not go itself. */
export function partVerdict(
  own: PreviewItem['reasons'],
  ofTicket: PreviewItem['reasons'],
): Pick<PreviewItem, 'verdict' | 'reasons'> {
  const reasons = own.length > 0 ? own : ofTicket
  return { verdict: reasons.length === 0 ? 'send' : 'stay', reasons }
}
