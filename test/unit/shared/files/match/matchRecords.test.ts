// Re-binding an imported relationship to a connection by id and name: every state of the match table, and what it becomes.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportRelationships } from '../../../../../shared/files/exportRelationships.ts'
import { type Choices, type Match, matchReferences } from '../../../../../shared/files/match/matchRecords.ts'
import { applyMatches } from '../../../../../shared/files/match/rebind.ts'
import { recordsOf } from '../../../../../shared/files/records.ts'
import { relationshipSchema } from '../../../../../shared/relationship/relationship.ts'
import type { Collections, Snapshot } from '../../../../../shared/reference/collections.ts'
import { effective } from '../../../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../../../shared/relationship/relationship.ts'
import { connectionRef, draft } from '../../../../support/drafts.ts'
import {
  snapshot,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../../support/relationships.ts'

type Options = { same?: boolean; choices?: Record<string, number | null>; inUse?: Record<string, number> }

const asChoices = (choices: Record<string, number | null>): Choices => new Map(Object.entries(choices))

function bind(relationship: Relationship, into: Snapshot | null, options: Options = {}) {
  const records = recordsOf(into)
  const { same = false, choices = {}, inUse = {} } = options
  const matches = matchReferences({
    relationship,
    records,
    sameOrganisation: same,
    choices: asChoices(choices),
    inUse: asChoices(inUse),
  })
  const at = (field: string): Match | undefined => matches.find((match) => match.field === field)
  return { matches, at, rebound: applyMatches(relationship, matches, records) }
}

/** The same organisation with every id moved by 1000, as a production is to its sandbox. */
function moved(): Snapshot {
  const original = snapshot()
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'id' && typeof part === 'number' ? part + 1000 : move(part),
      ]),
    )
  }
  return { ...original, collections: move(original.collections) as Collections }
}

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

describe('states', () => {
  const owner = { id: 42, name: 'Dana Reyes', identifier: 'dreyes' }
  const people = (...members: NonNullable<Collections['members']>) => snapshot({ members })
  const person = (
    id: number,
    firstName: string,
    lastName: string,
    identifier: string,
    inactiveFlag = false,
  ) => ({
    id,
    firstName,
    lastName,
    identifier,
    inactiveFlag,
  })

  test.each<[title: string, into: Snapshot, state: string, id: number | null]>([
    ['same id and name', people(person(42, 'Dana', 'Reyes', 'dreyes')), 'same', 42],
    ['the name in other letters', people(person(42, 'DÁNA', 'reyes', 'DReyes')), 'same', 42],
    ['the identifier under another id', people(person(7, 'D.', 'Reyes', 'dreyes')), 'other-id', 7],
    ['the name under another id', people(person(7, 'dana', 'réyes', 'dana')), 'other-id', 7],
    [
      'the identifier before the name',
      people(person(7, 'Dana', 'Reyes', 'x'), person(8, 'A', 'B', 'dreyes')),
      'other-id',
      8,
    ],
    [
      'two of the name',
      people(person(7, 'Dana', 'Reyes', 'a'), person(8, 'Dana', 'Reyes', 'b')),
      'ambiguous',
      null,
    ],
    [
      'two of the name, one inactive',
      people(person(7, 'Dana', 'Reyes', 'a', true), person(8, 'Dana', 'Reyes', 'b')),
      'other-id',
      8,
    ],
    ['the id of somebody else', people(person(42, 'Ed', 'Brandt', 'ebrandt')), 'missing', null],
    ['nobody', people(), 'missing', null],
    ['a list that was not read to the end', { ...people(), partial: ['members'] }, 'unread', null],
    ['no list', snapshot({ members: undefined }), 'unread', null],
  ])('%s', (_title, into, state, id) => {
    const { at, rebound } = bind(targetRelationship({ owner }), into)
    expect(at('owner')).toMatchObject({ state })
    expect(rebound.settings.owner?.id ?? null).toBe(id)
  })

  test('of two companies of the name, the one of an active status is meant', () => {
    const companies = [
      { id: 7, name: 'Contoso Ltd', status: { id: 2 } },
      { id: 8, name: 'Contoso Ltd', status: { id: 1 } },
    ]
    const companyStatuses = [{ id: 1 }, { id: 2, disallowSavingFlag: true }]
    const { at } = bind(targetRelationship(), snapshot({ companies, companyStatuses }))
    expect(at('company')).toMatchObject({ state: 'other-id', chosen: { id: 8 } })
  })

  test('without any reference data everything stays open', () => {
    const { matches, rebound } = bind(targetRelationship(), null)
    expect(new Set(matches.map(({ state }) => state))).toEqual(new Set(['unread']))
    expect(rebound.settings).toMatchObject({ company: null, serviceBoard: null, owner: null })
  })

  test('a missing one names the closest offered record', () => {
    const relationship = targetRelationship({
      timeEntries: { ...timeEntriesOn, defaultWorkRole: { id: 19, name: 'Engineer L1' } },
    })
    expect(bind(relationship, snapshot()).at('timeEntries.defaultWorkRole')).toMatchObject({
      state: 'missing',
      chosen: null,
      closest: { id: 11, name: 'Engineer' },
    })
  })

  test('what is in use already is taken where nothing else is known', () => {
    const relationship = targetRelationship({ priority: { id: 99, name: 'Whatever' } })
    expect(bind(relationship, snapshot(), { inUse: { priority: 7 } }).rebound.settings.priority?.id).toBe(7)
    expect(
      bind(relationship, snapshot(), { inUse: { priority: 7 }, choices: { priority: null } }).rebound.settings
        .priority,
    ).toBeNull()
  })

  test('a choice that is no record there counts for nothing', () => {
    expect(bind(targetRelationship(), moved(), { choices: { priority: 5 } }).at('priority')?.chosen?.id).toBe(
      1006,
    )
  })

  test('two names that become one record are kept once', () => {
    const relationship = sourceRelationship()
    const { rebound } = bind(relationship, moved(), { choices: { 'boards[0]': 1005 } })
    expect(rebound.settings).toMatchObject({ boards: [{ id: 1005, name: 'Field Work' }] })
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
