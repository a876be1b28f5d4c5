// Secrets are taken out of the other side's words in every spelling they travel in; where one may be left, nothing is shown.
import { describe, expect, it } from 'vitest'
import { createMask } from '../../../../main/mask/mask.ts'
import { maskOf } from '../../../../main/connectwise/transport/secrets.ts'
import { keys } from '../connectwise/fakes.ts'

describe('a mask', () => {
  it('masks keys in every spelling they travel in', () => {
    const header = Buffer.from(`acme+${keys.publicKey}:${keys.privateKey}`).toString('base64')
    const leaks = [
      keys.privateKey,
      encodeURIComponent(keys.privateKey),
      keys.privateKey.toUpperCase(),
      Buffer.from(keys.privateKey).toString('base64'),
      Buffer.from(`x${keys.privateKey}`).toString('base64'),
      Buffer.from(`xy${keys.privateKey}z`).toString('base64url'),
      header,
      encodeURIComponent(header),
      JSON.stringify({ header }).replaceAll('/', '\\/').replaceAll('+', '\\u002B'),
      keys.privateKey.replaceAll('/', '&#x2F;').replaceAll('+', '&#43;'),
      keys.privateKey.replaceAll('/', '\\/'),
      keys.publicKey,
      keys.publicKey.replaceAll('-', '%2D'),
      keys.clientId,
    ]
    const shown = leaks.map((leak) => maskOf(keys)(`<${leak}>`))
    for (const line of shown) expect(line).toMatch(/\[masked\]|\[not shown/)
    const decoded = shown
      .join(' ')
      .split(/[^\w+/=-]+/)
      .map((word) => Buffer.from(word, 'base64').toString())
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId]) {
      expect(`${shown.join('')}${decoded.join('')}`).not.toContain(secret)
    }
  })

  const secret = 'Zq7!vLr3+Tp9/Xw1'
  const base64 = Buffer.from(secret).toString('base64')
  it.each([
    ['split by blanks', secret.match(/.{1,4}/g)?.join(' ')],
    ['split by line ends', secret.match(/.{1,3}/g)?.join('\r\n')],
    ['split and glued in a script', secret.match(/.{1,5}/g)?.join('" + "')],
    ['split by invisible signs', secret.match(/.{1,2}/g)?.join('\u200b')],
    ['hex', Buffer.from(secret).toString('hex')],
    ['hex with colons', Buffer.from(secret).toString('hex').match(/../g)?.join(':')],
    ['hex escapes', [...Buffer.from(secret)].map((byte) => `\\x${byte.toString(16)}`).join('')],
    ['percent signs throughout', [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['percent signs twice', encodeURIComponent(encodeURIComponent(secret))],
    [
      'numbers of a web page',
      secret
        .split('')
        .map((sign) => `&#${sign.charCodeAt(0)};`)
        .join(''),
    ],
    ['base64 with line ends', base64.match(/.{1,5}/g)?.join('\n')],
    ['base64 in JSON with escaped line ends', JSON.stringify(base64.match(/.{1,4}/g)?.join('\n'))],
    ['base64 of base64', Buffer.from(base64).toString('base64')],
    ['UTF-16', Buffer.from(secret, 'utf16le').toString('latin1')],
    ['UTF-16 in base64', Buffer.from(secret, 'utf16le').toString('base64')],
    ['backwards', secret.split('').reverse().join('')],
  ])('shows nothing of an answer that repeats a key: %s', (_name, leak = '') => {
    const shown = createMask([secret])(`Error near "${leak}" in line 3`)
    expect(shown).not.toContain(leak)
    expect(shown).toMatch(/^\[not shown|\[masked\]/)
  })

  it('leaves other words alone', () => {
    const words =
      'You do not have security permission. 3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b VGhpcyBpcyBmaW5lLg=='
    expect(createMask([secret])(words)).toBe(words)
    expect(createMask([])(words)).toBe(words)
  })

  it('takes keys out of the rows of an answer too, at any depth, and leaves rows without them as they are', () => {
    const rows = [{ id: 1, name: `Board ${secret}`, owner: { name: [secret.match(/.{1,4}/g)?.join(' ')] } }]
    const hidden = JSON.stringify(createMask([secret]).value(rows, JSON.stringify(rows)))
    expect(hidden).not.toContain(secret)
    expect(hidden).not.toContain(secret.slice(0, 4))
    const plain = [{ id: 2, name: 'Help Desk' }]
    expect(createMask([secret]).value(plain, JSON.stringify(plain))).toBe(plain)
  })

  it('takes out a key that is told in pieces, over the members of a record or over its rows', () => {
    const key = 'sR8dK3pW6jB0hYcQ'
    const [start, end] = [key.slice(0, 7), key.slice(7)]
    for (const rows of [
      [{ firstName: start, identifier: 'x', lastName: end }],
      [
        { id: 1, name: start, identifier: 'one' },
        { id: 2, name: `Board ${end}` },
      ],
    ]) {
      const hidden = JSON.stringify(createMask([key]).value(rows, JSON.stringify(rows)))
      expect(hidden).toMatch(/not shown/)
      expect(hidden).not.toContain(end)
    }
  })

  it('takes out a key that is told in three pieces and more, one after the other', () => {
    const key = 'hT4vQ9xKm2Wc7LpZ'
    const told = (key.match(/.{1,4}/g) ?? []).map((name, id) => ({ id, type: 'Board', name }))
    const hidden = JSON.stringify(createMask([key]).value(told, JSON.stringify(told)))
    for (const piece of key.match(/.{1,4}/g) ?? []) expect(hidden).not.toContain(piece)
    expect(createMask([key])(`It is ${key.slice(0, 5)}, ${key.slice(5, 10)} and ${key.slice(10)}.`)).toMatch(
      /not shown/,
    )
  })

  it('leaves what only shares some pieces with a key, in another order or far from each other', () => {
    const mask = createMask(['hT4vQ9xKm2Wc7LpZ'])
    for (const words of [
      'hT4v and m2Wc',
      '7LpZ m2Wc Q9xK hT4v',
      ['hT4v', 'Q9xK', 'm2Wc', '7LpZ'].join(' other '.repeat(500)),
    ])
      expect(mask(words)).toBe(words)
  })

  it('shows nothing of the texts of an answer that repeats a key in very many, or in a very long one', () => {
    const rows = Array.from({ length: 200_000 }, (_, id) => ({ id, name: `Board ${secret}` }))
    const many = [{ id: 0, name: 'Help Desk', notes: 'x'.repeat(3_000) + secret }, ...rows]
    const hidden = createMask([secret]).value(many, JSON.stringify(many))
    expect(JSON.stringify(hidden)).not.toContain(secret)
    expect(Array.isArray(hidden) && hidden[0]).toEqual({ ...many[0], notes: '[not shown: it repeats a key]' })
  })

  it.each(['-', '+', '\\', '&'])(
    'is done at once with a part of a key of many %s, in any writing',
    (sign) => {
      const key = `Start1${`${sign}ab`.repeat(200)}${sign.repeat(60)}End`
      const part = key.slice(0, -3)
      for (const text of [
        part,
        encodeURIComponent(part),
        JSON.stringify(part),
        part.replaceAll('&', '&amp;'),
      ])
        expect(createMask([key])(text)).not.toContain(key)
    },
  )

  it('is done at once with a megabyte of anything', () => {
    const mask = createMask([secret])
    for (const sign of [' ', '/', 'a', '%', '&#', '\\', '<', '0'])
      expect(mask(sign.repeat(1_000_000 / sign.length)).length).toBe(1_000_000)
  })
})
