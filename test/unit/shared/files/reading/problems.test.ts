// What zod finds, as places and sentences a technician understands.
import { expect, test } from 'vitest'
import { mostProblems, pathText, problemsOf } from '../../../../../shared/files/reading/problems.ts'
import { z } from '../../../../../shared/zod.ts'

const sentencesOf = (schema: z.ZodType, value: unknown, at: (string | number)[] = []) => {
  const parsed = schema.safeParse(value)
  return parsed.success
    ? []
    : problemsOf(parsed.error, value, at).map(({ path, message }) => `${path}: ${message}`)
}

test.each<[string, z.ZodType, unknown, string]>([
  ['a wrong type', z.string(), 5, ': Expected text, found a number.'],
  ['null', z.string(), null, ': Expected text, found null.'],
  ['a list', z.object({}), [], ': Expected an object, found a list.'],
  ['an object', z.array(z.int()), {}, ': Expected a list, found an object.'],
  ['text', z.boolean(), 'yes', ': Expected true or false, found text.'],
  ['a fraction', z.int(), 1.5, ': Expected a whole number, found 1.5.'],
  [
    'a number beyond bounds',
    z.number(),
    Number.POSITIVE_INFINITY,
    ': Expected a number, found a number beyond all bounds.',
  ],
  ['an absent member', z.object({ a: z.string() }), {}, 'a: Missing: expected text.'],
  [
    'an absent member that every object has',
    z.object({ toString: z.string() }),
    {},
    'toString: Missing: expected text.',
  ],
  ['a wrong word', z.enum(['a', 'b']), 'c\nd', ': Expected one of a, b, found “c d”.'],
  ['one word only', z.literal('a'), 'b', ': Expected a, found “b”.'],
  ['an absent word', z.object({ a: z.literal('x') }), {}, 'a: Missing: expected x.'],
  ['a long text', z.string().max(3), 'abcd', ': Must be at most 3 characters.'],
  ['a long list', z.array(z.int()).max(1), [1, 2], ': Must be at most 1 entries.'],
  ['a short text', z.string().min(3), 'ab', ': Must be at least 3 characters.'],
  ['a small number', z.number().min(3), 2, ': Must be at least 3.'],
  [
    'no time',
    z.iso.datetime(),
    'today',
    ': Expected a date and time such as 2026-11-23T10:00:00Z, found “today”.',
  ],
  ['a form of its own', z.string().regex(/^a$/, 'Must be an a'), 'b', ': Must be an a.'],
  ['a rule of its own', z.string().refine(() => false, 'Never this.'), 'b', ': Never this.'],
  ['no form of several', z.union([z.string(), z.int()]), {}, ': Not a known form.'],
])('%s', (_, schema, value, sentence) => {
  expect(sentencesOf(schema, value)).toEqual([sentence])
})

test('an unknown member is a place of its own, each of several', () => {
  expect(sentencesOf(z.object({ a: z.strictObject({}) }), { a: { b: 1, c: 2 } }, ['x', 3])).toEqual([
    'x[3].a.b: Unknown member.',
    'x[3].a.c: Unknown member.',
  ])
})

test('shows at most so many places, and so much of a text', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`m${at}`, 1]))
  expect(sentencesOf(z.strictObject({}), many)).toHaveLength(mostProblems)
  const some = Object.fromEntries(Object.entries(many).slice(0, mostProblems - 10))
  expect(sentencesOf(z.array(z.strictObject({})), [some, some])).toHaveLength(mostProblems)
  expect(
    sentencesOf(
      z.array(z.string()),
      Array.from({ length: 300 }, () => 1),
    ),
  ).toHaveLength(mostProblems)
  expect(sentencesOf(z.enum(['a', 'b']), 'x'.repeat(999))[0]).toHaveLength(
    ': Expected one of a, b, found “”.'.length + 40,
  )
})

test('a path is written as people write one, and nothing hides in it', () => {
  expect(pathText([])).toBe('')
  expect(pathText([0, 'a', 'b', 1, 2, 'c'])).toBe('[0].a.b[1][2].c')
  expect(pathText(['a\u202eb\n', 'x'.repeat(500)])).toBe(`a\uFFFDb.${'x'.repeat(100)}`)
})
