// Rules about boards and statuses: whether tickets can land there, and whether time can be recorded on them.
import type { Board, Status } from '../reference/collections.ts'
import { boardOfStatus, fold, isBoardKnown, isStatusJudged } from '../reference/lookup.ts'
import { isBlank } from '../preview/rules/text.ts'
import type { StatusRef } from '../relationship/relationship.ts'
import type { Chosen } from './chosen.ts'
import type { Facts, Problem, Rule } from './rule.ts'
import { quote, when } from './rule.ts'

const everyBoard =
  (applies: (row: Board) => boolean, message: (name: string) => string) =>
  ({ chosen, reference }: Facts): Problem[] =>
    chosen
      .filter(({ collection }) => collection === 'boards')
      .flatMap((board) => {
        const row = reference?.boards?.get(board.id)
        return row && applies(row)
          ? [{ field: board.field, message: message(quote(board.name, board.id)) }]
          : []
      })

type Judged = { status: StatusRef; landing: Chosen | null; row: Status | undefined }

/** The status of created tickets, unless none is chosen or its board is unknown. */
function judgedStatus({ relationship, landing, reference }: Facts): Judged | null {
  const { status } = relationship.settings
  if (!status || !isStatusJudged(reference, status, landing?.id)) return null
  return { status, landing, row: reference?.statuses?.get(status.id) }
}

const onStatus =
  (check: (judged: Judged, facts: Facts) => Problem[]) =>
  (facts: Facts): Problem[] => {
    const judged = judgedStatus(facts)
    return judged ? check(judged, facts) : []
  }

const statusFlag = (applies: (row: Status, facts: Facts) => boolean, message: (name: string) => string) =>
  onStatus(({ status, row }, facts) =>
    when(row !== undefined && applies(row, facts), 'status', message(quote(status.name, status.id))),
  )

const syncsTime = ({ relationship }: Facts): boolean => relationship.settings.timeEntries.sync

const notOnLandingBoard = onStatus(({ status, landing, row }, { reference }) => {
  const boardId = boardOfStatus(reference, status)
  if (!landing || boardId === undefined || boardId === landing.id) return []
  const boardName = row?.board?.name ?? reference?.boards?.get(boardId)?.name
  const message = `Status ${quote(status.name, status.id)} belongs to board ${quote(boardName, boardId)}, not ${quote(landing.name, landing.id)}.`
  return [{ field: 'status', message }]
})

/**
 * The boards with an active status of a name, as people read it. A sparse row might be the one: without a name it counts
 * for its board, without a board (`undefined`) for all of them.
 */
function boardsWith(statuses: Iterable<Status>, name: string): ReadonlySet<number | undefined> {
  const wanted = fold(name)
  const boards = new Set<number | undefined>()
  for (const { name: other, board, inactive } of statuses)
    if (inactive !== true && (isBlank(other) || fold(other) === wanted)) boards.add(board?.id)
  return boards
}

const missingOnOtherBoards = onStatus(({ status, landing, row }, { relationship, reference }) => {
  const statuses = reference?.statuses
  if (relationship.role !== 'source' || !statuses || !row) return []
  const ownBoard = landing?.id ?? boardOfStatus(reference, status)
  const name = row.name ?? status.name
  const having = boardsWith(statuses.values(), name)
  if (having.has(undefined)) return []
  const others = new Map(relationship.settings.boards.map((board) => [board.id, board]))
  return [...others.values()]
    .filter(({ id }) => id !== ownBoard && isBoardKnown(reference, id) && !having.has(id))
    .map((board) => ({
      field: 'status',
      message: `Board ${quote(board.name, board.id)} has no active status called ${quote(name, status.id)}; its tickets keep their own status.`,
    }))
})

export const boardRules: readonly Rule[] = [
  {
    code: 'board-inactive',
    check: everyBoard(
      ({ inactiveFlag }) => inactiveFlag === true,
      (name) => `Board ${name} is inactive in ConnectWise.`,
    ),
    next: 'Choose an active board, or activate it in ConnectWise.',
  },
  {
    code: 'board-is-project',
    check: everyBoard(
      ({ projectFlag }) => projectFlag === true,
      (name) => `Board ${name} is a project board and holds no service tickets.`,
    ),
    next: 'Choose a service board.',
  },
  {
    code: 'board-locks-time',
    check: (facts) => {
      const { landing, reference } = facts
      if (!landing || !syncsTime(facts) || reference?.boards?.get(landing.id)?.timeEntryLockedFlag !== true)
        return []
      const message = `Board ${quote(landing.name, landing.id)} is locked for time entries, but time entries are synced.`
      return [{ field: landing.field, message }]
    },
    next: 'Choose another board, unlock time entry on the board in ConnectWise, or switch Sync time entries off.',
  },
  {
    code: 'status-inactive',
    check: statusFlag(
      ({ inactive }) => inactive === true,
      (name) => `Status ${name} is inactive in ConnectWise.`,
    ),
    next: 'Choose an active status.',
  },
  {
    code: 'status-not-on-board',
    check: notOnLandingBoard,
    next: 'Choose a status of the board that tickets land on.',
  },
  {
    code: 'status-blocks-time',
    check: statusFlag(
      ({ timeEntryNotAllowed }, facts) => timeEntryNotAllowed === true && syncsTime(facts),
      (name) => `Status ${name} does not allow time entries, but time entries are synced.`,
    ),
    next: 'Choose a status that allows time entries, or switch Sync time entries off.',
  },
  {
    code: 'status-closed',
    check: statusFlag(
      ({ closedStatus }) => closedStatus === true,
      (name) => `Status ${name} is a closed status: created tickets would be closed from the start.`,
    ),
    next: 'Choose an open status, unless closed tickets are wanted.',
  },
  {
    code: 'status-missing-on-board',
    check: missingOnOtherBoards,
    next: 'Add the status to that board in ConnectWise, choose another status, or leave the board out.',
  },
]
