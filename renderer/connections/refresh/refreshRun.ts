// One refresh as the page sees it: how far each collection is, whether ConnectWise asked to wait, how it ended.
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import type { RefreshResult } from '../../../shared/ipc/referenceCalls.ts'
import type { AppError } from '../../../shared/result.ts'
import {
  type CollectionName,
  collectionWords,
  collectionNames,
} from '../../../shared/reference/collectionNames.ts'

type CollectionProgress = { done: number; total: number | null; finished: boolean }

export type RefreshRun = {
  target: ApiTarget
  callId: string
  running: boolean
  /** Whether somebody asked it to stop. */
  stopped: boolean
  collections: Partial<Record<CollectionName, CollectionProgress>>
  /** When ConnectWise lets us go on (milliseconds since 1970), null while nothing holds us up. */
  waitUntil: number | null
  result: RefreshResult | null
  error: AppError | null
}

/** A refresh that has just begun. */
export const begunRefresh = (target: ApiTarget, callId: string): RefreshRun => ({
  target,
  callId,
  running: true,
  stopped: false,
  collections: {},
  waitUntil: null,
  result: null,
  error: null,
})

/** The run after one more report; `now` in milliseconds since 1970. */
export function withReport(run: RefreshRun, report: ProgressReport, now: number): RefreshRun {
  switch (report.kind) {
    case 'wait':
      return { ...run, waitUntil: report.seconds > 0 ? now + report.seconds * 1000 : null }
    case 'collection': {
      const { collection, done, finished } = report
      // The last report of a stopped collection counts what was read as its total; the larger number is the true one.
      const totals = [report.total, run.collections[collection]?.total].filter((each) => each != null)
      const total = totals.length > 0 ? Math.max(...totals) : null
      return {
        ...run,
        waitUntil: null,
        collections: { ...run.collections, [collection]: { done, total, finished } },
      }
    }
    case 'stage':
    case 'tickets':
    case 'goLive':
      return run
  }
}

const number = new Intl.NumberFormat('en-GB')

/** 100,412 */
export const grouped = (value: number): string => number.format(value)

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
export const collectionRows = ({ collections }: RefreshRun): CollectionRow[] =>
  collectionNames.map((name) => {
    const progress = collections[name]
    const row = { name, label: collectionWords[name].label }
    if (!progress) return { ...row, amount: 'waiting', value: 0, finished: false }
    const { done, total, finished } = progress
    if (finished) return { ...row, amount: grouped(done), value: 100, finished }
    const amount = total === null ? grouped(done) : `${grouped(done)} of ${grouped(total)}`
    return { ...row, amount, value: total ? Math.min((done / total) * 100, 100) : null, finished }
  })

/** How many collections are finished, of how many. */
export const finishedOf = ({ collections }: RefreshRun): { done: number; total: number } => ({
  done: Object.values(collections).filter(({ finished }) => finished).length,
  total: collectionNames.length,
})

/** What is asked for and has not come yet: "companies, members". */
export const waitedFor = ({ collections }: RefreshRun): string =>
  collectionNames
    .filter((name) => collections[name]?.finished === false)
    .map((name) => collectionWords[name].label.toLowerCase())
    .join(', ') || 'an answer'

/** Changes with everything that is heard of a run. */
export const heardOf = ({ collections, waitUntil }: RefreshRun): string =>
  JSON.stringify([waitUntil, Object.values(collections).map(({ done, finished }) => [done, finished])])

/** How much of a partial collection was read: "61,000 of 100,412 companies were read." */
export function partialWords(run: RefreshRun, name: CollectionName): string {
  const progress = run.collections[name]
  const label = collectionWords[name].label
  if (!progress || progress.done === 0) return `${label} could not be read.`
  const of = (progress.total ?? 0) > progress.done ? ` of ${grouped(progress.total ?? 0)}` : ''
  return `${grouped(progress.done)}${of} ${label.toLowerCase()} were read.`
}
