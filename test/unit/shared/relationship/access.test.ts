// The form's table of settings: labels to the letter, who may edit what, and what is kept but not used.
import { describe, expect, test } from 'vitest'
import { settingAccess, keptButUnused } from '../../../../shared/relationship/fieldAccess.ts'
import { emptyOverride } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import {
  type FieldPath,
  fieldPathOf,
  fieldPaths,
  fields,
  fieldsOf,
} from '../../../../shared/relationship/fields.ts'
import type { Role } from '../../../../shared/relationship/roles.ts'

const empty = { settings: emptySettings(), apiOverride: emptyOverride() }
const open = {
  settings: {
    ...emptySettings(),
    timeEntries: { ...emptySettings().timeEntries, sync: true },
    reverseSync: { ...emptySettings().reverseSync, enabled: true },
  },
  apiOverride: { ...emptyOverride(), enabled: true },
}
const visible = (role: Role, draft: typeof empty) =>
  fieldPaths
    .filter((path) => settingAccess(role, path, draft).mode !== 'hidden')
    .map((path) => fields[path].label)

describe('fields', () => {
  test('a source sees the labels of its published form in order', () => {
    expect(visible('source', open)).toEqual([
      'Company',
      'Boards',
      'Default board',
      'Status',
      'Priority',
      'Source',
      'Owner',
      'Comment types',
      'Sync attachments',
      'Sync time entries',
      'Default work role',
      'Default member',
      'Include time entry notes',
      'Override API settings for this relationship',
      'Site',
      'Company ID',
      'Public key',
      'Private key',
      'Client ID',
    ])
  })

  test('a target has a service board and reverse sync instead of boards', () => {
    const labels = visible('target', open)
    expect(labels).not.toContain('Boards')
    expect(labels).not.toContain('Default board')
    expect(labels).toEqual(
      expect.arrayContaining(['Service board', 'Reverse sync', 'Reverse sync filter', 'Field based filter']),
    )
  })

  test('the four sections hold every setting once', () => {
    const inSections = (['defaults', 'content', 'reverse', 'override'] as const).flatMap(fieldsOf)
    expect(inSections.map(({ path }) => path)).toEqual(fieldPaths)
  })

  test.each<[FieldPath, Role[]]>([
    ['company', ['source', 'target']],
    ['boards', ['source']],
    ['defaultBoard', ['source']],
    ['serviceBoard', ['target']],
    ['status', ['source', 'target']],
    ['priority', ['target']],
    ['source', []],
    ['owner', []],
    ['commentTypes', ['source', 'target']],
    ['timeEntries.defaultMember', ['source', 'target']],
    ['reverseSync.filter.boards', ['target']],
    ['reverseSync.fieldFilter', []],
  ])('%s is required for %j', (path, roles) => {
    expect(fields[path].required).toEqual(roles)
  })

  test.each([
    ['boards[1]', 'boards'],
    ['reverseSync.filter.boards[0]', 'reverseSync.filter.boards'],
    ['timeEntries.defaultMember', 'timeEntries.defaultMember'],
    ['apiOverride', 'apiOverride.enabled'],
    ['snapshot', null],
    ['connection', null],
    ['toString', null],
  ])('the finding field %s points at %s', (field, path) => {
    expect(fieldPathOf(field)).toBe(path)
  })
})

describe('access', () => {
  test.each<[Role, FieldPath, typeof empty, ReturnType<typeof settingAccess>]>([
    ['target', 'boards', open, { mode: 'hidden', reason: 'Not used in the role Target.' }],
    ['source', 'reverseSync.enabled', open, { mode: 'hidden', reason: 'Not used in the role Source.' }],
    ['source', 'timeEntries.defaultMember', open, { mode: 'edit' }],
    [
      'source',
      'timeEntries.defaultMember',
      empty,
      { mode: 'hidden', reason: 'Used only while Sync time entries is on.' },
    ],
    [
      'target',
      'reverseSync.fieldFilter',
      empty,
      { mode: 'hidden', reason: 'Used only while Reverse sync is on.' },
    ],
    ['target', 'apiOverride.site', empty, { mode: 'read', reason: 'Inherited from the connection.' }],
    ['target', 'apiOverride.site', open, { mode: 'edit' }],
    ['target', 'apiOverride.enabled', empty, { mode: 'edit' }],
  ])('%s, %s', (role, path, draft, expected) => {
    expect(settingAccess(role, path, draft)).toEqual(expected)
  })
})

describe('keptButUnused', () => {
  test('names filled settings that the role or a gate hides', () => {
    const settings = {
      ...emptySettings(),
      boards: [{ id: 4, name: 'Help Desk' }],
      timeEntries: { ...emptySettings().timeEntries, includeNotes: true },
    }
    const kept = keptButUnused('target', {
      settings,
      apiOverride: { ...emptyOverride(), site: 'eu.myconnectwise.net' },
    })
    expect(kept.map(({ path }) => path)).toEqual(['boards', 'timeEntries.includeNotes', 'apiOverride.site'])
  })

  test('names nothing in an empty draft', () => {
    expect(keptButUnused('source', empty)).toEqual([])
    expect(keptButUnused('target', empty)).toEqual([])
  })
})
