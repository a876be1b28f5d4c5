// The review of one replacement: its rows as main judged them, and which of them are to be replaced.
import { useQuery } from '@tanstack/react-query'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { RecordKey } from '../../shared/fleet/recordKey.ts'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { AppError } from '../../shared/result.ts'
import { problemOf, readingQuery } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { countOf } from '../../shared/text/counts.ts'
import { isOnByDefault } from './reviewRows.ts'

const none: readonly ReviewRow[] = []
const undecided: ReadonlyMap<string, boolean> = new Map()
/** By what is replaced with what: who opens a relationship to look and comes back finds them again. */
const decisions = windowState(undecided)

export type ReplaceReview = {
  rows: readonly ReviewRow[]
  chosen: ReadonlySet<string>
  choose: (ids: readonly string[], on: boolean) => void
  /** Once it is done. */
  forget: () => void
  /** "11 relationships, 14 fields" */
  summary: string
  error: AppError | null
}

export function useReview(
  target: ApiTarget,
  { collection, id }: RecordKey,
  withId: number | null,
  isBeingDone: boolean,
): ReplaceReview {
  const { data, error } = useQuery({
    ...readingQuery('fleet:review', { target, record: { collection, id }, withId: withId ?? 0 }),
    // What is being replaced was looked at; its review is not made anew for the moment in which the screen is left.
    enabled: withId !== null && !isBeingDone,
  })
  const rows = data ?? none
  /** What a person decided, by relationship; the rest stays as it came. */
  const [decided, setDecided] = useWindowState(decisions, JSON.stringify([target, collection, id, withId]))
  const chosen = new Set(
    rows.filter((row) => !row.unsaved && (decided.get(row.id) ?? isOnByDefault(row))).map((row) => row.id),
  )
  const fields = rows
    .filter((row) => chosen.has(row.id))
    .reduce((sum, { changes }) => sum + changes.length, 0)
  return {
    rows,
    chosen,
    choose: (ids, on) =>
      setDecided((before) => new Map([...before, ...ids.map((each) => [each, on] as const)])),
    forget: () => setDecided(undecided),
    summary: data ? `${countOf(chosen.size, 'relationship')}, ${countOf(fields, 'field')}` : '',
    error: error && problemOf(error),
  }
}
