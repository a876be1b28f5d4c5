// Rules about boards and statuses: whether tickets can land there, and whether time can be recorded on them.
import { addsTimeNotesForCustomers, type Board, type Status } from '../reference/collections.ts'
import {
  areStatusesRead,
  boardOfStatus,
  isBoardKnown,
  isStatusJudged,
  namesakesOf,
} from '../reference/lookup.ts'
import type { StatusRef } from '../relationship/relationship.ts'
import type { ChosenRecord } from '../relationship/chosenRecords.ts'
import { type JudgedFacts, type RuleHit, type Rule, quoteName, firesWhen } from './rule.ts'

const everyBoard =
  (applies: (row: Board) => boolean, message: (name: string) => string) =>
  ({ chosen, reference }: JudgedFacts): RuleHit[] =>
    chosen
      .filter(({ collection }) => collection === 'boards')
      .flatMap((board) => {
        const row = reference?.boards?.get(board.id)
        return row && applies(row)
          ? [{ field: board.field, message: message(quoteName(board.name, board.id)) }]
          : []
      })

type Judged = { status: StatusRef; landing: ChosenRecord | null; row: Status | undefined }

/** The status of created tickets, unless none is chosen or its board is unknown. */
function judgedStatus({ relationship, landing, reference }: JudgedFacts): Judged | null {
  const { status } = relationship.settings
  if (!status || !isStatusJudged(reference, status, landing?.id)) return null
  return { status, landing, row: reference?.statuses?.get(status.id) }
}

const onStatus =
  (check: (judged: Judged, facts: JudgedFacts) => RuleHit[]) =>
  (facts: JudgedFacts): RuleHit[] => {
    const judged = judgedStatus(facts)
    return judged ? check(judged, facts) : []
  }

const statusFlag = (
  applies: (row: Status, facts: JudgedFacts) => boolean,
  message: (name: string) => string,
) =>
  onStatus(({ status, row }, facts) =>
    firesWhen(row !== undefined && applies(row, facts), 'status', message(quoteName(status.name, status.id))),
  )

const syncsTime = ({ relationship }: JudgedFacts): boolean => relationship.settings.timeEntries.sync

const includesNotes = ({ relationship: { settings } }: JudgedFacts): boolean =>
  settings.timeEntries.sync && settings.timeEntries.includeNotes

const notOnLandingBoard = onStatus(({ status, landing, row }, { reference }) => {
  const boardId = boardOfStatus(reference, status)
  if (!landing || boardId === undefined || boardId === landing.id) return []
  const boardName = row?.board?.name ?? reference?.boards?.get(boardId)?.name
  const message = `Status ${quoteName(status.name, status.id)} belongs to board ${quoteName(boardName, boardId)}, not ${quoteName(landing.name, landing.id)}.`
  return [{ field: 'status', message }]
})

const missingOnOtherBoards = onStatus(({ status, landing, row }, { relationship, reference }) => {
  if (relationship.role !== 'source' || !reference) return []
  const ownBoard = landing?.id ?? boardOfStatus(reference, status)
  // A status that is gone from a list read to the end is a finding of its own.
  if (!row && areStatusesRead(reference, status.boardId ?? landing?.id)) return []
  const name = row?.name ?? status.name
  const namesakes = namesakesOf(reference, name)
  const others = new Map(relationship.settings.boards.map((board) => [board.id, board]))
  return [...others.values()]
    .filter(({ id }) => id !== ownBoard && isBoardKnown(reference, id) && namesakes.on(id) === 'missing')
    .map((board) => ({
      field: 'status',
      message: `Board ${quoteName(board.name, board.id)} has no active status called ${quoteName(name, status.id)}; its tickets keep their own status.`,
    }))
})

/** What the landing board's row says about time entries, while they are synced; `withNotes` only with their text. */
const landingTime =
  (applies: (row: Board) => boolean, message: (name: string) => string, withNotes = false) =>
  (facts: JudgedFacts): RuleHit[] => {
    const { landing, reference } = facts
    const row = landing && reference?.boards?.get(landing.id)
    if (!row || !syncsTime(facts) || (withNotes && !includesNotes(facts)) || !applies(row)) return []
    return [{ field: landing.field, message: message(quoteName(landing.name, landing.id)) }]
  }

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
    code: 'board-may-lock-time',
    // No public source says what the flag locks.
    check: landingTime(
      ({ timeEntryLockedFlag }) => timeEntryLockedFlag === true,
      (name) => `Board ${name} is marked as locked for time entries and may refuse the ones that are synced.`,
    ),
    next: 'Ask the ConnectWise administrator what the board locks, or try one time entry there.',
  },
  {
    code: 'time-notes-reach-customer',
    // The board's defaults for new time entries (Board, OpenAPI model 2022.1).
    check: landingTime(
      addsTimeNotesForCustomers,
      (name) =>
        `Board ${name} adds the text of time entries to the discussion or the resolution, where customers read it.`,
      true,
    ),
    next: 'Switch Include time entry notes off, or change the defaults of the board in ConnectWise.',
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
