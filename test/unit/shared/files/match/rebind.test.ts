// Re-binding a whole relationship to a connection, the same or another.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import { relationshipSchema, type StatusRef } from '../../../../../shared/relationship/relationship.ts'
import { recordsOf } from '../../../../../shared/files/recordIndex.ts'
import { rebindRelationship } from '../../../../../shared/files/match/rebind.ts'
import { effective } from '../../../../../shared/relationship/effective.ts'
import { connectionRef, draft } from '../../../../support/drafts.ts'
import { snapshot, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { bind, moved } from './bind.ts'

const reverseSync = {
  enabled: true as const,
  filter: {
    boards: [
      { id: 4, name: 'Help Desk' },
      { id: 5, name: 'Field Work' },
    ],
    companies: [{ id: 251, name: 'Fabrikam Inc', identifier: 'Fabrikam' }],
    statuses: [
      { id: 31, name: 'New', boardId: 4 },
      { id: 59, name: 'Closed', boardId: 5 },
    ],
    priorities: [{ id: 7, name: 'Priority 1 - Critical' }],
  },
  fieldFilter: { id: 28, caption: 'Sync to partner' },
}

describe('promotion: all ids differ, names are equal', () => {
  test.each([
    ['target', targetRelationship({ reverseSync })],
    ['source', sourceRelationship()],
  ])('every reference of a %s finds its record by name', (_role, relationship) => {
    const { matches, rebound } = bind(relationship, moved())
    expect(new Set(matches.map(({ state }) => state))).toEqual(new Set(['other-id']))
    const expected = JSON.stringify(relationship.settings, (key, value: unknown) =>
      (key === 'id' || key === 'boardId') && typeof value === 'number' ? value + 1000 : value,
    )
    expect(rebound.settings).toMatchObject(JSON.parse(expected))
    expect(relationshipSchema.safeParse(rebound).success).toBe(true)
  })

  test('doing it again changes nothing', () => {
    const once = bind(targetRelationship({ reverseSync }), moved()).rebound
    const twice = bind(once, moved())
    expect(new Set(twice.matches.map(({ state }) => state))).toEqual(new Set(['same']))
    expect(twice.rebound).toEqual(once)
  })

  test('a status is matched on the board its own board became', () => {
    const relationship = sourceRelationship({ status: { id: 51, name: 'New', boardId: 5 } })
    expect(bind(relationship, moved()).at('status')).toMatchObject({
      state: 'other-id',
      chosen: { id: 1051, board: 'Field Work' },
    })
  })

  test('without a board of its own a status belongs to the landing board', () => {
    const relationship = targetRelationship({ status: { id: 31, name: 'New' } })
    expect(bind(relationship, moved()).at('status')?.chosen?.id).toBe(1031)
  })

  test('another board chosen by hand takes its statuses along', () => {
    const { at, rebound } = bind(targetRelationship(), moved(), { choices: { serviceBoard: 1005 } })
    expect(at('status')?.chosen).toEqual({ id: 1051, name: 'New', board: 'Field Work' })
    expect(rebound.settings.status).toEqual({ id: 1051, name: 'New', boardId: 1005 })
  })

  test('a board left open leaves its status open', () => {
    const { at, rebound } = bind(targetRelationship(), moved(), { choices: { serviceBoard: null } })
    expect(at('status')).toMatchObject({ state: 'missing', chosen: null })
    expect(rebound.settings.status).toBeNull()
  })
})

describe('in the same ConnectWise', () => {
  test.each([
    ['one that is gone', snapshot({ priorities: [] }), 'missing'],
    ['one under another name', snapshot({ priorities: [{ id: 6, name: 'Medium' }] }), 'renamed'],
    ['a list that was not read', snapshot({ priorities: undefined }), 'unread'],
  ])('%s stays as the file has it', (_title, into, state) => {
    const relationship = targetRelationship()
    const { at, rebound } = bind(relationship, into, { same: true })
    expect(at('priority')?.state).toBe(state)
    expect(rebound).toEqual(relationship)
  })

  test('any relationship comes out byte for byte as it went in', () => {
    fc.assert(
      fc.property(draft, connectionRef, fc.boolean(), (any, ref, withLists) => {
        const relationship = effective('a', any, ref)
        const into = withLists ? snapshot({ companies: [], statuses: [] }) : null
        const { rebound } = bind(relationship, into, { same: true })
        const at = new Date(0)
        expect(exportRelationships([rebound], at)).toBe(exportRelationships([relationship], at))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a reference that is decided on', () => {
  const records = recordsOf(
    snapshot({
      statuses: [{ id: 31, name: 'Neu', board: { id: 4 } }, { id: 32, name: 'Open' }, { id: 33 }],
    }),
  )
  const status = (ref: StatusRef, id: number | null) =>
    rebindRelationship(
      targetRelationship({ status: ref }),
      [{ field: 'status', collection: 'statuses', chosen: id === null ? null : { id } }],
      records,
    ).settings.status

  test('keeps what the file says where it is the same record on the same board', () => {
    const refs = [
      { id: 31, name: 'New', boardId: 4, color: 'red' },
      { id: 31, name: 'New' },
      { id: 32, name: 'New', boardId: 9 },
      { id: 99, name: 'Gone', boardId: 4 },
    ]
    for (const ref of refs) expect(status(ref, ref.id)).toEqual(ref)
  })

  test('is made anew where the record is another or is on another board', () => {
    expect(status({ id: 31, name: 'New', boardId: 5 }, 31)).toEqual({ id: 31, name: 'Neu', boardId: 4 })
    expect(status({ id: 31, name: 'New', boardId: 4 }, 32)).toEqual({ id: 32, name: 'Open' })
    expect(status({ id: 31, name: 'New', boardId: 4 }, 33)).toEqual({ id: 33, name: '#33' })
    expect(status({ id: 31, name: 'New' }, null)).toBeNull()
  })

  test('leaves the others as they are', () => {
    const relationship = targetRelationship({ reverseSync })
    expect(rebindRelationship(relationship, [], records)).toEqual(relationship)
  })

  test('leaves a record that a list holds twice where nobody touched it', () => {
    const boards = [
      { id: 4, name: 'Help Desk' },
      { id: 4, name: 'Help Desk again' },
      { id: 5, name: 'Field Work' },
    ]
    const to = (chosen: { id: number } | null) =>
      rebindRelationship(
        sourceRelationship({ boards }),
        [{ field: 'boards[2]', collection: 'boards', chosen }],
        recordsOf(snapshot()),
      ).settings
    expect(to({ id: 5 })).toMatchObject({ boards })
    expect(to({ id: 4 })).toMatchObject({ boards: [{ name: 'Help Desk' }] })
    expect(to(null)).toMatchObject({ boards: boards.slice(0, 2) })
  })
})

test('whatever is imported wherever stays a valid relationship', () => {
  fc.assert(
    fc.property(
      draft,
      connectionRef,
      fc.dictionary(fc.string(), fc.nat({ max: 60 })),
      (any, ref, choices) => {
        const { rebound } = bind(effective('a', any, ref), moved(), { choices })
        expect(relationshipSchema.safeParse(rebound).success).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
