// Which tickets the list shows, in which order, and the step from one to the next.
import { describe, expect, it } from 'vitest'
import {
  arrangeTickets,
  lineByKey,
  noCriteria,
  stepLine,
  ticketOf,
} from '../../../../../renderer/preview/list/arrangeTickets.ts'
import { entriesOf } from '../../../../../renderer/preview/judging/entries.ts'
import { groupsOf } from '../../../../../renderer/preview/judging/groups.ts'
import { cases, outcomes } from '../judgedCases.ts'

const entries = entriesOf({ flow: 'inbound', tickets: cases.map(({ key, summary }) => ({ key, summary })) })

const groups = groupsOf.inbound

const list = (criteria: Partial<typeof noCriteria> = {}, only?: ReadonlySet<number>) =>
  arrangeTickets(groups, entries, outcomes, { ...noCriteria, ...criteria }, only ?? null)

const keys = (arrangement: ReturnType<typeof list>) =>
  [...arrangement.lines].map((line) => (line < 0 ? groups[-1 - line]?.label : entries[line]?.key))

describe('an arrangement', () => {
  it('groups the tickets, worst first, in the order of the sample', () => {
    expect(keys(list())).toEqual([
      'Fail',
      'A-2',
      'A-5',
      'Create, with warnings',
      'A-3',
      'Create',
      'A-1',
      'A-4',
    ])
  })

  it.each([
    ['words in the title, without accents', { text: 'cafe' }, ['Create', 'A-1']],
    ['several words in any order', { text: 'again PRINTER' }, ['Create', 'A-4']],
    ['the key', { text: 'a-5' }, ['Fail', 'A-5']],
    ['a group', { group: 'warned' as const }, ['Create, with warnings', 'A-3']],
    ['a code', { code: 'status-required' }, ['Fail', 'A-5']],
    ['nothing that is there', { text: 'zebra' }, []],
  ])('finds tickets by %s', (_, criteria, expected) => expect(keys(list(criteria))).toEqual(expected))

  it('is limited to the tickets named', () => {
    expect(keys(list({}, new Set([3, 4])))).toEqual(['Fail', 'A-5', 'Create', 'A-4'])
    expect(list({}, new Set([3, 4])).shown).toBe(2)
  })

  it('names a ticket without a title', () => {
    expect(entries[1]?.title).toBe('(no title)')
    expect(entriesOf({ flow: 'outbound', tickets: [{ id: 7, summary: ' a\n b ' }] })).toEqual([
      { key: '7', title: 'a b', text: '7 a b' },
    ])
  })
})

describe('a step', () => {
  const all = list()
  const keyAt = (line: number) => entries[ticketOf(all.lines[line]) ?? -1]?.key

  it.each([
    ['down from above the list', -1, 1, 'A-2'],
    ['down over a heading', 2, 1, 'A-3'],
    ['up over a heading', 4, -1, 'A-5'],
    ['up from below the list', all.lines.length, -1, 'A-4'],
    ['a page down, to the end at most', 1, 10, 'A-4'],
    ['down at the end', 7, 1, 'A-4'],
    ['up at the start', 1, -1, 'A-2'],
  ])('goes %s', (_, from, by, key) => expect(keyAt(stepLine(all, from, by))).toBe(key))

  it('stays where it is in an empty list', () => expect(stepLine(list({ text: 'zebra' }), -1, 1)).toBe(-1))
})

describe('a key', () => {
  const all = list()

  it.each([
    ['ArrowDown', 'A-5', 'A-3'],
    ['ArrowUp', 'A-3', 'A-5'],
    ['PageDown', 'A-5', 'A-4'],
    ['PageUp', 'A-4', 'A-2'],
    ['Home', 'A-4', 'A-2'],
    ['End', 'A-2', 'A-4'],
    ['ArrowUp', undefined, 'A-2'],
  ])('%s leads from %s to %s', (key, from, to) => {
    const current = keys(all).indexOf(from)
    expect(keys(all)[lineByKey(all, current, key) ?? -1]).toBe(to)
  })

  it('that is typed leads nowhere', () => expect(lineByKey(all, 1, 'a')).toBeNull())
})
