// The review of one replacement: its rows as main judged them, and which of them are to be replaced.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordKey } from '../../shared/fleet/recordKey.ts'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { AppError } from '../../shared/result.ts'
import { problemOf, readingQuery } from '../state/queries.ts'
import { countOf } from '../ui/words/counts.ts'
import { isOnByDefault } from './reviewRows.ts'

const none: readonly ReviewRow[] = []

export type ReplaceReview = {
  rows: readonly ReviewRow[]
  chosen: ReadonlySet<string>
  choose: (ids: readonly string[], on: boolean) => void
  /** "11 relationships, 14 fields" */
  summary: string
  error: AppError | null
}

export function useReview(
  connectionId: string,
  { collection, id }: RecordKey,
  withId: number | null,
): ReplaceReview {
  const { data, error } = useQuery({
    ...readingQuery('fleet:review', { connectionId, record: { collection, id }, withId: withId ?? 0 }),
    enabled: withId !== null,
  })
  const rows = data ?? none
  /** What a person decided, by relationship; the rest stays as it came. */
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map())
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
    summary: data ? `${countOf(chosen.size, 'relationship')}, ${countOf(fields, 'field')}` : '',
    error: error && problemOf(error),
  }
}
