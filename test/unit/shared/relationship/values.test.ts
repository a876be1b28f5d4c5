// One setting of a draft by its path: what is written is read, and nothing else changes.
import { describe, expect, test } from 'vitest'
import { emptyOverride, type RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { recordFields, recordPaths } from '../../../../shared/relationship/fields.ts'
import { overviewFacts } from '../../../../shared/relationship/overviewFacts.ts'
import { templateSettings } from '../../../../shared/relationship/template.ts'
import {
  copySetting,
  type FieldValues,
  readSetting,
  type SettingPath,
  writeSetting,
} from '../../../../shared/relationship/values.ts'

const draft: RelationshipDraft = {
  contractName: 'Contoso managed services',
  partner: 'Contoso',
  role: 'target',
  connectionId: 'c1',
  apiOverride: emptyOverride(),
  settings: emptySettings(),
}

const ref = { id: 7, name: 'Seven' }
const values: FieldValues = {
  company: { id: 1, name: 'Contoso' },
  boards: [{ id: 2, name: 'Two' }],
  defaultBoard: { id: 3, name: 'Three' },
  serviceBoard: { id: 4, name: 'Four' },
  status: { id: 5, name: 'Five', boardId: 4 },
  priority: { id: 6, name: 'Six' },
  source: ref,
  owner: { id: 8, name: 'Eight' },
  commentTypes: ['internal'],
  syncAttachments: true,
  'timeEntries.sync': true,
  'timeEntries.defaultWorkRole': { id: 9, name: 'Nine' },
  'timeEntries.defaultMember': { id: 10, name: 'Ten' },
  'timeEntries.includeNotes': true,
  'reverseSync.enabled': true,
  'reverseSync.filter.boards': [{ id: 11, name: 'Eleven' }],
  'reverseSync.filter.companies': [{ id: 12, name: 'Twelve' }],
  'reverseSync.filter.statuses': [{ id: 13, name: 'Thirteen' }],
  'reverseSync.filter.priorities': [{ id: 14, name: 'Fourteen' }],
  'reverseSync.fieldFilter': { id: 15, caption: 'Fifteen' },
  'apiOverride.enabled': true,
  'apiOverride.site': 'na.example.test',
  'apiOverride.companyId': 'acme',
  'apiOverride.publicKey': 'public',
  'apiOverride.clientId': 'client',
}
const paths = Object.keys(values) as SettingPath[]

const written = (before: RelationshipDraft, path: SettingPath): RelationshipDraft =>
  writeSetting(before, path, values[path])

const all = paths.reduce<RelationshipDraft>((before, path) => written(before, path), draft)

describe.each(paths)('%s', (path) => {
  test('is read as it was written, and every other setting stays', () => {
    const after = written(draft, path)
    expect(readSetting(after, path)).toBe(values[path])
    for (const other of paths)
      if (other !== path) expect(readSetting(after, other)).toEqual(readSetting(draft, other))
    expect(readSetting(all, path)).toBe(values[path])
  })

  test('is taken alone from another draft', () => {
    const after = copySetting(draft, all, path)
    expect(readSetting(after, path)).toBe(values[path])
    for (const other of paths)
      if (other !== path) expect(readSetting(after, other)).toEqual(readSetting(draft, other))
  })
})

test.each(recordPaths)(
  'the records of %s are read as they were written, in the words of the setting',
  (path) => {
    const { records } = recordFields[path]
    const after = records.write(draft, records.read(all))
    expect(after).toEqual(written(draft, path))
    expect(records.read(records.write(all, []))).toEqual([])
  },
)

test('a custom field that stays keeps what a file said of it; another one is named by its caption', () => {
  const path = 'reverseSync.fieldFilter'
  const { records } = recordFields[path]
  const field = { id: 15, caption: 'Fifteen', note: 'kept' }
  const held = writeSetting(draft, path, field)
  expect(readSetting(records.write(held, records.read(held)), path)).toEqual(field)
  const renamed = records.write(held, [{ id: 15, name: 'Fifteenth' }])
  expect(readSetting(renamed, path)).toEqual({ id: 15, caption: 'Fifteenth' })
})

test('a template leaves out what is the customer’s own, and keeps the rest', () => {
  const { settings } = all
  expect(templateSettings(all)).toEqual({
    ...settings,
    company: null,
    owner: null,
    reverseSync: { ...settings.reverseSync, filter: { ...settings.reverseSync.filter, companies: [] } },
  })
})

test('the overview tells where tickets land and what leaves, as the role has it', () => {
  const common = { company: 'Contoso', owner: 'Eight', commentTypes: ['internal'] }
  expect(overviewFacts(all)).toEqual({ ...common, landsOn: 'Four', boards: 0, reverseSync: true })
  expect(overviewFacts({ ...all, role: 'source' })).toEqual({
    ...common,
    landsOn: 'Three',
    boards: 1,
    reverseSync: null,
  })
  expect(overviewFacts(draft)).toEqual({
    company: null,
    landsOn: null,
    boards: 0,
    owner: null,
    commentTypes: draft.settings.commentTypes,
    reverseSync: false,
  })
})
