// Every state of the match table by id and name, and what it becomes.
import { describe, expect, test } from 'vitest'
import type { Collections, Snapshot } from '../../../../../shared/reference/collections.ts'
import {
  snapshot,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../../support/relationships.ts'
import { bind, moved } from './bind.ts'

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
    ['the name, inactive', people(person(7, 'Dana', 'Reyes', 'a', true)), 'other-id', 7],
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

  test.each([
    [[4], 'unread'],
    [[9], 'missing'],
  ])('where the statuses of the boards %j may not be read, one of board 4 is %s', (unreadBoards, state) => {
    const into = { ...snapshot({ statuses: [] }), unreadBoards }
    expect(bind(targetRelationship(), into).at('status')).toMatchObject({ state })
  })

  test('a status that says no board may be on any', () => {
    const statuses = [{ id: 7, name: 'New' }]
    const { at } = bind(targetRelationship(), snapshot({ statuses }), { choices: { serviceBoard: 5 } })
    expect(at('status')).toMatchObject({ state: 'other-id', chosen: { id: 7, board: null }, onBoard: 5 })
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
