// Says what could not be judged because reference data is missing or was not read to the end.
import { collectionNames, collectionWords } from '../reference/collectionNames.ts'
import type { Reference } from '../reference/lookup.ts'
import { quoteName } from './rule.ts'

const boardsShown = 3

/** The boards whose statuses may not be read, by name. */
function boardsInWords({ unreadBoards, boards }: Reference): string {
  const names = [...unreadBoards].slice(0, boardsShown).map((id) => quoteName(boards?.get(id)?.name, id))
  const more = unreadBoards.size - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** One sentence per collection that is absent or partial; nothing without a snapshot, which is a finding of its own. */
export function unjudgedCollections(reference: Reference | null): string[] {
  if (reference === null) return []
  const sentences = collectionNames.flatMap((name) => {
    if (reference[name] === undefined)
      return [`${collectionWords[name].label} were not read, so ${collectionWords[name].unjudged}.`]
    return reference.partial.has(name)
      ? [
          `${collectionWords[name].label} were not read completely: what is missing there may exist all the same.`,
        ]
      : []
  })
  return reference.unreadBoards.size === 0
    ? sentences
    : [
        ...sentences,
        `The statuses of ${boardsInWords(reference)} may not be read: what is missing there may exist all the same.`,
      ]
}
