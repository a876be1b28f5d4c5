// The judgements of a sample: each distinct outcome once, and what they add up to.
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../../../../renderer/preview/list/arrangeTickets.ts'
import { groupCounts, summaryText } from '../../../../../renderer/preview/judging/groups.ts'
import { outcomeAt } from '../../../../../renderer/preview/judging/outcomes.ts'
import { cases, judge, outcomes } from '../judgedCases.ts'

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
