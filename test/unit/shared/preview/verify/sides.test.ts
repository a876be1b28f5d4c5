// What of a ticket came as expected: values, parts, and what somebody moved on afterwards.
import { expect, test } from 'vitest'
import type { ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { verifySides } from '../../../../../shared/preview/verify/sides.ts'
import { type Verification, verifySample } from '../../../../../shared/preview/verify/verify.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { arrived, at, partner } from './arrival.ts'

const comments = [
  { type: 'public' as const, author: 'Mara', body: 'Hello' },
  { type: 'internal' as const, author: 'Dana', body: 'Do not tell' },
]

function sides(actual: Partial<ServiceTicket>, more: Partial<Verification> = {}) {
  const given: Verification = {
    relationship: targetRelationship(),
    reference: reference(),
    sample: { flow: 'inbound', tickets: [partner({ comments })] },
    actual: [arrived(actual)],
    since: null,
    ...more,
  }
  const [row] = verifySample(given).rows
  return row
    ? verifySides(given, 0, row).map(({ what, expected, state, now }) => [what, expected, state, now])
    : []
}

test('every value and every part that is no difference stands there as the same', () => {
  expect(sides({ notes: [{ text: 'Hello', detailDescriptionFlag: true }], status: { id: 32 } })).toEqual([
    ['Title', 'Printer offline', 'same', null],
    ['Board', 'Help Desk (4)', 'same', null],
    ['Company', 'Contoso Ltd (250)', 'same', null],
    ['Priority', 'Priority 3 - Medium (6)', 'same', null],
    ['Source', 'Email (3)', 'same', null],
    ['Owner', 'Dana Reyes (42)', 'same', null],
    ['Discussion by Mara: Hello', 'read by customer, staff', 'same', null],
    ['Internal by Dana: Do not tell', 'Stays', 'notThere', null],
  ])
})

test('a value that was moved on is told with what it is now, and a list that was not read as such', () => {
  const _info = {
    dateEntered: at,
    lastUpdated: '2026-11-23T11:42:00Z',
    enteredBy: 'sync',
    updatedBy: 'dreyes',
  }
  const told = sides({ status: { id: 32 }, _info, notes: null })
  expect(told).toContainEqual(['Status', 'New (31)', 'movedOn', 'In progress (32)'])
  expect(told.filter(([, , state]) => state === 'notRead')).toHaveLength(2)
})

test('of a sent ticket the change alone is compared', () => {
  const sent = { id: 7001, board: { id: 4 }, company: { id: 250 }, status: { id: 32 }, priority: { id: 7 } }
  const more: Partial<Verification> = {
    relationship: sourceRelationship(),
    sample: { flow: 'outbound', tickets: [sent] },
    actual: [{ ...sent, status: { id: 31 } }],
  }
  expect(sides({}, more)).toEqual([['Status', 'New (31)', 'same', null]])
})

test('without a ticket, or for one that should have been refused, nothing is the same', () => {
  expect(sides({}, { actual: [] })).toEqual([])
  expect(sides({}, { sample: { flow: 'inbound', tickets: [partner({ summary: ' ' })] } })).toEqual([])
})
