// Cases of the rules about boards and statuses.
import type { Board, Status } from '../../../../shared/reference/collections.ts'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const helpDesk = { id: 4, name: 'Help Desk' }
const fieldWork = { id: 5, name: 'Field Work' }
const gone = { id: 900, name: 'Gone' }

/** Board 4 with one flag raised; board 5 as it is. */
const board = (flags: Partial<Board>) => reference({ boards: [{ ...helpDesk, ...flags }, fieldWork] })
/** Status 31 of board 4 with one flag raised, and the same name on board 5. */
const status = (flags: Partial<Status>) =>
  reference({
    statuses: [
      { id: 31, name: 'New', board: helpDesk, ...flags },
      { id: 51, name: 'New', board: fieldWork },
    ],
  })
/** What the boards other than Help Desk offer. */
const onOthers = (rows: Status[]) =>
  reference({ statuses: [{ id: 31, name: 'New', board: helpDesk }, ...rows] })

const withNotes = targetRelationship({ timeEntries: { ...timeEntriesOn, includeNotes: true } })
const noTime = { timeEntries: { sync: false as const } }
const off = { reverseSync: { enabled: false as const } }

export const boardCases: Case[] = [
  row(
    'board-inactive',
    'boards, default board and filter point at it',
    sourceRelationship(),
    ['boards[0]', 'defaultBoard'],
    {
      reference: board({ inactiveFlag: true }),
    },
  ),
  row(
    'board-inactive',
    "only the reverse filter's board is",
    targetRelationship({ serviceBoard: fieldWork }),
    ['reverseSync.filter.boards[0]'],
    {
      reference: board({ inactiveFlag: true }),
    },
  ),
  row('board-inactive', 'the flag is missing', targetRelationship(), [], { reference: board({}) }),
  row('board-is-project', 'the service board is one', targetRelationship(off), ['serviceBoard'], {
    reference: board({ projectFlag: true }),
  }),
  row('board-is-project', 'the flag is null', targetRelationship(), [], {
    reference: board({ projectFlag: null }),
  }),
  row('board-may-lock-time', 'the service board does', targetRelationship(), ['serviceBoard'], {
    reference: board({ timeEntryLockedFlag: true }),
  }),
  row('board-may-lock-time', 'the default board does', sourceRelationship(), ['defaultBoard'], {
    reference: board({ timeEntryLockedFlag: true }),
  }),
  row('board-may-lock-time', 'time entries are off', targetRelationship(noTime), [], {
    reference: board({ timeEntryLockedFlag: true }),
  }),
  row('board-may-lock-time', 'only another board does', sourceRelationship({ defaultBoard: fieldWork }), [], {
    reference: board({ timeEntryLockedFlag: true }),
  }),
  row('time-notes-reach-customer', 'the board adds them to the discussion', withNotes, ['serviceBoard'], {
    reference: board({ timeEntryDiscussionFlag: true }),
  }),
  row('time-notes-reach-customer', 'the board adds them to the resolution', withNotes, ['serviceBoard'], {
    reference: board({ timeEntryResolutionFlag: true }),
  }),
  row('time-notes-reach-customer', 'the board adds them to the analysis', withNotes, [], {
    reference: board({ timeEntryInternalAnalysisFlag: true }),
  }),
  row('time-notes-reach-customer', 'the notes stay', targetRelationship(), [], {
    reference: board({ timeEntryDiscussionFlag: true }),
  }),
  row('status-inactive', 'it is', targetRelationship(), ['status'], {
    reference: status({ inactive: true }),
  }),
  row('status-inactive', 'the flag is missing', targetRelationship(), [], { reference: status({}) }),
  row('status-inactive', 'its board is unknown', targetRelationship({ serviceBoard: gone }), [], {
    reference: status({ inactive: true }),
  }),
  row(
    'status-inactive',
    'only a filtered one is',
    targetRelationship({
      reverseSync: {
        ...reverseSyncOn,
        filter: { ...reverseSyncOn.filter, statuses: [{ id: 51, name: 'New' }] },
      },
    }),
    [],
    {
      reference: reference({
        statuses: [
          { id: 31, name: 'New', board: helpDesk },
          { id: 51, name: 'New', board: fieldWork, inactive: true },
        ],
      }),
    },
  ),
  row(
    'status-not-on-board',
    'the snapshot says another board',
    targetRelationship({ status: { id: 51, name: 'New' } }),
    ['status'],
  ),
  row(
    'status-not-on-board',
    'boardId says another board',
    targetRelationship({ status: { id: 31, name: 'New', boardId: 5 } }),
    ['status'],
    {
      reference: reference({ statuses: undefined }),
    },
  ),
  row(
    'status-not-on-board',
    'boardId says so without a snapshot',
    sourceRelationship({ status: { id: 31, name: 'New', boardId: 5 } }),
    ['status'],
    {
      reference: null,
    },
  ),
  row(
    'status-not-on-board',
    'the snapshot corrects boardId',
    targetRelationship({ status: { id: 31, name: 'New', boardId: 5 } }),
    [],
  ),
  row('status-not-on-board', 'no landing board is chosen', targetRelationship({ serviceBoard: null }), []),
  row(
    'status-not-on-board',
    'the landing board is unknown, whatever board the status is on',
    targetRelationship({ serviceBoard: gone }),
    [],
  ),
  row(
    'status-not-on-board',
    'it names a board nobody knows, and the landing board is known',
    targetRelationship({ status: { id: 99, name: 'New', boardId: 900 } }),
    ['status'],
  ),
  row(
    'status-not-on-board',
    'neither board is known',
    targetRelationship({ serviceBoard: gone, status: { id: 99, name: 'New', boardId: 901 } }),
    [],
  ),
  row('status-not-on-board', 'neither says', targetRelationship({ status: { id: 31, name: 'New' } }), [], {
    reference: reference({ statuses: [{ id: 31, name: 'New' }] }),
  }),
  row('status-blocks-time', 'it does', targetRelationship(), ['status'], {
    reference: status({ timeEntryNotAllowed: true }),
  }),
  row('status-blocks-time', 'time entries are off', targetRelationship(noTime), [], {
    reference: status({ timeEntryNotAllowed: true }),
  }),
  row('status-closed', 'it is', targetRelationship({ status: { id: 39, name: 'Closed', boardId: 4 } }), [
    'status',
  ]),
  row('status-closed', 'it is open', targetRelationship(), []),
  row('status-missing-on-board', 'another board has none of that name', sourceRelationship(), ['status'], {
    reference: onOthers([{ id: 52, name: 'Open', board: fieldWork }]),
  }),
  row('status-missing-on-board', 'it is inactive there', sourceRelationship(), ['status'], {
    reference: onOthers([{ id: 51, name: 'New', board: fieldWork, inactive: true }]),
  }),
  row('status-missing-on-board', 'case and accents differ', sourceRelationship(), [], {
    reference: onOthers([{ id: 51, name: 'NÉW', board: fieldWork }]),
  }),
  row('status-missing-on-board', 'a row does not name its board', sourceRelationship(), [], {
    reference: onOthers([{ id: 51, name: 'New' }]),
  }),
  row('status-missing-on-board', 'a row of the other board has no name', sourceRelationship(), [], {
    reference: onOthers([{ id: 51, name: null, board: fieldWork }]),
  }),
  row('status-missing-on-board', 'only a third board has it', sourceRelationship(), ['status'], {
    reference: onOthers([{ id: 61, name: 'New', board: { id: 6 } }]),
  }),
  row(
    'status-missing-on-board',
    'the other board is unknown',
    sourceRelationship({ boards: [helpDesk, { id: 900, name: 'Gone' }] }),
    [],
  ),
  row(
    'status-missing-on-board',
    'a target has no other boards',
    targetRelationship({
      reverseSync: { ...reverseSyncOn, filter: { ...reverseSyncOn.filter, boards: [helpDesk, fieldWork] } },
    }),
    [],
    {
      reference: onOthers([]),
    },
  ),
]
