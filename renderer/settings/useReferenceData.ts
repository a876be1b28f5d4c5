// The reference data a form works on: the small collections whole, of the companies just those the draft names.
import { useMemo } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ReferenceView } from '../../shared/ipc/referenceCalls.ts'
import type { Collections, Snapshot } from '../../shared/reference/collections.ts'
import { indexReference, type Reference } from '../../shared/reference/lookup.ts'
import type { SettingsDraft } from '../../shared/relationship/draft.ts'
import { useCompanies, useReference } from '../state/queries.ts'

export type ReferenceData = {
  /** null when nothing was read yet, or while it is loading. */
  view: ReferenceView | null
  loading: boolean
  collections: Collections
  /** The same data indexed for findings and preview; null without a snapshot. */
  reference: Reference | null
}

const none: Collections = {}

/** The ids of every company the draft names, also behind gates. */
const companyIds = ({ company, reverseSync }: SettingsDraft): number[] =>
  [...new Set([company, ...reverseSync.filter.companies].flatMap((ref) => (ref ? [ref.id] : [])))].sort(
    (a, b) => a - b,
  )

export function useReferenceData(target: ApiTarget, settings: SettingsDraft): ReferenceData {
  const { data: view, isPending } = useReference(target)
  const companies = useCompanies(target, companyIds(settings))
  // Rows of an earlier set of ids would make the new company look unknown: until they arrive nothing is judged.
  const rows = companies.isPlaceholderData ? undefined : companies.data

  return useMemo(() => {
    if (!view) return { view: null, loading: isPending, collections: none, reference: null }
    const read = view.counts.companies !== undefined
    const collections: Collections = { ...view.collections, ...(read && rows ? { companies: rows } : {}) }
    const snapshot: Snapshot = {
      kind: 'syncwright.reference',
      version: 1,
      connection: view.connection,
      fetchedAt: view.fetchedAt,
      collections,
      partial: view.partial,
      unreadBoards: view.unreadBoards,
    }
    return { view, loading: false, collections, reference: indexReference(snapshot) }
  }, [view, rows, isPending])
}
