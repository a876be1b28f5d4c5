// The review of a replacement in words and numbers: what each row becomes, how high it is, which filter shows it.
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import { countOf } from '../../shared/text/counts.ts'

export type ReviewFilter = 'all' | 'becomeReady' | 'newFindings' | 'leftOut'

/** A row that would lose its status, or has unsaved changes, waits for a decision. */
export const isOnByDefault = ({ lost, unsaved }: ReviewRow): boolean => lost.length === 0 && !unsaved

const passes: Record<ReviewFilter, (row: ReviewRow, on: boolean) => boolean> = {
  all: () => true,
  becomeReady: ({ before, after }) => !before.ready && after.ready,
  newFindings: ({ news }) => news.length > 0,
  leftOut: (_row, on) => !on,
}

const titles: Record<ReviewFilter, string> = {
  all: 'All',
  becomeReady: 'Become Ready',
  newFindings: 'New findings',
  leftOut: 'Left out',
}

export const rowsOf = (rows: readonly ReviewRow[], filter: ReviewFilter, chosen: ReadonlySet<string>) =>
  rows.filter((row) => passes[filter](row, chosen.has(row.id)))

/** The filters with their counts. */
export const reviewFilters = (rows: readonly ReviewRow[], chosen: ReadonlySet<string>) =>
  (['all', 'becomeReady', 'newFindings', 'leftOut'] as const).map((filter) => ({
    value: filter,
    label: `${titles[filter]} ${rowsOf(rows, filter, chosen).length}`,
  }))

const line = 18

/** What is said of a row: why it waits first, then what is new. */
export const saidOf = ({ lost, news, unsaved }: ReviewRow): readonly string[] =>
  unsaved ? ['Has unsaved changes, so it is left out.'] : [...lost, ...news]

/** In pixels: a line for each changed field; the name and what is said take two. */
export const heightOf = ({ changes }: ReviewRow): number => 8 + line * Math.max(changes.length, 2)

/** "2 errors · 1 warning", "none" */
export function countWords({ errors, warnings }: ReviewRow['before']): string {
  const parts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ]
  return parts.join(' · ') || 'none'
}
