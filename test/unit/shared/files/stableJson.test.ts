// JSON whose bytes depend on the content alone.
import { expect, test } from 'vitest'
import { byText, orderKeys, stableJson } from '../../../../shared/files/stableJson.ts'

test('texts are ordered by code units, on every machine alike', () => {
  expect(['b', 'a', 'Ä', 'B', 'aa', 'a'].sort(byText)).toEqual(['B', 'a', 'a', 'aa', 'b', 'Ä'])
  expect([byText('a', 'b'), byText('b', 'a'), byText('a', 'a')]).toEqual([-1, 1, 0])
})

test('the named keys come first in their order, the others alphabetically, all the way down', () => {
  const value = { z: 1, id: 2, a: { y: 1, b: [{ d: 1, c: null }] }, name: 'x', gone: undefined }
  expect(JSON.stringify(orderKeys(value, ['name', 'id', 'missing']))).toBe(
    '{"name":"x","id":2,"a":{"b":[{"c":null,"d":1}],"y":1},"z":1}',
  )
  expect(Object.keys(orderKeys({ gone: undefined, a: 1 }, ['gone']))).toEqual(['a'])
})

test('a key that only does mischief is left out', () => {
  const value: object = JSON.parse('{"__proto__":{"a":1},"b":{"__proto__":1,"c":2}}')
  expect(JSON.stringify(orderKeys(value, []))).toBe('{"b":{"c":2}}')
})

test('a file is indented by two and ends in a new line', () => {
  expect(stableJson({ b: [1], a: {} })).toBe('{\n  "b": [\n    1\n  ],\n  "a": {}\n}\n')
})
