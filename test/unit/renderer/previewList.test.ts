// The ticket list of the preview: outcomes in little memory, groups and counts, filtering, and steps between tickets.
import { describe, expect, it } from 'vitest'
import {
  arrange,
  codesOf,
  noCriteria,
  step,
  ticketOf,
} from '../../../renderer/preview/list/arrangeTickets.ts'
import { entriesOf } from '../../../renderer/preview/judging/entries.ts'
import { groupCounts, groupsOf, summaryText } from '../../../renderer/preview/judging/groups.ts'
import { judgeAll, outcomeAt } from '../../../renderer/preview/judging/outcomes.ts'
import {
  drawn,
  headingHeight,
  lineAt,
  rowHeight,
  scrollFor,
  topOf,
} from '../../../renderer/preview/list/lines.ts'
import type { Judgement } from '../../../shared/preview/result/previewResult.ts'

type Case = Partial<Judgement> & { key: string; summary?: string | null }

const cases: Case[] = [
  { key: 'A-1', summary: 'Café printer', verdict: 'create' },
  { key: 'A-2', summary: null, verdict: 'fail', reasons: ['summary-missing'] },
  { key: 'A-3', summary: 'Mail', verdict: 'create', warnings: ['member-fallback'] },
  { key: 'A-4', summary: 'Printer again', verdict: 'create' },
  { key: 'A-5', summary: 'VPN', verdict: 'fail', reasons: ['summary-missing', 'status-required'] },
]

const judge = ({ key, verdict = 'create', reasons = [], warnings = [] }: Case): Judgement => ({
  key,
  verdict,
  reasons,
  warnings,
})
const outcomes = judgeAll(judge, cases)
const entries = entriesOf({ flow: 'inbound', tickets: cases.map(({ key, summary }) => ({ key, summary })) })
const groups = groupsOf.inbound
const list = (criteria: Partial<typeof noCriteria> = {}, only?: ReadonlySet<number>) =>
  arrange(groups, entries, outcomes, { ...noCriteria, ...criteria }, only ?? null)
const keys = (arrangement: ReturnType<typeof list>) =>
  [...arrangement.lines].map((line) => (line < 0 ? groups[-1 - line]?.label : entries[line]?.key))

describe('outcomes', () => {
  it('keeps each distinct outcome once', () => {
    expect(outcomes.table).toHaveLength(4)
    expect([...outcomes.of]).toEqual([0, 1, 2, 0, 3])
  })

  it('gives back what was judged', () => {
    for (const [index, each] of cases.entries()) {
      const { key: _, ...outcome } = judge(each)
      expect(outcomeAt(outcomes, index)).toEqual(outcome)
    }
    expect(outcomeAt(outcomes, cases.length)).toBeUndefined()
  })

  it('counts groups and says the whole in one line', () => {
    const counts = groupCounts(outcomes)
    expect(counts).toEqual({ fail: 2, warned: 1, fine: 2, skip: 0 })
    expect(summaryText('inbound', counts)).toBe('5 tickets: 3 create, 2 fail')
    expect(summaryText('outbound', { fail: 0, warned: 1, fine: 0, skip: 0 })).toBe('1 ticket: 1 send, 0 skip')
  })

  it('counts tickets per code, most frequent first', () => {
    expect(codesOf(outcomes)).toEqual([
      { code: 'summary-missing', count: 2 },
      { code: 'member-fallback', count: 1 },
      { code: 'status-required', count: 1 },
    ])
  })
})

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
  ])('goes %s', (_, from, by, key) => expect(keyAt(step(all, from, by))).toBe(key))

  it('stays where it is in an empty list', () => expect(step(list({ text: 'zebra' }), -1, 1)).toBe(-1))
})

describe('the lines of the list', () => {
  const lines = { count: 2003, headings: [0, 2, 1001] }

  it('stand below one another without gaps', () => {
    for (let line = 0; line < lines.count; line += 1) {
      const height = lines.headings.includes(line) ? headingHeight : rowHeight
      expect(topOf(lines, line + 1) - topOf(lines, line)).toBe(height)
    }
  })

  it('are found by every pixel of theirs', () => {
    for (let line = 0; line < lines.count; line += 1) {
      expect([lineAt(lines, topOf(lines, line)), lineAt(lines, topOf(lines, line + 1) - 1)]).toEqual([
        line,
        line,
      ])
    }
    expect([lineAt(lines, -5), lineAt(lines, 1e9)]).toEqual([0, 2002])
  })

  it.each([
    ['the top', 0, { 0: [1, 1], 2: [3, 14] }],
    ['the middle of a group', topOf(lines, 500), { 2: [492, 513] }],
    ['the border of two groups', topOf(lines, 1001), { 2: [993, 1000], 1001: [1002, 1014] }],
    ['the end', topOf(lines, 2003) - 300, { 1001: [1989, 2002] }],
  ])('are drawn around %s, below the heading they belong to', (_, top, sections) => {
    const ends = drawn(lines, top, 300).map(({ heading, rows }) => [heading, [rows[0], rows.at(-1)]])
    expect(Object.fromEntries(ends)).toEqual(sections)
  })

  it('are none in an empty list', () => expect(drawn({ count: 0, headings: [] }, 0, 300)).toEqual([]))

  it.each([
    ['above', 20, topOf(lines, 20) - headingHeight],
    ['below', 70, topOf(lines, 71) - 300],
    ['in sight already', 52, topOf(lines, 50)],
  ])('come into sight from %s', (_, line, wanted) =>
    expect(scrollFor(lines, line, topOf(lines, 50), 300)).toBe(wanted),
  )
})
