// Sorting without comparing whole texts gives what comparing them would give.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphabeticalOrder } from '../../../../main/search/alphabeticalOrder.ts'

const compared = (texts: readonly string[]): number[] =>
  texts
    .map((_, position) => position)
    .sort((a, b) => {
      const [one = '', other = ''] = [texts[a], texts[b]]
      return one < other ? -1 : one > other ? 1 : a - b
    })

test.each([
  ['nothing', []],
  ['one text', ['contoso']],
  ['equal texts', Array.from({ length: 40 }, () => 'contoso')],
  ['texts that begin alike', Array.from({ length: 60 }, (_, index) => 'contoso '.repeat(60 - index))],
  ['a very long beginning', Array.from({ length: 40 }, (_, index) => `${'x'.repeat(50_000)}${40 - index}`)],
])('sorts %s', (_, texts) => {
  expect([...alphabeticalOrder(texts)]).toEqual(compared(texts))
})

test('sorts any texts, equal ones in the order they came', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('', 'a', 'ab', 'abc', 'é'),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 100 }), (texts) => {
      expect([...alphabeticalOrder(texts)]).toEqual(compared(texts))
    }),
  )
})
