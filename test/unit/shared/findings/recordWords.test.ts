// What findings say of one record: what it is, its new name, and the board a status belongs to.
import { describe, expect, test } from 'vitest'
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { found, messageOf } from './found.ts'

describe('a record', () => {
  test.each([
    [
      'company-unknown',
      { company: { id: 900, name: 'x' } },
      'Company “x” is not in the reference data (id 900).',
    ],
    [
      'source-unknown',
      { source: { id: 900, name: ' ' } },
      'Source number 900 is not in the reference data (id 900).',
    ],
    [
      'work-role-unknown',
      { timeEntries: { ...timeEntriesOn, defaultWorkRole: { id: 900, name: 'x' } } },
      'Work role “x” is not in the reference data (id 900).',
    ],
    [
      'field-filter-unknown',
      { reverseSync: { ...reverseSyncOn, fieldFilter: { id: 900, caption: 'x' } } },
      'Custom field “x” is not in the reference data (id 900).',
    ],
  ] as const)('that is gone is named as what it is: %s', (code, settings, message) => {
    expect(messageOf(code, targetRelationship(settings))).toBe(message)
  })

  test.each([
    [{ owner: { id: 42, name: ' Dana Reyes ' } }, undefined],
    [{ owner: { id: 42, name: 'dreyes' } }, undefined],
    [{ owner: { id: 42, name: ' ' } }, undefined],
    [{ owner: { id: 42, name: 'Dana' } }, 'Member “Dana” is now called “Dana Reyes”.'],
    [{ company: { id: 250, name: 'Contoso' } }, 'Company “Contoso” is now called “Contoso Ltd”.'],
  ])('that is called %j has the new name %j', (settings, message) => {
    expect(messageOf('reference-renamed', targetRelationship(settings))).toBe(message)
  })

  test.each([
    [{ firstName: 'Dina', lastName: null, identifier: 'dina' }],
    [{ firstName: null, lastName: 'Roy', identifier: 'roy' }],
    [{ firstName: ' ', lastName: '', identifier: 'roy' }],
  ])('whose row is too sparse to tell has no new name: %j', (row) => {
    const sparse = reference({ members: [{ id: 42, ...row }] })
    expect(messageOf('reference-renamed', targetRelationship(), sparse)).toBeUndefined()
  })

  test('is the built-in account among members only', () => {
    const zadmin = { id: 900, name: 'zAdmin' }
    expect(messageOf('member-not-listed', targetRelationship({ owner: zadmin }))).toContain('“zAdmin”')
    expect(messageOf('company-unknown', targetRelationship({ company: zadmin }))).toContain('“zAdmin”')
    expect(
      messageOf('owner-unknown', targetRelationship({ owner: { ...zadmin, name: 'x', identifier: '' } })),
    ).toBeDefined()
  })
})

describe('a status', () => {
  test('of another board is told with that board by its name, wherever the name is known', () => {
    const status = { id: 51, name: 'New' }
    const bare = (boards: object) =>
      reference({ statuses: [{ id: 51, name: 'New', board: { id: 5 } }], ...boards })
    expect(messageOf('status-not-on-board', targetRelationship({ status }), bare({}))).toContain(
      'board “Field Work”',
    )
    const unnamed = bare({ boards: [{ id: 4, name: 'Help Desk' }, { id: 5 }] })
    expect(messageOf('status-not-on-board', targetRelationship({ status }), unnamed)).toContain(
      'board number 5',
    )
  })

  test('that is inactive on its own board is not missing there', () => {
    const rows = [
      { id: 31, name: 'New', board: { id: 4 }, inactive: true },
      { id: 51, name: 'New', board: { id: 5 } },
    ]
    const codes = found(sourceRelationship(), reference({ statuses: rows })).map(({ code }) => code)
    expect(codes).toContain('status-inactive')
    expect(codes).not.toContain('status-missing-on-board')
  })
})
