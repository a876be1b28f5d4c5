// The ticks of a test and the rights they need: what the page keeps of an answer is what main would have asked for.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { neededRights, permissionTable } from '../../../../main/connectwise/connectionTest/permissions.ts'
import { answersFor, rightsFor } from '../../../../shared/rights/rightsFor.ts'
import type { Permission } from '../../../../shared/connection/connection.ts'
import type { Needs } from '../../../../shared/rights/needs.ts'

const needs = fc.record<Needs>({
  role: fc.constantFrom('source', 'target'),
  timeEntries: fc.boolean(),
  attachments: fc.boolean(),
  reverseSync: fc.boolean(),
})
const all: Needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: true }
const tableFor = (wanted: Needs, stateOf: (index: number) => Permission['state']): Permission[] =>
  permissionTable(
    neededRights.flatMap(({ right, neededFor, when }, index) =>
      when(wanted) ? [{ right, neededFor, state: stateOf(index) }] : [],
    ),
  )

test('a wide answer holds every narrower one', () => {
  fc.assert(
    fc.property(
      needs,
      fc.array(fc.constantFrom('granted', 'missing', 'untested'), { minLength: 30 }),
      (wanted, states) => {
        const stateOf = (index: number) => states[index] ?? 'untested'
        expect(answersFor(all, wanted)).toBe(true)
        expect(rightsFor(tableFor(all, stateOf), wanted)).toEqual(tableFor(wanted, stateOf))
      },
    ),
  )
})

test('a tick that was off is not answered', () => {
  expect(answersFor({ ...all, timeEntries: false }, all)).toBe(false)
  expect(answersFor({ ...all, timeEntries: false }, { ...all, timeEntries: false, reverseSync: false })).toBe(
    true,
  )
})
