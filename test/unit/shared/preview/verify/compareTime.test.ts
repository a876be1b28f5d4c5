// Time entries beside those that were expected: what cannot be compared, because a list was not read, is no difference.
import { expect, test } from 'vitest'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import type { CollectionName } from '../../../../../shared/reference/collectionNames.ts'
import { reference, targetRelationship } from '../../../../support/relationships.ts'
import { arrived, at, partner } from './arrival.ts'

test('whose time it is, or as what, is not compared where the list that would tell was not read to its end', () => {
  const entry = { timeStart: at, actualHours: 1, member: { id: 77 }, workRole: { id: 12 } }
  const ticket = partner({
    timeEntries: [{ start: at, hours: 1, memberName: 'Ines Roth', workRole: 'Architect' }],
  })
  const judged = (partial: CollectionName[]) =>
    verifySample({
      relationship: targetRelationship(),
      reference: reference({}, { partial }),
      sample: { flow: 'inbound', tickets: [ticket] },
      actual: [arrived({ timeEntries: [entry] })],
      since: null,
    }).rows[0]?.differences.map(({ code }) => code)
  expect(judged([])).toEqual(['time-entry-member-differs', 'time-entry-role-differs'])
  expect(judged(['members'])).toEqual(['time-entry-role-differs'])
  expect(judged(['members', 'workRoles'])).toEqual([])
})
