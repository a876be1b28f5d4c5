// One record replaced by another wherever a relationship uses it.
import { describe, expect, test } from 'vitest'
import { recordsOf } from '../../../../shared/files/recordIndex.ts'
import type { RecordKey } from '../../../../shared/fleet/recordKey.ts'
import { lostStatusWords, replaceRecord } from '../../../../shared/fleet/replaceRecord.ts'
import { belongsTo, fieldsUsing } from '../../../../shared/fleet/whereUsed.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import {
  connection,
  snapshot,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'

const board = (id: number, name: string) => ({ id, name })
const records = recordsOf({
  kind: 'syncwright.reference',
  version: 1,
  connection,
  fetchedAt: '2026-11-20T08:00:00Z',
  collections: {
    boards: [board(4, 'Help Desk'), board(9, 'Service'), board(12, 'Projects')],
    statuses: [
      { id: 31, name: 'New', board: board(4, 'Help Desk') },
      { id: 32, name: 'Waiting', board: board(4, 'Help Desk') },
      { id: 91, name: 'NÉW', board: board(9, 'Service') },
      { id: 92, name: 'Waiting', board: board(9, 'Service'), inactive: true },
    ],
    members: [
      { id: 42, identifier: 'dreyes', firstName: 'Dana', lastName: 'Reyes', inactiveFlag: true },
      { id: 45, identifier: 'mokoro', firstName: 'Mika', lastName: 'Okoro' },
    ],
    customFields: [{ id: 30, caption: 'Send to partner', fieldTypeIdentifier: 'Checkbox' }],
  },
})

const reverse = (statuses: { id: number; name: string; boardId?: number }[]) => ({
  enabled: true as const,
  filter: {
    boards: [board(4, 'Help Desk'), board(9, 'Service')],
    companies: [],
    statuses,
    priorities: [],
  },
  fieldFilter: { id: 28, caption: 'Sync to partner' },
})
const reverseOf = ({ settings }: Relationship) =>
  'reverseSync' in settings && settings.reverseSync.enabled ? settings.reverseSync : null
const replaced = (relationship: Relationship, record: RecordKey, withId: number) =>
  replaceRecord(relationship, { record, withId, records })
const fieldsOf = (relationship: Relationship, record: RecordKey, withId: number) =>
  replaced(relationship, record, withId).changes.map(({ field }) => field)

describe('where a record is used', () => {
  test('every field that points at it is named, with its place in a list', () => {
    const relationship = targetRelationship({ reverseSync: reverse([]), timeEntries: timeEntriesOn })
    expect(fieldsUsing(relationship, { collection: 'members', id: 42 })).toEqual([
      'owner',
      'timeEntries.defaultMember',
    ])
    expect(fieldsUsing(relationship, { collection: 'boards', id: 9 })).toEqual([
      'reverseSync.filter.boards[1]',
    ])
  })

  test('another collection with the same id is no use', () => {
    expect(fieldsUsing(targetRelationship(), { collection: 'companies', id: 42 })).toEqual([])
  })

  test('ids count within the ConnectWise of the override where there is one', () => {
    const own = targetRelationship()
    const elsewhere = { ...own, apiOverride: { site: 'eu.myconnectwise.net', companyId: 'acme' } }
    const api = { site: 'https://api-na.myconnectwise.net/', companyId: 'ACME' }
    expect([belongsTo(own, api), belongsTo(elsewhere, api)]).toEqual([true, false])
  })
})

