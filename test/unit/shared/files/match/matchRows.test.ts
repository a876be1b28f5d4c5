// The rows of the match table, whole: what a reference is in the file, what it becomes, and what else may be chosen.
import { expect, test } from 'vitest'
import { matchReferences } from '../../../../../shared/files/match/matchRecords.ts'
import { recordsOf } from '../../../../../shared/files/recordIndex.ts'
import { draftOf } from '../../../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import {
  reverseSyncOn,
  snapshot,
  sourceRelationship,
  targetRelationship,
} from '../../../../support/relationships.ts'

const other = snapshot({
  boards: [
    { id: 14, name: 'Help Desk' },
    { id: 15, name: 'Field Work' },
  ],
  statuses: [
    { id: 131, name: 'New', board: { id: 14, name: 'Help Desk' } },
    { id: 151, name: 'New', board: { id: 15 } },
  ],
  priorities: [{ id: 6, name: 'Priority 3 - Low' }],
  companies: [
    { id: 7, name: 'Contoso Ltd', identifier: 'Other', deletedFlag: true },
    { id: 8, name: 'Contoso Ltd', identifier: 'Elsewhere' },
  ],
})
const rowsOf = (relationship: Relationship, sameOrganisation = false) =>
  new Map(
    matchReferences({
      draft: draftOf(relationship, ''),
      records: recordsOf(other),
      sameOrganisation,
      choices: new Map(),
    }).map((row) => [row.field, row]),
  )

test('a status follows what its board becomes, and both say on which board they are', () => {
  const rows = rowsOf(targetRelationship())
  expect(rows.get('serviceBoard')).toEqual({
    field: 'serviceBoard',
    collection: 'boards',
    inFile: { id: 4, name: 'Help Desk', board: null },
    state: 'other-id',
    chosen: { id: 14, name: 'Help Desk', board: null },
    closest: null,
    onBoard: null,
  })
  expect(rows.get('status')).toEqual({
    field: 'status',
    collection: 'statuses',
    inFile: { id: 31, name: 'New', board: 'Help Desk' },
    state: 'other-id',
    chosen: { id: 131, name: 'New', board: 'Help Desk' },
    closest: null,
    onBoard: 14,
  })
})

test('a status without a board of its own follows the landing board, one of the filter none', () => {
  const status = { id: 31, name: 'New' }
  const reverseSync = { ...reverseSyncOn, filter: { ...reverseSyncOn.filter, statuses: [status] } }
  const rows = rowsOf(targetRelationship({ status, reverseSync }))
  expect(rows.get('status')).toMatchObject({
    inFile: { board: 'Help Desk' },
    chosen: { id: 131 },
    onBoard: 14,
  })
  expect(rows.get('reverseSync.filter.statuses[0]')).toMatchObject({
    inFile: { board: null },
    state: 'ambiguous',
    chosen: null,
    onBoard: null,
  })
})

test('every board of a source has its own row, in the order of the form', () => {
  const rows = rowsOf(sourceRelationship())
  expect([...rows.keys()].slice(0, 5)).toEqual([
    'company',
    'boards[0]',
    'boards[1]',
    'defaultBoard',
    'status',
  ])
  expect(rows.get('boards[1]')).toMatchObject({ inFile: { id: 5 }, chosen: { id: 15, name: 'Field Work' } })
})

test('of several namesakes the one that is offered is meant, and what has none is shown the closest', () => {
  const rows = rowsOf(targetRelationship({ company: { id: 250, name: 'Contoso Ltd' } }))
  expect(rows.get('company')).toMatchObject({ state: 'other-id', chosen: { id: 8 } })
  expect(rows.get('priority')).toMatchObject({
    state: 'missing',
    chosen: null,
    closest: { id: 6, name: 'Priority 3 - Low', board: null },
  })
})

test('in the same ConnectWise the id decides, and a value that is gone stays', () => {
  const rows = rowsOf(targetRelationship(), true)
  expect(rows.get('priority')).toMatchObject({
    state: 'renamed',
    chosen: { id: 6, name: 'Priority 3 - Low' },
    closest: null,
  })
  expect(rows.get('source')).toMatchObject({ state: 'same', chosen: { id: 3 } })
  expect(rows.get('company')).toMatchObject({ chosen: { id: 8 } })
})
