// Cutting text to a limit without tearing a character apart.
import { expect, test } from 'vitest'
import { cutText, excerpt } from '../../../../shared/text/cleanText.ts'

const a = (count: number): string => 'a'.repeat(count)
const family = '👩‍👩‍👧‍👦'

test.each([
  ['keeps text of exactly the limit', a(100), a(100)],
  ['cuts plain text at the limit', a(101), a(100)],
  ['keeps an emoji that ends at the limit', `${a(98)}🖨b`, `${a(98)}🖨`],
  ['drops an emoji across the limit', `${a(99)}🖨b`, a(99)],
  ['drops a family across the limit whole', `${a(95)}${family}b`, a(95)],
  ['drops a letter whose accent is across the limit', `${a(99)}e\u0301b`, a(99)],
  ['drops a flag across the limit whole', `${a(98)}🇩🇪b`, a(98)],
  ['cuts between right-to-left letters', 'ש'.repeat(120), 'ש'.repeat(100)],
  [
    'cuts a single character that is longer than the limit',
    `e${'\u0301'.repeat(150)}`,
    `e${'\u0301'.repeat(99)}`,
  ],
  [
    'never halves a pair, even there',
    `e${'\u0301'.repeat(98)}${'\u{1D165}'.repeat(9)}`,
    `e${'\u0301'.repeat(98)}`,
  ],
])('%s', (_, text, expected) => {
  expect(cutText(text, 100)).toBe(expected)
})

test('an excerpt is one line of limited length', () => {
  expect(excerpt('  one\r\n two\tthree ', 20)).toBe('one two three')
  expect(excerpt('one two three', 8)).toBe('one two…')
})
