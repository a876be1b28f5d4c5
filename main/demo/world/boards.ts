// The demo organisation's boards with their statuses and types.
import { boardModel, boardTypeModel, statusModel } from '../model/setup.ts'
import type { Random } from './random.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  type JsonObject,
  type StoredRow,
} from '../model/storedRows.ts'
import { departments, locations } from './people.ts'
import { recordInfo, referTo } from './references.ts'
import { createPickers, type Pickers } from './pickers.ts'
import type { Sizes } from './sizes.ts'

export type Desk = Pickers & {
  boards: Collection
  /** Statuses and types are valid on their own board only: one collection per board id. */
  statuses: Map<number, Collection>
  types: Map<number, Collection>
}

const day = 86_400_000

const [headOffice, field] = locations
const [services] = departments

// A project board, an inactive one, one that locks time entry, one that only has a name.
const fixedBoards: StoredRow[] = [
  { id: 2, name: 'Legacy Support', inactiveFlag: true },
  { id: 4, name: 'Help Desk' },
  { id: 7, name: 'Escalations' },
  { id: 9, name: 'Field Services', location: field ? referTo('location', field) : null },
  { id: 12, name: 'Client Projects', projectFlag: true },
  { id: 15, name: 'Monitoring Alerts', timeEntryLockedFlag: true },
]

/** Where a board's status ids begin; they never overlap between boards. */
const firstStatusOf = (board: StoredRow): number => fixedFirstStatus[board.id] ?? board.id * 100

const fixedFirstStatus: Record<number, number> = { 2: 201, 4: 31, 7: 61, 9: 91, 12: 121, 15: 151 }

type StatusTraits = { name: string; more?: JsonObject }

// The same names return on every board under other ids. "Completed" does not close a ticket, although it sounds so.
const statusNames: StatusTraits[] = [
  { name: 'New', more: { defaultFlag: true, escalationStatus: 'NotResponded' } },
  { name: 'Assigned', more: { escalationStatus: 'Responded' } },
  { name: 'In Progress', more: { escalationStatus: 'ResolutionPlan' } },
  { name: 'Waiting on Customer', more: { escalationStatus: 'NoEscalation' } },
  { name: 'Scheduled' },
  { name: 'Completed', more: { escalationStatus: 'Resolved' } },
  { name: 'Closed', more: { closedStatus: true, timeEntryNotAllowed: true, escalationStatus: 'Resolved' } },
  { name: 'Old - do not use', more: { inactive: true, displayOnBoard: false } },
]

// Boards differ where it hurts: a status name that another selected board lacks.
const boardStatusNames: Record<number, StatusTraits[]> = {
  7: [{ name: 'Waiting on Vendor' }, { name: 'Merged', more: { closedStatus: true } }],
  9: [{ name: 'Parts ordered' }],
}

const boardNames = [
  'Network Operations',
  'Managed Print',
  'Security Desk',
  'Onboarding',
  'Procurement',
  'Cloud Team',
  'Backup Desk',
  'Telephony',
  'Night Shift',
  'VIP Desk',
]

const createBoards = (size: Sizes, info: JsonObject): StoredRow[] => {
  const rows = [...fixedBoards]
  for (let made = 0; rows.length < size.boards; made++) {
    const round = Math.floor(made / boardNames.length)
    const name = `${boardNames[made % boardNames.length] ?? 'Board'}${round === 0 ? '' : ` ${round + 1}`}`
    rows.push({ id: 20 + made, name, inactiveFlag: made % 2 === 1 })
  }
  return rows.map(({ id, name, ...traits }) => ({
    id,
    name,
    location: headOffice ? referTo('location', headOffice) : null,
    department: services ? referTo('department', services) : null,
    inactiveFlag: false,
    projectFlag: false,
    billTime: 'Billable',
    discussionsLockedFlag: false,
    timeEntryLockedFlag: false,
    timeEntryDiscussionFlag: false,
    timeEntryResolutionFlag: false,
    timeEntryInternalAnalysisFlag: true,
    markFirstNoteIssueFlag: false,
    restrictBoardByDefaultFlag: false,
    ...traits,
    _info: info,
  }))
}

const createStatuses = (board: StoredRow, first: number, size: Sizes, info: JsonObject): Collection => {
  const traits = [...statusNames, ...(boardStatusNames[board.id] ?? [])]
  // One board of a large site has far more statuses than the rest.
  const wanted = size.statuses > 20 && board.id === 20 ? 60 : size.statuses
  for (let step = 1; traits.length < wanted; step++) traits.push({ name: `Step ${step}` })
  return createCollection(
    statusModel,
    traits.map(({ name, more }, index) => ({
      id: first + index,
      name,
      board: referTo('board', board),
      sortOrder: (index + 1) * 10,
      displayOnBoard: true,
      inactive: false,
      closedStatus: false,
      timeEntryNotAllowed: false,
      defaultFlag: false,
      escalationStatus: 'NoEscalation',
      customerPortalDescription: name,
      ...more,
      _info: info,
    })),
  )
}

const createTypes = (board: StoredRow, info: JsonObject): Collection =>
  createCollection(
    boardTypeModel,
    ['Incident', 'Request', 'Change', 'Old type'].map((name, index) => ({
      id: board.id * 10 + index,
      name,
      board: referTo('board', board),
      category: index === 2 ? 'Proactive' : 'Reactive',
      defaultFlag: index === 0,
      inactiveFlag: index === 3,
      _info: info,
    })),
  )

/** Boards and everything tickets choose from; the same seed gives the same desk. */
export const createDesk = (size: Sizes, random: Random, now: number): Desk => {
  const info = recordInfo(
    isoSeconds(now - 800 * day),
    'admin',
    isoSeconds(now - random.int(40, 90) * day),
    'admin',
  )
  const boards = createBoards(size, info)
  const statuses = new Map(boards.map((row) => [row.id, createStatuses(row, firstStatusOf(row), size, info)]))
  return {
    boards: createCollection(boardModel, boards),
    statuses,
    types: new Map(boards.map((row) => [row.id, createTypes(row, info)])),
    ...createPickers(size, info, isoSeconds(now - 800 * day)),
  }
}
