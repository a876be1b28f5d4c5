// The parts of a ticket by who would read them; what stays stands apart.
import type { Audience, PreviewItem } from '../../../shared/preview/result/previewResult.ts'

export type Readers = {
  audience: Audience
  /** Parts whose widest audience this is; each with the others who read it too. */
  parts: readonly { item: PreviewItem; also: readonly Audience[] }[]
}

// The customer reads most of what leaves the house; an invoice leaves it too; staff is everyone's own.
const widest: readonly Audience[] = ['customer', 'invoice', 'staff']
const shown: readonly Audience[] = ['customer', 'staff', 'invoice']

const widestOf = ({ audience }: PreviewItem): Audience =>
  widest.find((each) => audience.includes(each)) ?? 'staff'

/** The parts that go along, per audience in the order customer, staff, invoice; every audience is listed. */
export const readersOf = (items: readonly PreviewItem[]): Readers[] => {
  const sent = items.filter(({ verdict }) => verdict === 'send')
  return shown.map((audience) => ({
    audience,
    parts: sent
      .filter((item) => widestOf(item) === audience)
      .map((item) => ({ item, also: item.audience.filter((other) => other !== audience) })),
  }))
}

/** The parts that stay, in the order of the ticket. */
export const stayingItems = (items: readonly PreviewItem[]): PreviewItem[] =>
  items.filter(({ verdict }) => verdict === 'stay')
