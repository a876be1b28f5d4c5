// Signs at the ends of a text go, as many as there are; those inside stay.
import { expect, it } from 'vitest'
import { trimSigns } from '../../../../shared/text/trimSigns.ts'

it.each([
  ['<<"a" b>>;', 'a" b'],
  ['a', 'a'],
  ['"<>;', ''],
  ['', ''],
  [`<x${'">'.repeat(10_000)}`, 'x'],
])('of %.12j %j is left', (text, left) => {
  expect(trimSigns(text, /^[<"]$/, /^[>";]$/)).toBe(left)
})
