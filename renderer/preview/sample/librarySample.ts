// The sample library as a sample: what a preview runs on as long as nobody chose anything else.
import { sampleLibrary } from '../../../shared/preview/library/library.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { pageSample, type HeldSample } from '../judging/heldSample.ts'
import { boardsSentFrom } from '../../../shared/relationship/chosenRecords.ts'

/** Whether the settings say which tickets go out, so that made-up tickets can be fitted to them. */
const hasScope = (relationship: Relationship): boolean =>
  relationship.settings.company !== null && boardsSentFrom(relationship).length > 0

/**
 * What the library is fitted to: the saved settings, so that its tickets stay where they are while the form changes and
 * the change shows; the form itself while nothing usable is saved.
 */
export const libraryBase = (draft: Relationship, saved: Relationship | null): Relationship =>
  saved && saved.role === draft.role && hasScope(saved) ? saved : draft

/** The library of one flow; its entries know what they are there to show. */
export function heldLibrary(flow: Flow, base: Relationship, reference: Reference | null): HeldSample {
  const { inbound, outbound } = sampleLibrary(base, reference)
  const tickets = flow === 'inbound' ? inbound : outbound
  const data =
    flow === 'inbound'
      ? { flow, tickets: inbound.map(({ ticket }) => ticket) }
      : { flow, tickets: outbound.map(({ ticket }) => ticket) }
  return {
    ...pageSample(data, { kind: 'library' }),
    purposes: new Map(tickets.map(({ key, purpose }) => [key, purpose])),
  }
}
