// Proves that what crosses the browser host's WebSocket arrives as it would over Electron's IPC.
import { describe, expect, test } from 'vitest'
import { decode, encode } from '../../host/codec.ts'

const roundTrip = (value: unknown) => decode(encode(value))

describe('values that arrive as they were sent', () => {
  test.each([
    ['plain JSON', { a: [1, 'two', null, true], b: {} }],
    ['undefined in an object and a list', { a: undefined, b: [undefined] }],
    ['numbers JSON has no word for', [NaN, Infinity, -Infinity, -0]],
    ['big integers', 2n ** 80n],
    ['dates, also invalid ones', [new Date(5), new Date(NaN)]],
    ['maps and sets', new Map<unknown, unknown>([[{ a: 1 }, new Set([1n])]])],
    ['regular expressions', /a+b/giu],
    ['70 kB of bytes', new Uint8Array(70_000).map((_, index) => index % 256)],
    ['wide typed arrays', new Float64Array([0.1, -2])],
    ['buffers', new Uint8Array([1, 2, 3]).buffer],
    ['keys that look like a tag', { $host: 'date', v: 1, nested: { $host: 1 } }],
    ['a key called __proto__', JSON.parse('{ "__proto__": { "polluted": true }, "a": 1 }')],
  ])('%s', (_, value) => {
    expect(roundTrip(value)).toEqual(value)
  })

  test('errors keep their type and message', () => {
    const error = roundTrip(new RangeError('too far'))
    expect(error).toBeInstanceOf(RangeError)
    expect(error).toMatchObject({ message: 'too far' })
  })

  test('a key called __proto__ does not change the prototype', () => {
    const value = roundTrip(JSON.parse('{ "__proto__": { "polluted": true } }'))
    expect(value).not.toHaveProperty('polluted')
  })
})

test.each([
  ['a function', { run: () => 1 }],
  ['a symbol', [Symbol('x')]],
  ['a promise', Promise.resolve(1)],
])('%s cannot be cloned', (_, value) => {
  expect(() => encode(value)).toThrow('An object could not be cloned.')
})
