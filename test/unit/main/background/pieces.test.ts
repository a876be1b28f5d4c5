// Cutting takes the long lists out of a value wherever they are, and changes nothing else.
import { anything, assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoPieces, listAt } from '../../../../main/background/pieces.ts'

/** What the other end makes of it. */
function joined(value: unknown): unknown {
  const { rest, lists } = cutIntoPieces(value)
  const copy: unknown = structuredClone(rest)
  for (const { path, rows } of lists) listAt(copy, path).push(...structuredClone(rows))
  return copy
}

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, name: `company ${id}` }))

test('a snapshot, a bundle of snapshots and a list alone come over as they were', () => {
  const snapshot = { kind: 'x', collections: { companies: rows(5000), boards: rows(3), none: [] } }
  for (const value of [
    snapshot,
    { snapshots: [snapshot, snapshot], other: null },
    rows(1000),
    [rows(300)],
    'text',
    7,
  ])
    expect(joined(value)).toEqual(value)
})

test('the value that is cut stays whole', () => {
  const value = { companies: rows(1000) }
  cutIntoPieces(value)
  expect(value.companies).toHaveLength(1000)
})

test('anything that can travel at all comes over as it was', () => {
  assert(
    property(
      anything({ withBigInt: true, withDate: true, withTypedArray: true, withMap: true, withSet: true }),
      (value) => {
        const many = Array.from({ length: 250 }, () => value)
        expect(joined([value, many])).toEqual(structuredClone([value, many]))
      },
    ),
    { numRuns: 50 },
  )
})

test('a piece for a list that is not there is refused', () => {
  expect(() => listAt({ a: { b: 1 } }, ['a', 'c'])).toThrow('not there')
  expect(() => listAt(null, ['a'])).toThrow('not there')
})
