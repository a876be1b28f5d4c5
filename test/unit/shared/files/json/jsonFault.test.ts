// Faults that are easily taken for one another, and how much of a file is repeated.
import { describe, expect, test } from 'vitest'
import { type Bounds, bounds } from '../../../../../shared/bounds.ts'
import { parseJson } from '../../../../../shared/files/json/parseJson.ts'
import { linesOf } from '../../../../../shared/files/json/linesOf.ts'
import { scanJson } from '../../../../../shared/files/json/scanJson.ts'

const limits = { ...bounds.files.relationships, depth: 3, entries: 3, containers: 4 }
const read = (text: string, within: Bounds = bounds.files.relationships) => {
  const json = parseJson(text, within)
  return json.ok ? null : json
}
/** What stands behind the place. */
const causeOf = (text: string) => /: line \d+, column \d+: (.*)\.$/.exec(read(text)?.error.message ?? '')?.[1]

describe('what is wrong', () => {
  test.each([
    ['\0\0{}', 'it is UTF-16 without a byte order mark; save it as UTF-8'],
    ['\0{\0}', 'it is UTF-16 without a byte order mark; save it as UTF-8'],
    ['{ "a": 1 }\0x', 'a zero byte; the file is damaged'],
    [
      '<!doctype\n  html>',
      'it is a web page, for example the sign-in page of the site it was downloaded from',
    ],
    [
      '<SCRIPT>x</SCRIPT>',
      'it is a web page, for example the sign-in page of the site it was downloaded from',
    ],
    ['<htmlx/>', 'it is an XML document'],
    ['<note/>', 'it is an XML document'],
    [
      'From: ana@example.test\nMIME-Version: 1.0\n\n{ "a": 1 }',
      'it is an e-mail; save its attachment and take that',
    ],
    ['from: here\nto: there\n', 'it looks like YAML'],
    [
      'Here it is:\n\n```json\n{ "a": 1 }\n```',
      'other text stands before it, as in a mail or a chat; the file holds the JSON alone',
    ],
    [
      '> {\n> "a": 1\n> }',
      'other text stands before it, as in a mail or a chat; the file holds the JSON alone',
    ],
    ['<!-- note -->', '“<!--” is not expected here'],
    ['[<html>]', '“<html>]” is not expected here'],
    ['[<!-- --><html>]', '“<!--” is not expected here'],
    ['< 5', '“<” is not expected here'],
    ['{\n||||||| base\n}', 'an unresolved merge conflict (“|||||||”)'],
    ['{\n  <<<<<<< HEAD\n}', '“<<<<<<<” is not expected here'],
    ['{\n<<<<<<<<\n}', '“<<<<<<<<” is not expected here'],
    ['{\n|\n}', '“|” is not expected here'],
    ['[1 / 2]', '“/” is not expected here'],
    ['[1 # one\n]', 'a comment (“#”), which JSON does not have'],
    ['[„a“]', 'curly quotes (“„”) where JSON has straight ones (")'],
    ['["a\u201d, "b]', 'curly quotes where JSON has straight ones (")'],
    ['{} "a": [', 'something follows after the end'],
    ['[] []', 'a second document begins; a file holds one, and several records stand in one list'],
    ['---\nkind: x', 'it looks like YAML'],
    ['----', '“----” is not expected here'],
    ['{"a”: 1, "b": 2}', 'curly quotes where JSON has straight ones (")'],
    ['{"a”: 1, "b" "c": 2}', 'curly quotes where JSON has straight ones (")'],
    ['{"a": "“x”" "b": 1}', 'a comma is missing before it'],
    ['["“x”" 1]', 'a comma is missing before it'],
    ['[kind: x]', '“kind:” is not expected here'],
    ['[`a`]', 'backticks (`) where JSON has double quotes (")'],
    ["['a`']", `single quotes (') where JSON has double ones (")`],
    ['["\ta"]', 'a control character (U+0009) inside a text'],
    ['["a\rb"]', 'a text does not end in its line: a quote is missing, or a line break is to be written \\n'],
    ['["a\u0001\nb"]', 'a control character (U+0001) inside a text'],
    ['[+Infinity]', '“+Infinity]”, which JSON does not have'],
    ['[xNaN]', '“xNaN]” is not expected here'],
    ['[None1]', '“None1]” is not expected here'],
    ['{ 5: 1 }', '“5:” is not expected here'],
    ['{ é: 1 }', 'a name without quotes (“é:”)'],
    ['{ $a: 1 }', 'a name without quotes (“$a:”)'],
    ['[1 ?]', '“?]” is not expected here'],
    ['[1 é]', 'a comma is missing before it'],
    ['[true false]', 'a comma is missing before it'],
    ['[1 -2]', 'a comma is missing before it'],
    ['[1. ]', 'a number that is not written as JSON writes it'],
    ['[1.5.2]', 'a number that is not written as JSON writes it'],
    ['[nullable]', '“nullable]” is not expected here'],
    ['["\\u12', 'it ends too early: the file was cut'],
    ['["\\', 'it ends too early: the file was cut'],
    ['["\\u12 x"]', '“\\u” in a text; a backslash is written twice (\\\\)'],
  ])('%j', (text, cause) => expect(causeOf(text)).toBe(cause))

  test('is told at the comma, the quote or the sign it is about', () => {
    expect(read('[1,\n\n ]')?.error.message).toContain(
      'line 1, column 3: a trailing comma before the “]” of line 3.',
    )
    expect(read('["a", “b]')?.error.message).toContain('line 1, column 7: curly')
    expect(read('{\r"a”: 1\r}')?.error.message).toContain('line 2, column 3: curly')
  })
})

describe('what goes beyond the bounds', () => {
  test.each([
    ['{"a":[[[1]]]}', 'a[0][0]', 'Nested deeper than 3 levels.'],
    ['[{"b":[1,2,3,4]}]', '[0].b', 'Holds more than 3 entries.'],
    ['{"a":1,"b":2,"c":3,"d":4}', '', 'Holds more than 3 entries.'],
    ['[[],[],[[]]]', '[2][0]', 'More than 4 lists and objects in one file.'],
  ])('%s is told by its place', (text, path, message) => {
    expect(read(text, limits)?.problems).toEqual([{ path, message }])
  })

  test('cuts a path and a name that nobody would read', () => {
    const long = 'n'.repeat(200)
    const deep = read(`{"${long}":[[[1]]]}`, limits)
    expect(deep?.problems[0]?.path).toBe(`${'n'.repeat(80)}…`)
    expect(read(`{"${'n'.repeat(80)}":{"x":1,"x":2}}`)?.problems[0]?.path).toHaveLength(81)
    expect(read(`{"${long}":1,"${long}":2}`)?.problems[0]?.message).toBe(
      `The member “${'n'.repeat(100)}” is given twice, again in line 1.`,
    )
  })

  test('names a hundred members given twice and no more', () => {
    const members = Array.from({ length: 150 }, () => '"a":1').join(',')
    expect(scanJson(`{${members}}`, bounds.files.relationships).twice).toHaveLength(100)
  })
})

test('linesOf counts line ends of every system', () => {
  const lineOf = linesOf('{\r"a":\r\n1,\n"b":2\r}')
  expect([lineOf('a'), lineOf('b'), lineOf('')]).toEqual([3, 4, 1])
})
