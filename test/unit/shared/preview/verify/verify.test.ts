// What the first sync made beside what the preview said: which ticket is which, and what is a difference.
import { describe, expect, test } from 'vitest'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import { reference, sourceRelationship } from '../../../../support/relationships.ts'
import { at, partner, arrived, type More, verify, only, codes } from './arrival.ts'

test('thousands of one key or one title are ambiguous, all of them', () => {
  const many = Array.from({ length: 12_000 }, (_, id) => id)
  for (const externalXRef of ['INC-1', null]) {
    const { summary } = verify(
      many.map(() => partner()),
      many.map((id) => arrived({ id, externalXRef })),
    )
    expect(summary).toMatchObject({ ambiguous: 12_000, extra: 0 })
  }
})

describe('which ticket is which', () => {
  const states = (tickets: PartnerTicket[], actual: ServiceTicket[], more?: More) => {
    const { rows, extra } = verify(tickets, actual, more)
    return [rows.map(({ state, ticket }) => [state, ticket]), extra]
  }
  const other = arrived({ id: 502, externalXRef: null })
  const two = [partner(), partner({ key: 'INC-2' })]

  test.each<[string, PartnerTicket[], ServiceTicket[], More, ReturnType<typeof states>]>([
    [
      'the key decides',
      [partner({ summary: 'Other' })],
      [arrived({ summary: 'other' })],
      {},
      [[['as-expected', 501]], []],
    ],
    [
      'a long key as far as it fits',
      [partner({ key: 'K'.repeat(120) })],
      [arrived({ externalXRef: 'K'.repeat(100) })],
      {},
      [[['as-expected', 501]], []],
    ],
    [
      'else the title, without case, accents and blanks',
      [partner({ summary: ' Prínter  OFFLINE' })],
      [arrived({ externalXRef: 'other' })],
      {},
      [[['as-expected', 501]], []],
    ],
    [
      'nothing fits',
      [partner()],
      [arrived({ summary: 'x', externalXRef: 'y' })],
      {},
      [[['missing', null]], [501]],
    ],
    [
      'the key before the title, and each ticket once',
      two,
      [arrived()],
      {},
      [
        [
          ['as-expected', 501],
          ['missing', null],
        ],
        [],
      ],
    ],
    [
      'two tickets of one key',
      [partner()],
      [arrived(), arrived({ id: 502 })],
      {},
      [[['ambiguous', null]], []],
    ],
    [
      'two tickets of one title',
      [partner()],
      [other, { ...other, id: 503 }],
      {},
      [[['ambiguous', null]], []],
    ],
    [
      'two rows of one title',
      two,
      [other],
      {},
      [
        [
          ['ambiguous', null],
          ['ambiguous', null],
        ],
        [],
      ],
    ],
    [
      'a key twice',
      [partner(), partner()],
      [arrived()],
      {},
      [
        [
          ['ambiguous', null],
          ['ambiguous', null],
        ],
        [],
      ],
    ],
    [
      'entered before the start',
      [partner()],
      [arrived()],
      { since: '2026-11-24' },
      [[['missing', null]], []],
    ],
    [
      'entered nobody knows when',
      [partner()],
      [arrived({ _info: null })],
      { since: '2026-11-24' },
      [[['as-expected', 501]], []],
    ],
    [
      'entered in the second of the start',
      [partner()],
      [arrived()],
      { since: '2026-11-23T10:00:00.700Z' },
      [[['as-expected', 501]], []],
    ],
    ['refused and not there', [partner({ summary: ' ' })], [], {}, [[['as-expected', null]], []]],
    [
      'refused and there all the same',
      [partner({ summary: ' ' })],
      [arrived()],
      {},
      [[['differs', 501]], []],
    ],
    ['on another board it is no extra ticket', [], [arrived({ board: { id: 5 } })], {}, [[], []]],
  ])('%s', (_, tickets, actual, more, expected) => {
    expect(states(tickets, actual, more)).toEqual(expected)
  })

  test('of a whole board only what the sync may have made is extra', () => {
    const others = [
      arrived({ id: 601, externalXRef: 'Z-9', summary: 'a', _info: null }),
      arrived({ id: 602, externalXRef: null, summary: 'b' }),
      arrived({ id: 603, externalXRef: '', summary: 'c', _info: { enteredBy: 'dreyes' } }),
    ]
    expect(verify([partner()], [arrived(), ...others]).extra).toEqual([601, 602, 603])
    expect(verify([partner()], [arrived(), ...others], { wholeBoard: true }).extra).toEqual([601, 602])
  })
})

describe('values', () => {
  test.each<[string, Partial<ServiceTicket>, string[]]>([
    ['a name says nothing, the id does', { status: { id: 31, name: 'Fresh' } }, []],
    ['another status', { status: { id: 32 } }, ['status-differs']],
    ['no owner', { owner: null }, ['owner-differs']],
    ['another title', { summary: 'Something else' }, ['summary-differs']],
    [
      'several, in their order',
      { source: { id: 4 }, board: { id: 5 }, company: { id: 251 }, priority: { id: 7 } },
      ['board-differs', 'company-differs', 'priority-differs', 'source-differs'],
    ],
  ])('%s', (_, actual, expected) => {
    expect(codes({}, actual)).toEqual(expected)
  })

  test('are told by name and id', () => {
    expect(only({}, { status: { id: 32 } })?.differences).toEqual([
      { code: 'status-differs', item: null, expected: 'New (31)', actual: 'In progress (32)' },
    ])
  })

  test('that somebody changed later are a remark', () => {
    const moved = {
      dateEntered: at,
      lastUpdated: '2026-11-23T11:42:00Z',
      enteredBy: 'sync',
      updatedBy: 'dreyes',
    }
    expect(only({}, { status: { id: 32 }, _info: moved })).toMatchObject({
      state: 'as-expected',
      differences: [],
      remarks: ['status-moved-on'],
    })
    expect(only({}, { summary: 'Printer offline, floor 3', _info: moved })).toMatchObject({
      state: 'as-expected',
      remarks: ['status-moved-on'],
    })
    expect(only({}, { _info: moved })?.remarks).toEqual([])
    expect(codes({}, { status: { id: 32 }, _info: { ...moved, updatedBy: 'sync' } })).toEqual([
      'status-differs',
    ])
  })
})

test('outbound compares the change alone', () => {
  const sent = { id: 7001, board: { id: 4 }, company: { id: 250 }, status: { id: 32 }, priority: { id: 7 } }
  const verified = (actual: ServiceTicket[], ticket = sent) =>
    verifySample({
      relationship: sourceRelationship(),
      reference: reference(),
      sample: { flow: 'outbound', tickets: [ticket] },
      actual,
      since: '2026-11-24',
    }).rows[0]
  expect(verified([{ ...sent, status: { id: 31 }, priority: { id: 6 } }])?.state).toBe('as-expected')
  expect(verified([{ ...sent, priority: { id: 6 } }])?.differences.map(({ code }) => code)).toEqual([
    'status-differs',
  ])
  expect(verified([{ ...sent, status: { id: 31 } }])?.differences.map(({ code }) => code)).toEqual([
    'priority-differs',
  ])
  expect(verified([])).toMatchObject({ key: '7001', ticket: null, state: 'missing' })
  expect(verified([], { ...sent, board: { id: 9 } })?.state).toBe('as-expected')
})
