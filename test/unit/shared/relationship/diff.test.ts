// Comparing two relationships: by meaning, in the order of the form.
import { describe, expect, test } from 'vitest'
import { diffRelationships } from '../../../../shared/relationship/diffRelationships.ts'
import {
  connection,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
} from '../../../support/relationships.ts'

describe('diffRelationships', () => {
  test('finds a setting that changed, with both values', () => {
    const after = targetRelationship({ priority: { id: 7, name: 'Priority 1 - Critical' } })
    expect(diffRelationships(targetRelationship(), after)).toEqual([
      {
        field: 'priority',
        before: { id: 6, name: 'Priority 3 - Medium' },
        after: { id: 7, name: 'Priority 1 - Critical' },
      },
    ])
  })

  test('compares references by id: names and order of a list do not count', () => {
    const before = sourceRelationship()
    const after = sourceRelationship({
      boards: [
        { id: 5, name: 'Field' },
        { id: 4, name: 'Help' },
      ],
      status: { id: 31, name: 'Fresh' },
    })
    expect(diffRelationships(before, after)).toEqual([])
  })

  test('names every setting that a gate takes along', () => {
    const off = targetRelationship({ timeEntries: { sync: false }, reverseSync: { enabled: false } })
    expect(diffRelationships(targetRelationship(), off).map(({ field }) => field)).toEqual([
      'timeEntries.sync',
      'timeEntries.defaultWorkRole',
      'timeEntries.defaultMember',
      'reverseSync.enabled',
      'reverseSync.filter.boards',
    ])
  })

  test.each([
    ['contractName', targetRelationship({}, { contractName: 'Other' })],
    ['partner', targetRelationship({}, { partner: 'Other' })],
    ['connection', targetRelationship({}, { connection: { ...connection, companyId: 'other' } })],
    [
      'apiOverride',
      targetRelationship({}, { apiOverride: { site: 'eu.myconnectwise.net', companyId: 'acme' } }),
    ],
    ['commentTypes', targetRelationship({ commentTypes: ['internal'] })],
    [
      'reverseSync.fieldFilter',
      targetRelationship({
        reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Sync to partner' } },
      }),
    ],
  ])('compares %s', (field, after) => {
    expect(diffRelationships(targetRelationship(), after).map((change) => change.field)).toEqual([field])
  })

  test('a change of role names the role and the boards', () => {
    const fields = diffRelationships(sourceRelationship(), targetRelationship()).map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['role', 'boards', 'defaultBoard', 'serviceBoard']))
  })
})
