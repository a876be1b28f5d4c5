// What is no JSON is told by line, column and cause.
import { describe, expect, test } from 'vitest'
import { bounds } from '../../../../../shared/bounds.ts'
import { parseJson } from '../../../../../shared/files/json/parseJson.ts'
import { exportText } from '../../../../support/files.ts'

const messageOf = (text: string): string => {
  const json = parseJson(text, bounds.files.relationships)
  return json.ok ? 'read' : json.error.message
}

const good = '{\n  "a": 1,\n  "b": [2]\n}\n'

describe('parseJson', () => {
  test('reads JSON with and without a byte order mark', () => {
    expect(parseJson(`\uFEFF${good}`, bounds.files.relationships)).toEqual({
      ok: true,
      value: { a: 1, b: [2] },
    })
  })

  test.each([
    [
      'an unresolved merge conflict',
      '{\n  "a": 1,\n<<<<<<< HEAD\n  "b": 2\n=======\n  "b": 3\n>>>>>>> theirs\n}',
      'line 3, column 1: an unresolved merge conflict (“<<<<<<<”)',
    ],
    [
      'half of a merge conflict',
      '{\r\n  "a": 1\r\n=======\r\n}',
      'line 3, column 1: an unresolved merge conflict (“=======”)',
    ],
    [
      'its last mark',
      '{ "a": 1 }\n>>>>>>> theirs\n',
      'line 2, column 1: an unresolved merge conflict (“>>>>>>>”)',
    ],
    [
      'a trailing comma',
      '{\n  "a": 1,\n  "b": [2],\n}',
      'line 3, column 11: a trailing comma before the “}” of line 4',
    ],
    ['a trailing comma in a list', '{ "b": [2, ] }', 'line 1, column 10: a trailing comma before the “]”'],
    [
      'a line comment',
      '{\n  // note\n  "a": 1 }',
      'line 2, column 3: a comment (“//”), which JSON does not have',
    ],
    [
      'a comment in between',
      '{ "a": /* one */ 1 }',
      'line 1, column 8: a comment (“/*”), which JSON does not have',
    ],
    ['a comment with a hash', '# note\n{}', 'line 1, column 1: a comment (“#”), which JSON does not have'],
    [
      'curly quotes',
      '{\n  “a”: 1 }',
      'line 2, column 3: curly quotes (““”) where JSON has straight ones (")',
    ],
    [
      'a curly quote at the end',
      '{\n  "a”: 1\n}',
      'line 2, column 5: curly quotes where JSON has straight ones (")',
    ],
    [
      'a sign-in page',
      '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>',
      'line 2, column 1: it is a web page, for example',
    ],
    [
      'a page with a comment first',
      '<!-- saved -->\n<html></html>',
      'line 1, column 1: it is a web page, for example',
    ],
    ['XML', '<?xml version="1.0"?><a/>', 'line 1, column 1: it is an XML document'],
    ['two documents', '{}\n{}', 'line 2, column 1: a second document begins'],
    ['text after the end', '{} end', 'line 1, column 4: something follows after the end'],
    ['a cut file', '{\n  "a": [1, 2', 'line 2, column 13: it ends too early: the file was cut'],
    ['a file cut inside text', '{ "a": "Cont', 'line 1, column 13: it ends too early: the file was cut'],
    [
      'a file cut inside an escape',
      '{ "a": "Cont\\u00',
      'line 1, column 17: it ends too early: the file was cut',
    ],
    [
      'a cut file that is padded',
      `{ "a": 1,\0\0\0\0`,
      'line 1, column 10: from here on it holds nothing but zero bytes',
    ],
    ['a padded file', `{}\n\0\0\0\0`, 'line 2, column 1: from here on it holds nothing but zero bytes'],
    ['zero bytes only', '\0\0\0', 'line 1, column 1: it holds nothing but zero bytes'],
    ['a zero byte', '{ \0 }', 'line 1, column 3: a zero byte'],
    ['UTF-16 read as UTF-8', '{\0\n\0}\0', 'line 1, column 2: it is UTF-16 without a byte order mark'],
    ['a table', 'key,summary\nA,B\n', 'line 1, column 1: it looks like a table (CSV)'],
    ['YAML', 'kind: syncwright\n', 'line 1, column 1: it looks like YAML'],
    ['single quotes', "{ 'a': 1 }", "line 1, column 3: single quotes (')"],
    ['a name without quotes', '{ a: 1 }', 'line 1, column 3: a name without quotes (“a:”)'],
    ['Python', '{ "a": True }', 'line 1, column 8: “True”, which JSON does not have'],
    ['a number that is none', '{ "a": NaN }', 'line 1, column 8: “NaN”, which JSON does not have'],
    ['a leading zero', '[ 007 ]', 'line 1, column 4: a number that is not written as JSON writes it'],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: a comma is missing before it'],
    ['a comma too many', '[1,, 2]', 'line 1, column 4: a comma too many'],
    ['a missing colon', '{ "a" 1 }', 'line 1, column 7: a colon is missing after the name'],
    ['brackets that do not fit', '[1}', 'line 1, column 3: “}” closes what was not opened'],
    ['a path of Windows', '{ "a": "C:\\data" }', 'line 1, column 11: “\\d” in a text'],
    ['a text over two lines', '{ "a": "one\ntwo" }', 'line 1, column 12: a text does not end in its line'],
    [
      'a control character',
      '{ "a": "\u0007" }',
      'line 1, column 9: a control character (U+0007) inside a text',
    ],
    ['a hard blank', '{\u00a0"a": 1 }', 'line 1, column 2: an invisible sign (U+00A0) outside of text'],
    ['formatted text', '{\\rtf1 hello}', 'line 1, column 2: it is a formatted text document'],
    ['anything else', '[ ? ]', 'line 1, column 3: “?” is not expected here'],
  ])('names %s', (_, text, message) => {
    expect(messageOf(text)).toContain(`The file is not JSON: ${message}`)
  })

  test('cuts and cleans what it repeats of a file', () => {
    expect(messageOf(`{ ${'x\u202e'.repeat(5000)} }`)).toMatch(/^.{10,300}\.$/)
  })

  test('names a member given twice with its path and line', () => {
    const text = exportText().replace(
      '"partner": "Contoso"',
      '"partner": "Contoso",\n      "partner": "Fabrikam"',
    )
    expect(parseJson(text, bounds.files.relationships)).toMatchObject({
      ok: false,
      error: { code: 'file-invalid' },
      problems: [
        {
          path: 'relationships[0].partner',
          message: 'The member “partner” is given twice, again in line 10.',
        },
      ],
    })
  })

  test.each(['', ' \n\t', '\uFEFF'])('calls nothing but blanks empty (%j)', (text) => {
    expect(messageOf(text)).toBe('The file is empty.')
  })
})
