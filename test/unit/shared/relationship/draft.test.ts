// A new relationship before anything is chosen, and where a finding's field stands in the form.
import { expect, test } from 'vitest'
import { emptyOverride } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { fieldPathOf } from '../../../../shared/relationship/fields.ts'

test('nothing is chosen and nothing is on', () => {
  // No switch that is on, no id, no word.
  expect(JSON.stringify([emptySettings(), emptyOverride()])).not.toMatch(/:(?:true|\d|"[^"]|\[[^\]])/)
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
