// One refresh as the page sees it: how far each collection is, whether ConnectWise asked to wait, how it ended.
import { formatCount } from '../../../shared/text/counts.ts'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import {
  type CollectionName,
  collectionWords,
  collectionNames,
} from '../../../shared/reference/collectionNames.ts'
import type { CallProgress } from '../../state/callProgress.ts'
import type { LongCall } from '../../state/longCall.ts'

export type RefreshRun = LongCall<'reference:refresh', ApiTarget>

export type CollectionRow = {
  name: CollectionName
  label: string
  /** "61,000 of 100,412", "12", "waiting" */
  amount: string
  /** Per cent, null while the total is not known. */
  value: number | null
  finished: boolean
}

/** Every collection with how far it is, in the order they are read. */
export const collectionRows = ({ collections }: CallProgress): CollectionRow[] =>
  collectionNames.map((name) => {
    const progress = collections[name]
    const row = { name, label: collectionWords[name].label }
    if (!progress) return { ...row, amount: 'waiting', value: 0, finished: false }
    const { done, total, finished } = progress
    if (finished) return { ...row, amount: formatCount(done), value: 100, finished }
    const amount = total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`
    return { ...row, amount, value: total ? Math.min((done / total) * 100, 100) : null, finished }
  })

/** How many collections are finished, of how many. */
export const finishedOf = ({ collections }: CallProgress): { done: number; total: number } => ({
  done: Object.values(collections).filter(({ finished }) => finished).length,
  total: collectionNames.length,
})

/** What is asked for and has not come yet, in one line: "companies, members", "companies, boards and 6 more". */
export function waitedFor({ collections }: CallProgress): string {
  const open = collectionNames
    .filter((name) => collections[name]?.finished === false)
    .map((name) => collectionWords[name].label.toLowerCase())
  if (open.length > 3) return `${open.slice(0, 2).join(', ')} and ${open.length - 2} more`
  return open.join(', ') || 'an answer'
}

/** How much of a partial collection was read: "61,000 of 100,412 companies were read." Who stops it is told of no failure. */
export function partialWords({ collections }: CallProgress, name: CollectionName, stopped = false): string {
  const progress = collections[name]
  const label = collectionWords[name].label
  if (!progress || progress.done === 0)
    return stopped ? `${label} were not read.` : `${label} could not be read.`
  const of = (progress.total ?? 0) > progress.done ? ` of ${formatCount(progress.total ?? 0)}` : ''
  return `${formatCount(progress.done)}${of} ${label.toLowerCase()} were read.`
}
