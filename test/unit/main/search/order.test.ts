// Sorting names by the ranks of their words gives what comparing them would give.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphabeticalOrder } from '../../../../main/search/alphabeticalOrder.ts'
import { splitNames } from '../../../../main/search/nameWords.ts'
import { simplifyText } from '../../../../shared/reference/textSearch.ts'

const compared = (texts: readonly string[]): number[] =>
  texts
    .map((_, position) => position)
    .sort((a, b) => {
      const [one = '', other = ''] = [texts[a], texts[b]]
      return one < other ? -1 : one > other ? 1 : a - b
    })

const sorted = (names: readonly string[]): number[] => [...alphabeticalOrder(splitNames(names))]

test.each([
  ['nothing', []],
  ['one name', ['contoso']],
  ['equal names', Array.from({ length: 40 }, () => 'contoso ltd')],
  ['names that begin alike', Array.from({ length: 60 }, (_, index) => 'contoso '.repeat(60 - index).trim())],
  ['a name that ends where others go on', ['contoso-uk', 'contosos', 'contoso uk', 'contoso']],
  [
    'many words, all different',
    Array.from({ length: 3000 }, (_, index) => `w${(index * 7919) % 3000} ${index} x`),
  ],
])('sorts %s', (_, names) => {
  expect(sorted(names)).toEqual(compared(names))
})

test('sorts any simplified names, equal ones in the order they came', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('', 'a', 'ab', 'abc', 'a-b', 'é', '\u0001', 'a\u0001b'),
  )
  const name = fc.array(word, { maxLength: 6 }).map((words) => simplifyText(words.join(' ')))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), (names) => {
      expect(sorted(names)).toEqual(compared(names))
    }),
    { numRuns: 60 },
  )
})
