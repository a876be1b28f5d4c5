// Cases of the rules about what has to be chosen.
import {
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const noBoards = { ...reverseSyncOn, filter: { ...reverseSyncOn.filter, boards: [] } }

export const requiredCases: Case[] = [
  row('company-required', 'no company is chosen', targetRelationship({ company: null }), ['company']),
  row('company-required', 'a source has no company', sourceRelationship({ company: null }), ['company']),
  row('company-required', 'a company is chosen', targetRelationship(), []),
  row('boards-required', 'a source has no board', sourceRelationship({ boards: [] }), ['boards']),
  row('boards-required', 'a source has boards', sourceRelationship(), []),
  row('boards-required', 'a target has no use for boards', targetRelationship(), []),
  row('default-board-required', 'none is chosen', sourceRelationship({ defaultBoard: null }), [
    'defaultBoard',
  ]),
  row('default-board-required', 'one is chosen', sourceRelationship(), []),
  row('default-board-required', 'a target has no use for it', targetRelationship(), []),
  row(
    'default-board-not-selected',
    'the default board is not among the boards',
    sourceRelationship({ boards: [{ id: 5, name: 'Field Work' }] }),
    ['defaultBoard'],
  ),
  row('default-board-not-selected', 'it is among them', sourceRelationship(), []),
  row('default-board-not-selected', 'none is chosen', sourceRelationship({ defaultBoard: null }), []),
  row('service-board-required', 'none is chosen', targetRelationship({ serviceBoard: null }), [
    'serviceBoard',
  ]),
  row('service-board-required', 'one is chosen', targetRelationship(), []),
  row('service-board-required', 'a source has no use for it', sourceRelationship(), []),
  row('status-required', 'a target has none', targetRelationship({ status: null }), ['status']),
  row('status-required', 'a source has none', sourceRelationship({ status: null }), ['status']),
  row('status-required', 'one is chosen', targetRelationship(), []),
  row('priority-required', 'a target has none', targetRelationship({ priority: null }), ['priority']),
  row('priority-required', 'a source may have none', sourceRelationship({ priority: null }), []),
  row('comment-types-required', 'none is selected', targetRelationship({ commentTypes: [] }), [
    'commentTypes',
  ]),
  row('comment-types-required', 'one is enough', targetRelationship({ commentTypes: ['internal'] }), []),
  row(
    'work-role-required',
    'time entries are on without one',
    targetRelationship({ timeEntries: { ...timeEntriesOn, defaultWorkRole: null } }),
    ['timeEntries.defaultWorkRole'],
  ),
  row('work-role-required', 'time entries are off', targetRelationship({ timeEntries: { sync: false } }), []),
  row(
    'member-required',
    'time entries are on without one',
    sourceRelationship({ timeEntries: { ...timeEntriesOn, defaultMember: null } }),
    ['timeEntries.defaultMember'],
  ),
  row('member-required', 'time entries are off', sourceRelationship({ timeEntries: { sync: false } }), []),
  row(
    'reverse-filter-required',
    'reverse sync names no board',
    targetRelationship({ reverseSync: noBoards }),
    ['reverseSync.filter.boards'],
  ),
  row('reverse-filter-required', 'it names one', targetRelationship(), []),
  row(
    'reverse-filter-required',
    'reverse sync is off',
    targetRelationship({ reverseSync: { enabled: false } }),
    [],
  ),
]
