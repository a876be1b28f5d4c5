// How much a passphrase is worth: one that locks keys has to be long, and hard to foresee.
import { expect, test } from 'vitest'
import { longestPassphrase, shortestPassphrase, strengthOf } from '../../../../shared/files/passphrase.ts'

test.each([
  ['', 'short'],
  ['correct-hor', 'short'],
  ['😀😀😀😀😀😀', 'short'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnopqrstuvwxyz', 'weak'],
  ['zyxwvutsrqponmlk', 'weak'],
  ['123456789012', 'weak'],
  ['qwertyuiopasdf', 'weak'],
  ['QWERTYUIOPASDF', 'weak'],
  ['ababababacacacac', 'weak'],
  ['horse staple', 'fair'],
  ['correct horse battery', 'strong'],
  ['Correct horse 7 battery staple', 'strong'],
  ['mäusefänger im südbad', 'strong'],
] as const)('%j is %s', (text, strength) => {
  expect(strengthOf(text)).toBe(strength)
})

test('more words and more kinds of signs are never worth less', () => {
  const order = ['short', 'weak', 'fair', 'strong']
  const worth = (text: string) => order.indexOf(strengthOf(text))
  const words = ['kettle', 'orbit', 'violin', 'garden', 'mask']
  for (let count = 1; count < words.length; count += 1)
    expect(worth(words.slice(0, count + 1).join(' '))).toBeGreaterThanOrEqual(
      worth(words.slice(0, count).join(' ')),
    )
  expect(worth('Kettle7orbit!')).toBeGreaterThanOrEqual(worth('kettleXorbitX'.toLowerCase()))
})

test('its length has bounds', () => {
  expect([shortestPassphrase, longestPassphrase]).toEqual([12, 1000])
})
