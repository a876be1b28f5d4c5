// CSV as RFC 4180 describes it, and what people's spreadsheets make of it.
import { expect, test } from 'vitest'
import { readCsv, separatorOf } from '../../../../../shared/files/sample/csv.ts'

const fields = (text: string) => [...readCsv(text)].map((record) => record.fields)

test.each([
  [
    'lines and fields',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a last line without an end',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'old line ends',
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'semicolons',
    'a;b\n"c;1";d,2',
    [
      ['a', 'b'],
      ['c;1', 'd,2'],
    ],
  ],
  [
    'quoted separators, quotes and new lines',
    'a,b\n"1,""2""\r\n3",4',
    [
      ['a', 'b'],
      ['1,"2"\r\n3', '4'],
    ],
  ],
  [
    'empty fields',
    'a,b,c\n,"",\n',
    [
      ['a', 'b', 'c'],
      ['', '', ''],
    ].slice(0, 1),
  ],
  [
    'a quote inside plain text',
    'a,b\n5" disk,c',
    [
      ['a', 'b'],
      ['5" disk', 'c'],
    ],
  ],
  [
    'blanks after a closing quote',
    'a,b\n"c" ,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'blank lines',
    'a,b\n\n  \r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['nothing', '', []],
])('reads %s', (_, text, expected) => {
  expect(fields(text)).toEqual(expected)
})

test('counts rows as a spreadsheet does', () => {
  expect([...readCsv('a,b\n"1\n2",c\n\nd,e')].map(({ row }) => row)).toEqual([1, 2, 4])
})

test('names a field that is never closed and reads on with the next line', () => {
  expect([...readCsv('a,b\nc,"d\ne,f')]).toEqual([
    { row: 1, fields: ['a', 'b'], problem: null },
    { row: 2, fields: ['c', ''], problem: 'A quoted field is never closed.' },
    { row: 3, fields: ['e', 'f'], problem: null },
  ])
})

test('names text behind a closing quote', () => {
  const [, record] = readCsv('a,b\n"c"x,d')
  expect(record?.problem).toBe('Text follows the closing quote of a field.')
})

test.each([
  ['key,summary', ','],
  ['key;summary', ';'],
  ['key\tsummary,status\tx', '\t'],
  ['key', ','],
  ['"key";"summary"\na,b,c,d', ';'],
  ['"a,b,c";d', ';'],
  ['"a\n,,,";b', ';'],
  ['\n  \n;;\na,b', ';'],
  ['a,b;c', ','],
  ['a;b\tc', ';'],
  ['a;b\nw,x,y,z', ';'],
  ['ab;c\nw,x,y,z', ';'],
  ['a;b\rw,x,y,z', ';'],
  ['a;b\r\nw,x,y,z', ';'],
  ['w,x,y,z\n\na;b', ','],
])('sees the separator of %j', (text, sign) => {
  expect(separatorOf(text)).toMatchObject({ sign, isSaid: false })
})

test.each([
  ['sep=;\nkey;summary\nA;B', ';'],
  ['SEP=|\r\nkey|summary\r\nA|B', '|'],
  ['"sep=\t"\nkey\tsummary\nA\tB', '\t'],
  ['sep=,\rkey,summary\rA,B', ','],
  ['\r\n \nsep=;\nkey;summary\nA;B', ';'],
])('takes the separator that the file itself names: %j', (text, sign) => {
  expect(separatorOf(text)).toMatchObject({ sign, isSaid: true })
  expect([...readCsv(text)]).toEqual([
    { row: 1, fields: ['key', 'summary'], problem: null },
    { row: 2, fields: ['A', 'B'], problem: null },
  ])
})

test('takes a line sep= for what it is at the beginning only', () => {
  expect(separatorOf('key,summary\nsep=;\n')).toEqual({ sign: ',', isSaid: false, from: 0 })
  expect(separatorOf('x sep=;\n')).toMatchObject({ isSaid: false })
  expect(separatorOf('sep=;')).toEqual({ sign: ';', isSaid: true, from: 5 })
})

test('finds nothing wrong with blanks behind a closing quote, and names a blank record that is wrong', () => {
  expect([...readCsv('a,b\n"c" ,d')].map(({ problem }) => problem)).toEqual([null, null])
  expect([...readCsv('a\n"\nb')].slice(1)).toEqual([
    { row: 2, fields: [''], problem: 'A quoted field is never closed.' },
    { row: 3, fields: ['b'], problem: null },
  ])
})

test('counts rows from the header on, with the blank ones of the sheet', () => {
  expect([...readCsv('\n\nkey,summary\nA,"x\ny"\n\n,\nB,z')].map(({ row }) => row)).toEqual([1, 2, 5])
})
