// Says what could not be judged because reference data is missing or was not read to the end.
import { collectionLabels, type CollectionName } from '../reference/collectionNames.ts'
import type { Reference } from '../reference/lookup.ts'
import { quote } from './rule.ts'

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

const boardsShown = 3

/** The boards whose statuses may not be read, by name. */
function boardsInWords({ unreadBoards, boards }: Reference): string {
  const names = [...unreadBoards].slice(0, boardsShown).map((id) => quote(boards?.get(id)?.name, id))
  const more = unreadBoards.size - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** One sentence per collection that is absent or partial; nothing without a snapshot, which is a finding of its own. */
export function unjudged(reference: Reference | null): string[] {
  if (reference === null) return []
  const sentences = collections.flatMap((name) => {
    if (reference[name] === undefined)
      return [`${collectionLabels[name]} were not read, so ${consequences[name]}.`]
    return reference.partial.has(name)
      ? [`${collectionLabels[name]} were not read completely: what is missing there may exist all the same.`]
      : []
  })
  return reference.unreadBoards.size === 0
    ? sentences
    : [
        ...sentences,
        `The statuses of ${boardsInWords(reference)} may not be read: what is missing there may exist all the same.`,
      ]
}
