// Our own pass over JSON takes what JSON takes, sees members given twice, and stops at its bounds.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bounds } from '../../../../../shared/bounds.ts'
import { linesOf } from '../../../../../shared/files/json/linesOf.ts'
import { scanJson } from '../../../../../shared/files/json/scanJson.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
const scan = (text: string) => scanJson(text, bounds.files.sample)

describe('scanJson', () => {
  test('takes exactly the texts that JSON takes', () => {
    const signs = fc.constantFrom(...Array.from('{}[]:,"\\ \n\t01.-+eEtrufalsn\u00a0/\'x\u0000\ud800é'))
    const spoiled = fc
      .tuple(fc.json(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), signs), { maxLength: 3 }))
      .map(([text, changes]) =>
        changes.reduce((so, [at, length, sign]) => {
          const from = at % (so.length + 1)
          return `${so.slice(0, from)}${sign}${so.slice(from + length)}`
        }, text),
      )
    fc.assert(
      fc.property(spoiled, (text) => {
        expect(scan(text).fault === null).toBe(isJson(text))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    '01',
    '1.',
    '-',
    '+1',
    '.5',
    '1e',
    '0x10',
    'nullable',
    'tru',
    '"\\u12x4"',
    '"\\q"',
    '"\n"',
    '[1,]',
    '{"a":1,}',
    '[,1]',
    '{"a" 1}',
    '{a:1}',
    '{} {}',
    '"a',
    '[1 2]',
    '{"a":1]',
  ])('finds fault with %s', (text) => expect(scan(text).fault).not.toBeNull())

  test('names a member given twice by its path, however it is written', () => {
    const { twice } = scan('{"a":[{"b":1,"c":{},"\\u0062":2}],"a":3}')
    expect(twice.map(({ path }) => path)).toEqual(['a[0].b', 'a'])
  })

  test('lets the same name stand in objects beside and inside each other', () => {
    expect(scan('[{"a":{"a":1}},{"a":2}]').twice).toEqual([])
  })

  test.each([
    ['depth', '[[[[1]]]]', { depth: 3, entries: 9, containers: 9 }],
    ['entries', '[1,2,3,4]', { depth: 3, entries: 3, containers: 9 }],
    ['entries', '{"a":1,"b":2,"c":3,"d":4}', { depth: 3, entries: 3, containers: 9 }],
    ['containers', '[[],[],[]]', { depth: 3, entries: 9, containers: 3 }],
  ] as const)('stops where the %s go beyond the bounds', (limit, text, limits) => {
    expect(scanJson(text, limits).fault).toMatchObject({ kind: 'bounds', limit })
    expect(scanJson(text, { depth: 4, entries: 4, containers: 4 }).fault).toBeNull()
  })

  test.each([
    ['lists', '['.repeat(2_000_000)],
    ['objects', '{"a":'.repeat(500_000)],
    ['closing signs', ']'.repeat(2_000_000)],
    ['blanks', `[${' '.repeat(2_000_000)}x`],
    ['backslashes', `"${'\\'.repeat(2_000_001)}`],
    ['minus signs', '-'.repeat(2_000_000)],
  ])('answers at once on a text of nothing but %s', (_, text) => {
    expect(scan(text).fault).not.toBeNull()
  })
})

test('linesOf finds the line of a value, and of what is not there the nearest above', () => {
  const lineOf = linesOf('\uFEFF{\r\n  "a": [\r\n    { "b": 1 },\r\n    { "b":\r\n      {} }\r\n  ]\r\n}')
  expect(['a', 'a[0].b', 'a[1]', 'a[1].b', 'a[1].b.x.y[3]', 'a[7]', 'z'].map(lineOf)).toEqual([
    2, 3, 4, 5, 5, 2, 1,
  ])
})
