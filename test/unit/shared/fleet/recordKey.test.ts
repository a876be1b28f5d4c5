// How a record is named: collection and id, nothing else.
import { expect, test } from 'vitest'
import { readRecordKey } from '../../../../shared/fleet/recordKey.ts'

test.each([
  ['members:42', { collection: 'members', id: 42 }],
  [' workRoles:0 ', { collection: 'workRoles', id: 0 }],
  ['customFields:2147483647', { collection: 'customFields', id: 2_147_483_647 }],
])('%s names a record', (text, key) => {
  expect(readRecordKey(text)).toEqual(key)
})

test.each([
  '42',
  'members',
  'members:',
  'members:-1',
  'members:4.2',
  'members:1e3',
  'members:2147483648',
  'members:42:43',
  'Members:42',
  'companyStatuses:1',
  'toString:1',
])('%s names none', (text) => {
  expect(readRecordKey(text)).toBeNull()
})
