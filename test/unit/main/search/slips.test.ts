// The bit-parallel distance agrees with the plain definition.
import { assert, constantFrom, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createSlipTest, isOneSlipApart } from '../../../../main/search/slips.ts'

/** Restricted Damerau–Levenshtein distance between two texts, by its definition. */
function distance(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const same = a[i - 1] === b[j - 1] ? 0 : 1
    const simple = Math.min(memo(i - 1, j) + 1, memo(i, j - 1) + 1, memo(i - 1, j - 1) + same)
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    return swapped ? Math.min(simple, memo(i - 2, j - 2) + 1) : simple
  }
  const known = new Map<string, number>()
  const memo = (i: number, j: number): number => {
    const key = `${i},${j}`
    const value = known.get(key) ?? at(i, j)
    known.set(key, value)
    return value
  }
  return memo(a.length, b.length)
}

test('a word nearly starts with what was typed exactly when one of its beginnings is that near', () => {
  const letters = string({ unit: constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 9 })
  assert(
    property(letters, letters, integer({ min: 0, max: 2 }), (wanted, word, slips) => {
      const units = Uint16Array.from(`xx${word}x`, (letter) => letter.charCodeAt(0))
      const nearest = Math.min(
        ...Array.from({ length: word.length + 1 }, (_, end) => distance(wanted, word.slice(0, end))),
      )
      expect(createSlipTest(wanted, slips)(units, 2, 2 + word.length)).toBe(nearest <= slips)
    }),
    { numRuns: 2000 },
  )
})

test('two short words are one slip apart exactly when their distance says so', () => {
  const letters = string({ unit: constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 4 })
  assert(
    property(letters, letters, (one, other) => {
      expect(isOneSlipApart(one, other)).toBe(distance(one, other) <= 1)
    }),
    { numRuns: 2000 },
  )
})
