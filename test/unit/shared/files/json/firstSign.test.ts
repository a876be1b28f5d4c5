// What a text begins with, behind what people write above their JSON.
import { expect, test } from 'vitest'
import { firstSignOf } from '../../../../../shared/files/json/firstSign.ts'

test.each([
  ['{}', '{'],
  [' \r\n\t[1]', '['],
  ['// ours\n{', '{'],
  ['/* two\nlines */ // more\r\n/**/[', '['],
  ['/* never closed {', '/'],
  ['/ {', '/'],
  ['key,summary', 'k'],
  [' // only a comment', ''],
  ['', ''],
])('%j begins with %j', (text, sign) => expect(firstSignOf(text)).toBe(sign))

test('a text may begin with any number of comments and blanks', () => {
  expect(firstSignOf(`${'// x\n'.repeat(200_000)}${' '.repeat(5_000_000)}{`)).toBe('{')
})
