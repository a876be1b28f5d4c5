// The differences of an import in words.
import { describe, expect, it } from 'vitest'
import { labelOf, valueParts } from '../../../../../renderer/files/review/importedChanges.ts'

describe('a difference', () => {
  it.each([
    ['status', 'Status'],
    ['timeEntries.defaultMember', 'Default member'],
    ['reverseSync.filter.boards', 'Reverse sync filter'],
    ['contractName', 'Contract name'],
    ['connection', 'Connection'],
    ['apiOverride', 'API override'],
    ['somethingNew', 'somethingNew'],
  ])('at %s is called %s', (field, label) => expect(labelOf(field)).toBe(label))

  it.each([
    ['status', { id: 31, name: 'New' }, [{ text: 'New', id: 31 }]],
    ['status', null, [{ text: 'not chosen', id: null }]],
    [
      'reverseSync.fieldFilter',
      { id: 28, caption: 'Sync to partner' },
      [{ text: 'Sync to partner', id: 28 }],
    ],
    [
      'boards',
      [
        { id: 4, name: 'Help Desk' },
        { id: 5, name: 'NOC' },
      ],
      [
        { text: 'Help Desk', id: 4 },
        { text: 'NOC', id: 5 },
      ],
    ],
    ['boards', [], [{ text: 'none', id: null }]],
    ['commentTypes', ['internal'], [{ text: 'Internal', id: null }]],
    ['role', 'target', [{ text: 'Target', id: null }]],
    ['source', { id: 2, name: 'target' }, [{ text: 'target', id: 2 }]],
    ['partner', 'target', [{ text: 'target', id: null }]],
    ['apiOverride', null, [{ text: 'off', id: null }]],
    [
      'apiOverride',
      { site: 'eu.example.test', companyId: 'acme' },
      [{ text: 'eu.example.test, acme', id: null }],
    ],
  ])('in %s reads %j as %j', (field, value, parts) => expect(valueParts(field, value)).toEqual(parts))
})
