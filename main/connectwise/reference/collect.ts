// Runs the reading of one collection and settles what is kept of it: the rows that came, those of before, or both.
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import type { RowOf, Snapshot } from '../../../shared/reference/collections.ts'
import type { ErrorCode } from '../../../shared/result.ts'
import type { ListFailure, ListReading } from '../lists/rowCollector.ts'
import { type Doubt, type Doubts, dayOf, isAbsence, isNeverEmpty, isSaidAgain } from './absence.ts'
import * as say from './refreshProblems.ts'
import type { KnownRows, OnRows } from './readCollection.ts'

/** With these the rest cannot work either, unless something has already been read. */
const fatal: readonly ErrorCode[] = [
  'keys-rejected',
  'client-id-rejected',
  'company-not-found',
  'ssl-required',
]
/** These are about the list itself; every other failure is about the way there, and the rows read before stay as good as they were. */
const telling: readonly ErrorCode[] = [
  ...fatal,
  'permission-missing',
  'not-found',
  'condition-refused',
  'request-refused',
  'answer-damaged',
]

export type CollectedList<T = unknown> = {
  name: CollectionName
  /** Undefined when nothing of the collection was ever read. */
  rows: T[] | undefined
  /** `kept`: complete, but as of the previous read; `partial`: not read to the end, or not believed. */
  state: 'fresh' | 'kept' | 'partial'
  /** How many rows this read brought. */
  brought: number
  error: ListFailure | null
  isFatal: boolean
  /** Whether it was read at all: where one list is taken, the others stay as they are. */
  isAsked: boolean
  /** What came of it that is not believed yet. */
  doubt: Doubt | undefined
  problems: say.RefreshProblem[]
}

type CollectorOptions = {
  previous: Snapshot | null
  /** Whether the rows of before came in a file: they fill an empty list and prove nothing else. */
  isForeign: boolean
  /** Whether rows of before may not serve as a start: everything is read. */
  isAnew: boolean
  doubts: Doubts
  /** Lists for which ConnectWise is believed whatever it says; where some are named, they alone are read. */
  take: readonly CollectionName[] | 'all'
  now: Date
  /** Whether the role of these keys shows a list's own records only. */
  isHidden: (name: CollectionName) => Promise<boolean>
  onProgress: (report: ProgressReport) => void
  /** Called when nothing else can work either. */
  giveUp: () => void
}

type Work<T> = (known: KnownRows<T>, onRows: OnRows) => Promise<ListReading<T>>

/** Makes what reads each collection in turn. */
export function createCollector(options: CollectorOptions) {
  const { previous, isForeign, isAnew, doubts, take, now, onProgress, giveUp } = options
  const stored: { readonly [Name in CollectionName]?: RowOf<Name>[] | undefined } =
    previous?.collections ?? {}
  const partialBefore = new Set<CollectionName>(previous?.partial)
  let hasRead = false
  /** Why everything else was stopped. */
  let stopper: ListFailure | null = null

  /** Whether what came is to be believed, and what is said about it. */
  async function judge(
    name: CollectionName,
    came: number,
    before: number,
    again: number,
    emptied: readonly string[],
  ): Promise<{ problems: say.RefreshProblem[]; doubt?: Doubt }> {
    const isEmpty = came === 0 && isNeverEmpty(name)
    if (take === 'all' || take.includes(name)) return { problems: isEmpty ? [say.emptyProblem(name)] : [] }
    const doubt = doubts[name]
    if (!isAbsence({ name, came, again, before: isForeign ? 0 : before })) {
      if (emptied.length === 0 || isForeign) return { problems: [] }
      const isTaken = isSaidAgain(doubt, now)
      return {
        problems: [say.emptiedProblem(emptied, isTaken)],
        ...(!isTaken && { doubt: doubt ?? { on: dayOf(now), came } }),
      }
    }
    if (isSaidAgain(doubt, now)) return { problems: [say.saidAgain(name, came, before, doubt)] }
    const isHidden = isEmpty && (await options.isHidden(name))
    // A role that sees its own records only explains an empty list, and is no reason to lose one that was read before.
    if (isHidden && (isForeign || before === 0)) return { problems: [say.emptyProblem(name)] }
    const problem = say.doubtedProblem(name, came, before, isHidden)
    return { problems: [problem], doubt: doubt ?? { on: dayOf(now), came } }
  }

  return async <Name extends CollectionName>(
    name: Name,
    work: Work<RowOf<Name>>,
  ): Promise<CollectedList<RowOf<Name>>> => {
    const report = (done: number, total: number | null, finished: boolean) =>
      onProgress({ kind: 'collection', collection: name, done, total, finished })
    report(0, null, false)
    const before = stored[name] ?? []
    const isTaken = take === 'all' || take.includes(name)
    if (!isTaken && take.length > 0 && previous && !isForeign) {
      const doubt = doubts[name]
      report(before.length, before.length, true)
      return {
        name,
        rows: stored[name],
        state: partialBefore.has(name) ? 'partial' : 'kept',
        brought: 0,
        error: null,
        isFatal: false,
        isAsked: false,
        doubt,
        problems: doubt && doubt.came !== null ? [say.doubtedProblem(name, doubt.came, before.length)] : [],
      }
    }
    const known = stored[name] && !partialBefore.has(name) && !isAnew && !isTaken ? before : null
    const {
      rows,
      unusable,
      miscounted,
      lacks,
      emptied = [],
      ...read
    } = await safely(() => work(known, (done, total) => report(done, total, false)))
    const error = read.error?.code === 'cancelled' ? (stopper ?? read.error) : read.error
    hasRead ||= !error || rows.size > 0
    const isFatal = error !== null && fatal.includes(error.code)
    if (isFatal && (!hasRead || ('reason' in error && error.reason === 'revoked'))) {
      stopper = error
      giveUp()
    }
    const again = before.filter(({ id }) => rows.has(id)).length
    const judged = error ? null : await judge(name, rows.size, before.length, again, emptied)
    const keeps = error !== null || judged?.doubt !== undefined
    const all = keeps ? new Map([...before.map((row) => [row.id, row] as const), ...rows]) : rows
    const isAsBefore = known !== null && error !== null && !telling.includes(error.code)
    report(all.size, all.size, true)
    return {
      name,
      rows: all.size > 0 || !error ? [...all.values()].sort((one, other) => one.id - other.id) : stored[name],
      state: isAsBefore ? 'kept' : keeps ? 'partial' : 'fresh',
      brought: rows.size,
      error,
      isFatal,
      isAsked: true,
      doubt: error ? doubts[name] : judged?.doubt,
      problems: [
        ...(error ? [say.unreadProblem(name, error, rows.size, all.size)] : (judged?.problems ?? [])),
        ...(lacks !== undefined ? [say.lighterProblem(name, lacks)] : []),
        ...(unusable > 0 && rows.size > 0 ? [say.unusableProblem(name, unusable)] : []),
        ...(miscounted !== null ? [say.miscountedProblem(name, miscounted, rows.size + unusable)] : []),
      ],
    }
  }
}

/** Whatever one list's answer makes of its reader, the others go on. */
async function safely<T>(work: () => Promise<ListReading<T>>): Promise<ListReading<T>> {
  try {
    return await work()
  } catch {
    return { rows: new Map(), error: unreadable, unusable: 0, miscounted: null }
  }
}

const unreadable: ListFailure = {
  code: 'answer-damaged',
  message: 'The answer is damaged or of a kind that cannot be read, so it was not used.',
  next: 'Try again. If it keeps happening, a proxy in between may be changing answers.',
}
