// What is known of the list behind a picker: how old it is, why there is none, and whether a chosen company is still in it.
import type { CollectionName } from '../../shared/reference/collectionNames.ts'
import { isInactiveStatus } from '../../shared/reference/collections.ts'
import type { Ref } from '../../shared/relationship/relationship.ts'
import { isRenamed, type ListState } from '../pickers/pickersFront.ts'
import type { ReferenceData } from './useReferenceData.ts'

/** How old the list behind a picker is, and what to say where there is none. */
export function listState({ view, loading }: ReferenceData, collection: CollectionName): ListState {
  const read = view !== null && view.counts[collection] !== undefined
  return {
    asOf: read ? view.fetchedAt : null,
    partial: view?.partial.includes(collection) ?? false,
    missing: loading
      ? 'Loading the list.'
      : view
        ? 'ConnectWise did not let this list be read.'
        : 'Nothing was read from ConnectWise yet. Refresh reads the lists.',
  }
}

/** Why a chosen company is not what is offered any more; null when it is, or when the list cannot tell. */
export function companyTrouble(data: ReferenceData, chosen: Ref | null): string | null {
  const companies = data.reference?.companies
  if (chosen === null || !companies) return null
  const row = companies.get(chosen.id)
  if (!row) return 'Not in the list'
  if (row.deletedFlag) return 'Deleted'
  const status = row.status ? data.reference?.companyStatuses?.get(row.status.id) : undefined
  if (isInactiveStatus(status)) return status?.name ?? 'Inactive'
  return isRenamed(chosen.name, row.name ? [row.name] : []) ? 'Renamed' : null
}
