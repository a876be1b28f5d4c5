// Two sides of one thing: what does not collide is merged, what collides is asked.
import { expect, test } from 'vitest'
import { sidesOf, takenFromMine } from '../../../shared/conflict.ts'

type Thing = { colour: string; size: number; tags: string[]; note: string }
const paths = ['colour', 'size', 'tags', 'note'] as const
const base: Thing = { colour: 'red', size: 1, tags: ['a'], note: '' }
const sides = (mine: Partial<Thing>, theirs: Partial<Thing>) =>
  sidesOf(
    paths,
    { base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } },
    (thing, path) => thing[path],
  )

test('places nobody changed are not among them', () => {
  expect(sides({}, {})).toEqual([])
  expect(sides({ tags: ['a'] }, {})).toEqual([])
})

test('a place both changed to the same does not collide', () => {
  expect(sides({ size: 2 }, { size: 2 }).map(({ path, collides }) => [path, collides])).toEqual([
    ['size', false],
  ])
})

test('what only one side changed is kept from both', () => {
  const both = sides({ colour: 'blue' }, { tags: ['a', 'b'] })
  expect(both.some(({ collides }) => collides)).toBe(false)
  expect(takenFromMine(both, new Map())).toEqual(['colour'])
})

test('what collides is taken as it was chosen', () => {
  const both = sides({ colour: 'blue', note: 'mine' }, { colour: 'green', note: 'theirs' })
  expect(both.map(({ collides }) => collides)).toEqual([true, true])
  expect(takenFromMine(both, new Map([['note', 'theirs']]))).toEqual(['colour'])
})
