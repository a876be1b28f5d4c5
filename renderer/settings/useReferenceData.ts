// The reference data a form works on: the small collections whole, of the companies just those the draft names.
import { useMemo, useState } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ReferenceView } from '../../shared/ipc/areas/referenceCalls.ts'
import type { Collections } from '../../shared/reference/collections.ts'
import { indexReference, type Reference } from '../../shared/reference/lookup.ts'
import { chosenInDraft } from '../../shared/relationship/chosenRecords.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { useCompanies, useReference } from '../state/queries.ts'

export type ReferenceData = {
  /** null when nothing was read yet, or while it is loading. */
  view: ReferenceView | null
  loading: boolean
  /** Companies are on their way: nothing is said of them yet. */
  lookingUp: boolean
  collections: Collections
  /** The same data indexed for findings and preview; null without a snapshot. */
  reference: Reference | null
}

const none: Collections = {}

/** The ids of every company the settings name, also behind gates. */
const companyIds = (draft: RelationshipDraft): number[] =>
  chosenInDraft(draft).flatMap(({ collection, id }) => (collection === 'companies' ? [id] : []))

/**
 * `compared`: what the draft is set beside, the saved revision. Companies that were named a moment ago stay looked up as
 * well: a ticket is judged as it was before the last change, and a row that was not asked for would pass for one that is gone.
 */
export function useReferenceData(
  target: ApiTarget,
  draft: RelationshipDraft,
  compared: RelationshipDraft,
): ReferenceData {
  const { data: view, isPending } = useReference(target)
  const [named, setNamed] = useState<readonly number[]>([])
  const ids = [...new Set([...named, ...companyIds(draft), ...companyIds(compared)])].sort((a, b) => a - b)
  if (ids.length > named.length) setNamed(ids)
  const companies = useCompanies(target, ids)
  // Rows of an earlier set of ids would make the new company look unknown: until they arrive nothing is judged.
  const rows = companies.isPlaceholderData ? undefined : companies.data

  const { isPending: unknown, isFetching } = companies
  const lookingUp = rows === undefined && isFetching

  return useMemo(() => {
    if (!view) return { view: null, loading: isPending, lookingUp, collections: none, reference: null }
    const read = view.counts.companies !== undefined
    const collections: Collections = { ...view.collections, ...(read && rows ? { companies: rows } : {}) }
    return { view, loading: unknown, lookingUp, collections, reference: indexView(view, collections) }
  }, [view, rows, isPending, unknown, lookingUp])
}

const indexView = (view: ReferenceView, collections: Collections): Reference => {
  const { connection, fetchedAt, partial, unreadBoards } = view
  return indexReference({
    kind: 'syncwright.reference',
    version: 1,
    connection,
    fetchedAt,
    collections,
    partial,
    unreadBoards,
  })
}

/** The small collections indexed, for what has to know them before there is a draft; null without a snapshot. */
export function useSmallLists(target: ApiTarget): Reference | null {
  const { data: view } = useReference(target)
  return useMemo(() => (view ? indexView(view, view.collections) : null), [view])
}
