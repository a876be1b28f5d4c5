// What a long call has reported so far, whichever it is: stages, lists, tickets, and whether ConnectWise asked to wait.
import type { ProgressReport } from '../../shared/ipc/progress.ts'

type Report<Kind extends ProgressReport['kind']> = Extract<ProgressReport, { kind: Kind }>
type Stage = Report<'stage'>['stage']
type Collection = Report<'collection'>['collection']
type Amount = Pick<Report<'tickets'>, 'done' | 'total'>

export type CallProgress = {
  /** Each once, in the order they came. */
  stages: readonly Stage[]
  collections: Partial<Record<Collection, Amount & { finished: boolean }>>
  tickets: Amount | null
  /** ConnectWise asked to wait: for how long, and until when (milliseconds since 1970); null while nothing holds us up. */
  wait: { seconds: number; until: number } | null
}

export const noProgress: CallProgress = { stages: [], collections: {}, tickets: null, wait: null }

/** Changes with everything that is heard. */
export const heardOf = (progress: CallProgress): string => JSON.stringify(progress)

/** The last report of something stopped counts what was read as its total; the larger number is the true one. */
function largest(one: number | null | undefined, other: number | null | undefined): number | null {
  const totals = [one, other].filter((each) => each != null)
  return totals.length > 0 ? Math.max(...totals) : null
}

const waitOf = (seconds: number, now: number): CallProgress['wait'] =>
  seconds > 0 ? { seconds, until: now + seconds * 1000 } : null

/** The progress after one more report; `now` in milliseconds since 1970. */
export function withReport(progress: CallProgress, report: ProgressReport, now: number): CallProgress {
  switch (report.kind) {
    case 'wait':
      return { ...progress, wait: waitOf(report.seconds, now) }
    case 'stage': {
      const others = progress.stages.filter(({ stage }) => stage !== report.stage.stage)
      return { ...progress, stages: [...others, report.stage] }
    }
    case 'collection': {
      const { collection, done, finished } = report
      const total = largest(report.total, progress.collections[collection]?.total)
      return {
        ...progress,
        wait: null,
        collections: { ...progress.collections, [collection]: { done, total, finished } },
      }
    }
    case 'goLive':
      return progress
    case 'tickets':
      return { ...progress, wait: null, tickets: { done: report.done, total: report.total } }
  }
}
