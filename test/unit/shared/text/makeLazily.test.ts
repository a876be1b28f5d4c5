// What is made when it is first needed.
import { expect, test } from 'vitest'
import { makeLazily } from '../../../../shared/text/makeLazily.ts'

test('a value is made at its first use, and once, even where it is nothing', () => {
  let made = 0
  const nothing = makeLazily(() => {
    made += 1
    return undefined
  })
  expect(made).toBe(0)
  expect([nothing(), nothing()]).toEqual([undefined, undefined])
  expect(made).toBe(1)
})
