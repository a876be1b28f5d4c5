// Replacing signs in runs: each sign gets what it would get alone.
import { expect, it } from 'vitest'
import { replaceEach, replaceEachBy } from '../../../../shared/text/replaceEach.ts'

it('makes of each sign of a run what it makes of it alone, and leaves the others', () => {
  const code = (sign: string): string => `<${sign.codePointAt(0)?.toString(16)}>`
  expect(replaceEach('a\t\n😀😀b\t', /[\t\n\u{1f600}]+/gu, code)).toBe('a<9><a><1f600><1f600>b<9>')
  expect(replaceEach('plain', /[\t\n]+/g, code)).toBe('plain')
})

it('puts one sign in place of each unit', () => {
  expect(replaceEachBy('è/è//é', /[^a-z/]+/g, '_')).toBe('_/_//_')
  expect(replaceEachBy('a😀', /[^a-z]+/g, '?')).toBe('a??')
})
