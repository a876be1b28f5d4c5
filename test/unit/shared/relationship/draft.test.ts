// A new relationship before anything is chosen, and where a finding's field stands in the form.
import { expect, test } from 'vitest'
import { emptyOverride, emptySettings } from '../../../../shared/relationship/draft.ts'
import { fieldPathOf } from '../../../../shared/relationship/fields.ts'

test('nothing is chosen and nothing is on', () => {
  expect(emptySettings()).toEqual({
    company: null,
    boards: [],
    defaultBoard: null,
    serviceBoard: null,
    status: null,
    priority: null,
    source: null,
    owner: null,
    commentTypes: [],
    syncAttachments: false,
    timeEntries: { sync: false, defaultWorkRole: null, defaultMember: null, includeNotes: false },
    reverseSync: {
      enabled: false,
      filter: { boards: [], companies: [], statuses: [], priorities: [] },
      fieldFilter: null,
    },
  })
  expect(emptyOverride()).toEqual({ enabled: false, site: '', companyId: '', publicKey: '', clientId: '' })
  expect(emptySettings()).not.toBe(emptySettings())
})

test.each([
  ['boards[1]', 'boards'],
  ['boards[12]', 'boards'],
  ['reverseSync.filter.boards[0]', 'reverseSync.filter.boards'],
  ['timeEntries.defaultMember', 'timeEntries.defaultMember'],
  ['snapshot', null],
  ['boards[1].name', null],
])('the field %s is of the setting %s', (field, path) => {
  expect(fieldPathOf(field)).toBe(path)
})
