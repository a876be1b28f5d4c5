// What a refresh has to say about each list: why it was not read, what came short and what was kept, what cannot be right.
import type { RefreshResult } from '../../../shared/ipc/areas/referenceCalls.ts'
import { type CollectionName, collectionWords } from '../../../shared/reference/collectionNames.ts'
import type { Board } from '../../../shared/reference/collections.ts'
import { adviceToEnable, zeroRowsAdvice } from '../connectionTest/permissions.ts'
import { type ListFailure, sayListFailure } from '../lists/rowCollector.ts'
import type { Doubt } from './absence.ts'
import { rightOf } from '../lists/resources.ts'
import { formatCount } from '../../../shared/text/counts.ts'

export type RefreshProblem = RefreshResult['problems'][number]

const nameOf = (name: CollectionName): string => collectionWords[name].label.toLowerCase()
const dayInWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** `came` rows were read before the failure, `kept` is how many there are with those of before. */
export function unreadProblem(
  collection: CollectionName,
  error: ListFailure,
  came: number,
  kept: number,
): RefreshProblem {
  const extent = came > 0 ? ' to the end' : ''
  const keeps = kept > came ? ' The rows read before are kept.' : ''
  const said = sayListFailure(error)
  const next =
    error.code === 'permission-missing' ? adviceToEnable(rightOf(collection), collection) : (said.next ?? '')
  const label = collectionWords[collection].label
  return { collection, message: `${label} could not be read${extent}. ${said.message}${keeps}`, next }
}

/** An answer that was not believed. `isHidden`: the role of these keys shows its own records only. */
export function doubtedProblem(
  collection: CollectionName,
  came: number,
  before: number,
  isHidden = false,
): RefreshProblem {
  const what = nameOf(collection)
  if (before === 0) return { collection, ...zeroRowsAdvice(what), shorter: true }
  return {
    collection,
    message:
      came * 2 < before
        ? `ConnectWise returned ${formatCount(came)} ${what}, but ${formatCount(before)} were read before: those are kept.`
        : `ConnectWise returned ${formatCount(came)} ${what}, but few of the ${formatCount(before)} that were read before: those are kept as well.`,
    next: `${isHidden ? zeroRowsAdvice(what).next : 'Refresh again, or take the shorter list where it is right.'} What ConnectWise says again on a later day is taken.`,
    shorter: true,
  }
}

/** What was doubted on an earlier day came again. */
export const saidAgain = (
  collection: CollectionName,
  came: number,
  before: number,
  doubt: Doubt,
): RefreshProblem => ({
  collection,
  message:
    doubt.came === null
      ? `ConnectWise returned ${formatCount(came)} ${nameOf(collection)}, and did not give that list whole on ${dayInWords(doubt.on)} either, so it was taken. ${formatCount(before)} were read before.`
      : `ConnectWise returned ${formatCount(came)} ${nameOf(collection)} again, as on ${dayInWords(doubt.on)}, so that list was taken. ${formatCount(before)} were read before.`,
  next: 'Check the configurations that use what is gone.',
})

/** A list that no company has empty, and that is believed: the role sees its own records only, or somebody asked for it. */
export const emptyProblem = (collection: CollectionName): RefreshProblem => ({
  collection,
  ...zeroRowsAdvice(nameOf(collection)),
})

/** `lacks`: what the rows that were read cannot say. */
export const lighterProblem = (collection: CollectionName, lacks: string): RefreshProblem => ({
  collection,
  message: `The full list of ${nameOf(collection)} is closed to these keys, so a shorter one was read. It does not say ${lacks}, so that is not judged.`,
  next: adviceToEnable(rightOf(collection), collection),
})

export const unusableProblem = (collection: CollectionName, count: number): RefreshProblem => ({
  collection,
  message: `${formatCount(count)} of the ${nameOf(collection)} came without a usable id and ${count === 1 ? 'was' : 'were'} left out.`,
  next: 'Ask the ConnectWise administrator to look at those records.',
})

export const miscountedProblem = (
  collection: CollectionName,
  count: number,
  came: number,
): RefreshProblem => ({
  collection,
  message: `ConnectWise counts ${formatCount(count)} ${nameOf(collection)}, but gave ${formatCount(came)}: after those nothing came.`,
  next: 'Nothing to do where the list looks whole. Otherwise refresh again later.',
})

/** Boards named in a sentence; the others are counted. */
const mostNamed = 5

export const nameOfBoard = ({ id, name }: Board): string => name ?? `#${id}`
const boardsInWords = (count: number): string => (count === 1 ? 'one board' : `${count} boards`)
const someOf = (names: readonly string[]): string =>
  `${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''}`

/** Boards that had statuses and now show none. Every board that takes tickets has some. */
export const emptiedProblem = (boards: readonly string[], isTaken: boolean): RefreshProblem => ({
  collection: 'statuses',
  message: `ConnectWise returned no statuses of ${boardsInWords(boards.length)} that had some before: ${someOf(boards)}. ${isTaken ? 'It said so on an earlier day as well, so that was taken.' : 'Those read before are kept.'}`,
  next: isTaken
    ? 'Check the configurations that use those boards.'
    : 'Refresh again, or take the shorter list where it is right. What ConnectWise says again on a later day is taken.',
  ...(!isTaken && { shorter: true }),
})

/** A refusal for some boards alone is about those boards, not about a right. */
export function unreadStatuses(boards: readonly Board[]): RefreshProblem {
  const [count, names] = [boardsInWords(boards.length), someOf(boards.map(nameOfBoard))]
  return {
    collection: 'statuses',
    message: `The statuses of ${count} may not be read: ${names}. Those of the others were.`,
    next: 'Ask the ConnectWise administrator what restricts the board for this API member: its locations, its teams, or Table Setup > Customize > Service Board.',
  }
}
