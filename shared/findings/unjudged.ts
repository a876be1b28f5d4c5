// Says what could not be judged because reference data is missing or was not read to the end.
import { collectionLabels, type CollectionName } from '../reference/collectionNames.ts'
import type { Reference } from '../reference/lookup.ts'

/** What stays unknown without a collection. */
const consequences: Record<CollectionName, string> = {
  companies: 'the company is not judged',
  boards: 'boards are not judged',
  statuses: 'statuses are not judged',
  priorities: 'priorities are not judged',
  sources: 'the source is not judged',
  members: 'the owner and the default member are not judged',
  workRoles: 'the default work role is not judged',
  customFields: 'the field based filter is not judged',
  companyStatuses: 'an inactive company is not noticed',
}

const collections = Object.keys(consequences) as CollectionName[]

/** One sentence per collection that is absent or partial; nothing without a snapshot, which is a finding of its own. */
export const unjudged = (reference: Reference | null): string[] =>
  reference === null
    ? []
    : collections
        .filter((name) => reference[name] === undefined)
        .map((name) => `${collectionLabels[name]} were not read completely, so ${consequences[name]}.`)
