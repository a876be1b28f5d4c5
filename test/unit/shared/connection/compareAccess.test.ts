// The comparison of two key pairs: every combination of states, rows that split differently, counts, and the sentence.
import { describe, expect, it } from 'vitest'
import {
  compareAccess,
  compareSight,
  accessComparisonWords,
} from '../../../../shared/connection/compareAccess.ts'
import type { Permission } from '../../../../shared/connection/connection.ts'

type State = Permission['state']

const members = 'System > Member Maintenance > Inquire All'
const tables = 'System > Table Setup > Inquire All'
const tickets = 'Service Desk > Service Tickets > Inquire All'
const line = (right: string, state: State, neededFor = 'Owner'): Permission => ({ right, state, neededFor })

describe('two permission maps', () => {
  it.each<[State, State, string]>([
    ['granted', 'granted', 'same'],
    ['missing', 'missing', 'same'],
    ['untested', 'untested', 'same'],
    ['granted', 'missing', 'lose'],
    ['granted', 'untested', 'mayLose'],
    ['untested', 'missing', 'mayLose'],
    ['missing', 'granted', 'gain'],
    ['missing', 'untested', 'mayGain'],
    ['untested', 'granted', 'mayGain'],
  ])('from %s to %s is %s', (saved, fresh, change) => {
    expect(compareAccess([line(members, saved)], [line(members, fresh)])).toEqual([
      { right: members, neededFor: 'Owner', saved, fresh, change },
    ])
  })

  it('list what would be lost first, then what would be gained, then the same', () => {
    const saved = [line(tables, 'granted', 'Boards'), line(tickets, 'missing'), line(members, 'granted')]
    const fresh = [line(tables, 'granted', 'Boards'), line(tickets, 'granted'), line(members, 'missing')]
    expect(compareAccess(saved, fresh).map(({ right, change }) => [right, change])).toEqual([
      [members, 'lose'],
      [tickets, 'gain'],
      [tables, 'same'],
    ])
  })

  it('split a right whose purposes fare differently, and join those that fare alike', () => {
    const saved = [line(tables, 'granted', 'Boards, Statuses, Priority')]
    const fresh = [line(tables, 'missing', 'Boards, Statuses'), line(tables, 'granted', 'Priority')]
    expect(compareAccess(saved, fresh)).toMatchObject([
      { neededFor: 'Boards, Statuses', change: 'lose' },
      { neededFor: 'Priority', change: 'same' },
    ])
  })

  it('are not compared where one test did not get that far', () => {
    expect(compareAccess([], [line(members, 'granted')])).toMatchObject([
      { saved: null, fresh: 'granted', change: 'unknown' },
    ])
    expect(compareAccess([], [])).toEqual([])
  })
})

describe('what two pairs see', () => {
  const sight = (member: string | null, count: number | null) => ({
    member,
    counts: [{ what: 'tickets', count }],
  })

  it.each([
    [1200, 1200, 'the same', false],
    [1200, 200, '1,000 fewer', true],
    [200, 1200, '1,000 more', false],
    [null, 200, 'not known', false],
    [200, null, 'not known', false],
    [0, 0, 'the same', false],
  ])('%s and %s tickets: %s', (saved, fresh, change, fewer) => {
    expect(compareSight(sight('a', saved), sight('a', fresh))[1]).toMatchObject({ change, fewer })
  })

  it.each([
    ['old', 'new', 'another member'],
    ['old', 'old', 'the same'],
    [null, 'new', 'not known'],
    [null, null, 'not known'],
  ])('keys of %s and of %s: %s', (saved, fresh, change) => {
    expect(compareSight(sight(saved, 1), sight(fresh, 1))[0]).toMatchObject({ what: 'belongs to', change })
  })

  it('is empty where neither test got that far, and open where one did not', () => {
    expect(compareSight(undefined, undefined)).toEqual([])
    expect(compareSight(undefined, sight('new', 3))).toEqual([
      { what: 'belongs to', saved: 'not shown', fresh: 'new', change: 'not known', fewer: false },
      { what: 'tickets', saved: 'not counted', fresh: '3', change: 'not known', fewer: false },
    ])
  })
})

describe('the sentence', () => {
  const words = (saved: Permission[], fresh: Permission[], counts: [number, number] = [1, 1]) => {
    const [before, after] = counts.map((count) => ({ member: null, counts: [{ what: 'tickets', count }] }))
    return accessComparisonWords({ access: compareAccess(saved, fresh), sight: compareSight(before, after) })
  }

  it.each([
    [
      'a loss and a gain',
      words(
        [line(members, 'granted'), line(tickets, 'missing')],
        [line(members, 'missing'), line(tickets, 'granted')],
      ),
      'loses',
      'The new keys would lose 1 right, and would gain 1 right.',
    ],
    [
      'fewer rows',
      words([line(tickets, 'granted')], [line(tickets, 'granted')], [9, 3]),
      'loses',
      'The new keys would see fewer tickets.',
    ],
    [
      'a gain',
      words(
        [line(members, 'missing'), line(tickets, 'untested')],
        [line(members, 'granted'), line(tickets, 'granted')],
      ),
      'gains',
      'The new keys would gain 2 rights and lose none.',
    ],
    [
      'no difference',
      words([line(members, 'granted')], [line(members, 'granted')]),
      'same',
      'The new keys may do what the saved keys may do.',
    ],
    [
      'nothing to compare with',
      words([], [line(members, 'granted')]),
      'unknown',
      'The two key pairs cannot be compared.',
    ],
  ])('names %s', (_case, said, outcome, message) => {
    expect(said).toEqual({ outcome, message })
  })
})
