// Counts as people read them.
import { expect, test } from 'vitest'
import { countOf, formatCount } from '../../../../shared/text/counts.ts'

test('a count has a comma before every three digits', () => {
  const counts = [0, 7, 999, 1000, 40_200, 1_234_567, 1_000_000_000]
  expect(counts.map(formatCount)).toEqual(['0', '7', '999', '1,000', '40,200', '1,234,567', '1,000,000,000'])
})

test('one thing has the singular, none and several the plural', () => {
  expect([0, 1, 2150].map((count) => countOf(count, 'entry', 'entries'))).toEqual([
    '0 entries',
    '1 entry',
    '2,150 entries',
  ])
})