describe('replacing a record', () => {
  test('a member is replaced in every setting, with the new name and identifier', () => {
    const relationship = targetRelationship({ timeEntries: timeEntriesOn })
    const { relationship: after, changes } = replaced(relationship, { collection: 'members', id: 42 }, 45)
    expect(changes.map(({ field }) => field)).toEqual(['owner', 'timeEntries.defaultMember'])
    expect(after.settings.owner).toEqual({ id: 45, name: 'Mika Okoro', identifier: 'mokoro' })
  })

  test('a board brings its status along by name, accents and case aside', () => {
    const { relationship, lost } = replaced(targetRelationship(), { collection: 'boards', id: 4 }, 9)
    expect(relationship.settings.status).toEqual({ id: 91, name: 'NÉW', boardId: 9 })
    expect(lost).toEqual([])
  })

  test('of two statuses of the name on the new board the one with the lowest id is taken', () => {
    const named = (id: number) => ({ id, name: 'New', board: board(9, 'Service') })
    const boards = [board(4, 'Help Desk'), board(9, 'Service')]
    const collections = { boards, statuses: [named(98), named(93), named(95)] }
    const { settings } = replaceRecord(targetRelationship(), {
      record: { collection: 'boards', id: 4 },
      withId: 9,
      records: recordsOf({ ...snapshot(), collections }),
    }).relationship
    expect(settings.status?.id).toBe(93)
  })

  test('a status without an active namesake on the new board is cleared, and told', () => {
    const relationship = targetRelationship({ status: { id: 32, name: 'Waiting', boardId: 4 } })
    const result = replaced(relationship, { collection: 'boards', id: 4 }, 9)
    expect(result.relationship.settings.status).toBeNull()
    expect(result.lost.map((each) => lostStatusWords(each, 'Status'))).toEqual([
      '“Waiting” is cleared (Status): Service has no active status named Waiting.',
    ])
  })

  test('of a board whose statuses were not read nothing is claimed', () => {
    const { collections } = snapshot()
    const boards = [board(4, 'Help Desk'), board(15, 'Field Service')]
    const unread = recordsOf({ ...snapshot(), collections: { ...collections, boards }, unreadBoards: [15] })
    const order = { record: { collection: 'boards', id: 4 }, withId: 15, records: unread } as const
    const { relationship, lost, leftOpen } = replaceRecord(targetRelationship(), order)
    expect(relationship.settings.status).toBeNull()
    expect(leftOpen).toEqual([{ field: 'status', name: 'New' }])
    expect(lost[0]?.why).toBe(
      'the statuses of Field Service were not read completely, and none named New is among them',
    )
  })

  test('a board that only the reverse filter uses leaves the status alone', () => {
    const relationship = targetRelationship({ reverseSync: reverse([]) })
    expect(fieldsOf(relationship, { collection: 'boards', id: 9 }, 12)).toEqual(['reverseSync.filter.boards'])
  })

  test.each([
    ['follow their board by name, and go where it has none', [31, 32], [91], ['cleared']],
    [
      'keep the last one, for an empty filter lets everything through',
      [32],
      [32],
      ['reverseSync.filter.statuses[0]'],
    ],
    ['of another board stay', [31, 91, 71], [91, 71], []],
  ])('the filter’s statuses %s', (_, ids, expected, lost) => {
    const known: Record<number, [string, number]> = {
      31: ['New', 4],
      32: ['Waiting', 4],
      91: ['NÉW', 9],
      71: ['Odd', 12],
    }
    const statuses = ids.map((id) => ({ id, name: known[id]?.[0] ?? '', boardId: known[id]?.[1] ?? 0 }))
    const relationship = targetRelationship({ reverseSync: reverse(statuses) })
    const result = replaced(relationship, { collection: 'boards', id: 4 }, 9)
    expect(reverseOf(result.relationship)?.filter.statuses.map(({ id }) => id)).toEqual(expected)
    expect(result.lost.map(({ field, isKept }) => (isKept ? field : 'cleared'))).toEqual(lost)
  })

  test('no list ends up with a record twice, whichever of the two stands first', () => {
    for (const boards of [
      [board(4, 'Help Desk'), board(9, 'Service')],
      [board(9, 'Service'), board(4, 'Help Desk')],
    ]) {
      const relationship = sourceRelationship({ boards })
      const { settings } = replaced(relationship, { collection: 'boards', id: 4 }, 9).relationship
      expect('boards' in settings && settings.boards.map(({ id }) => id)).toEqual([9])
    }
  })

  test('the default board of a source goes along with the boards', () => {
    const after = replaced(sourceRelationship(), { collection: 'boards', id: 4 }, 9).relationship
    expect('defaultBoard' in after.settings && after.settings.defaultBoard).toEqual(board(9, 'Service'))
  })

  test('a custom field takes its new caption', () => {
    const relationship = targetRelationship({ reverseSync: reverse([]) })
    const after = replaced(relationship, { collection: 'customFields', id: 28 }, 30).relationship
    expect(reverseOf(after)?.fieldFilter).toEqual({ id: 30, caption: 'Send to partner' })
  })

  test('a relationship that does not use the record is the very same afterwards', () => {
    const relationship = targetRelationship()
    const result = replaced(relationship, { collection: 'members', id: 7 }, 45)
    expect(result.changes).toEqual([])
    expect(result.relationship).toBe(relationship)
  })
})
