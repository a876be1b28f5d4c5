// Cases of the rules that every chosen record obeys: unknown, or renamed since it was chosen.
import type { ReverseFilter } from '../../../../shared/relationship/relationship.ts'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const gone = { id: 900, name: 'Gone' }

const filteredBy = (filter: Partial<ReverseFilter>) =>
  targetRelationship({ reverseSync: { ...reverseSyncOn, filter: { ...reverseSyncOn.filter, ...filter } } })

const dana = (firstName: string | null, lastName: string | null, identifier: string) =>
  reference({ members: [{ id: 42, firstName, lastName, identifier }] })

export const recordCases: Case[] = [
  row('company-unknown', 'its id is gone', targetRelationship({ company: gone }), ['company']),
  row(
    'company-unknown',
    'a filtered one is gone',
    filteredBy({ companies: [{ id: 250, name: 'Contoso Ltd' }, gone] }),
    ['reverseSync.filter.companies[1]'],
  ),
  row('company-unknown', 'companies were not read', targetRelationship({ company: gone }), [], {
    reference: reference({ companies: undefined }),
  }),
  row('company-unknown', 'companies were read in part', targetRelationship({ company: gone }), [], {
    reference: reference({}, { partial: ['companies'] }),
  }),
  row('company-unknown', 'there are no companies at all', targetRelationship(), ['company'], {
    reference: reference({ companies: [] }),
  }),
  row('board-unknown', 'the service board is gone', targetRelationship({ serviceBoard: gone }), [
    'serviceBoard',
  ]),
  row(
    'board-unknown',
    'one of the boards is gone',
    sourceRelationship({ boards: [{ id: 4, name: 'Help Desk' }, gone] }),
    ['boards[1]'],
  ),
  row('board-unknown', "the reverse filter's board is gone", filteredBy({ boards: [gone] }), [
    'reverseSync.filter.boards[0]',
  ]),
  row('board-unknown', 'every board is there', sourceRelationship(), []),
  row('status-unknown', 'its id is gone', targetRelationship({ status: gone }), ['status']),
  row('status-unknown', 'a filtered one is gone', filteredBy({ statuses: [gone] }), [
    'reverseSync.filter.statuses[0]',
  ]),
  row('status-unknown', 'its board is unknown', targetRelationship({ status: gone, serviceBoard: gone }), []),
  row(
    'status-unknown',
    "a filtered one's board is unknown",
    filteredBy({ statuses: [{ ...gone, boardId: 900 }] }),
    [],
  ),
  row('status-unknown', 'it is there', targetRelationship(), []),
  row('priority-unknown', 'its id is gone', targetRelationship({ priority: gone }), ['priority']),
  row('priority-unknown', 'a filtered one is gone', filteredBy({ priorities: [gone] }), [
    'reverseSync.filter.priorities[0]',
  ]),
  row('priority-unknown', 'it is there', targetRelationship(), []),
  row('source-unknown', 'its id is gone', targetRelationship({ source: gone }), ['source']),
  row('source-unknown', 'none is chosen', targetRelationship({ source: null }), []),
  row('owner-unknown', 'the id is gone', targetRelationship({ owner: gone }), ['owner']),
  row(
    'owner-unknown',
    'only the default member is gone',
    targetRelationship({ timeEntries: { ...timeEntriesOn, defaultMember: gone } }),
    [],
  ),
  row(
    'work-role-unknown',
    'its id is gone',
    targetRelationship({ timeEntries: { ...timeEntriesOn, defaultWorkRole: gone } }),
    ['timeEntries.defaultWorkRole'],
  ),
  row('work-role-unknown', 'it is there', targetRelationship(), []),
  row(
    'member-unknown',
    'the id is gone',
    targetRelationship({ timeEntries: { ...timeEntriesOn, defaultMember: gone } }),
    ['timeEntries.defaultMember'],
  ),
  row(
    'member-not-listed',
    'the built-in account is chosen, by name or identifier',
    targetRelationship({
      owner: { id: 900, name: 'zAdmin' },
      timeEntries: { ...timeEntriesOn, defaultMember: { id: 900, name: 'Support', identifier: 'ZADMIN' } },
    }),
    ['owner', 'timeEntries.defaultMember'],
  ),
  row(
    'owner-unknown',
    'it is the built-in account',
    targetRelationship({ owner: { id: 900, name: 'zadmin' } }),
    [],
  ),
  row('member-not-listed', 'another member is gone', targetRelationship({ owner: gone }), []),
  row(
    'member-not-listed',
    'members were read in part',
    targetRelationship({ owner: { id: 900, name: 'zadmin' } }),
    [],
    { reference: reference({}, { partial: ['members'] }) },
  ),
  row(
    'status-unknown',
    'the statuses of its board may not be read',
    targetRelationship({ status: gone }),
    [],
    {
      reference: reference({}, { unreadBoards: [4] }),
    },
  ),
  row(
    'status-unknown',
    'those of another board may not be read',
    targetRelationship({ status: gone }),
    ['status'],
    {
      reference: reference({}, { unreadBoards: [5] }),
    },
  ),
  row(
    'status-unknown',
    "a filtered one's board is not known, and some may not be read",
    filteredBy({ statuses: [gone] }),
    [],
    {
      reference: reference({}, { unreadBoards: [5] }),
    },
  ),
  row(
    'reference-renamed',
    'a list that was not read to the end has it',
    targetRelationship({ priority: { id: 6, name: 'Old' } }),
    ['priority'],
    {
      reference: reference({}, { partial: ['priorities'] }),
    },
  ),
  row('member-unknown', 'only the owner is gone', targetRelationship({ owner: gone }), []),
  row(
    'field-filter-unknown',
    'its id is gone',
    targetRelationship({ reverseSync: { ...reverseSyncOn, fieldFilter: { id: 900, caption: 'Gone' } } }),
    ['reverseSync.fieldFilter'],
  ),
  row('field-filter-unknown', 'none is chosen', targetRelationship(), []),
  row(
    'field-filter-renamed',
    'the caption is another',
    targetRelationship({ reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Share' } } }),
    ['reverseSync.fieldFilter'],
  ),
  row(
    'field-filter-renamed',
    'the caption is the same',
    targetRelationship({
      reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Sync to partner' } },
    }),
    [],
  ),
  row(
    'reference-renamed',
    'board, company and member have other names',
    targetRelationship({
      company: { id: 250, name: 'Contoso' },
      serviceBoard: { id: 4, name: 'Helpdesk' },
      owner: { id: 42, name: 'Dana Miller' },
    }),
    ['company', 'serviceBoard', 'owner'],
  ),
  row(
    'reference-renamed',
    'a custom field has its own code',
    targetRelationship({ reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Share' } } }),
    [],
  ),
  row(
    'reference-renamed',
    'a member is chosen by identifier',
    targetRelationship({ owner: { id: 42, name: 'dreyes' } }),
    [],
  ),
  row('reference-renamed', 'a member row has no names', targetRelationship(), [], {
    reference: dana(null, null, 'dreyes'),
  }),
  row('reference-renamed', 'a member row has only a first name', targetRelationship(), [], {
    reference: dana('Dana', null, 'dreyes'),
  }),
  row('reference-renamed', 'a row has no name', targetRelationship(), [], {
    reference: reference({ priorities: [{ id: 6 }] }),
  }),
  row(
    'reference-renamed',
    'its board is unknown, so the status is not judged',
    targetRelationship({ serviceBoard: gone, status: { id: 31, name: 'Fresh' } }),
    [],
  ),
]
