// What bytes are, where nothing or only a few of them say it.
import { describe, expect, test } from 'vitest'
import { decodeAs, markOf } from '../../../../../shared/files/text/decodeText.ts'
import { foreignBytes, isZip, zippedDocument } from '../../../../../shared/files/text/foreignBytes.ts'
import { guessText } from '../../../../../shared/files/text/guessText.ts'
import { placeOf } from '../../../../../shared/files/text/place.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('a byte order mark', () => {
  test.each([
    [bytes(0xef, 0xbb, 0xbf), { encoding: 'utf-8', length: 3 }],
    [bytes(0xff, 0xfe), { encoding: 'utf-16le', length: 2 }],
    [bytes(0xfe, 0xff), { encoding: 'utf-16be', length: 2 }],
    [bytes(0xef, 0xbb), null],
    [bytes(0xef, 0xbb, 0x20), null],
    [bytes(0xef, 0x20, 0xbf), null],
    [bytes(0x20, 0xbb, 0xbf), null],
    [bytes(0xff, 0xff), null],
    [bytes(0xfe, 0xfe), null],
    [bytes(), null],
  ])('of %j is %j', (given, mark) => {
    expect(markOf(given)).toEqual(mark)
  })

  test('is no part of the text, and the one of another encoding is garbage', () => {
    expect(decodeAs('utf-8', bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a')
    expect(guessText(bytes(0xff, 0xfe, 0x61, 0))).toEqual({ text: 'a', encoding: 'utf-16le', guess: null })
  })
})

describe('UTF-16 without a mark', () => {
  const first = 'because every second byte of its first line is zero'

  test.each([
    ['little end first', Buffer.from('a;b\nü', 'utf16le'), 'utf-16le'],
    ['big end first', Buffer.from('a;b\nü', 'utf16le').swap16(), 'utf-16be'],
    ['behind blank lines', Buffer.from('\r\n \r\na;b\n€', 'utf16le'), 'utf-16le'],
    ['of one line', Buffer.from('a;b', 'utf16le'), 'utf-16le'],
    ['of one sign', Buffer.from('a', 'utf16le'), 'utf-16le'],
  ])('is seen, %s', (_, given, encoding) => {
    expect(guessText(given)).toMatchObject({ encoding, guess: first })
  })

  test.each([
    ['zeros alone', new Uint8Array(8)],
    ['one zero among text', Buffer.from('a\0b;c\n')],
    ['one byte', bytes(0x61)],
    ['nothing', bytes()],
  ])('is not seen in %s', (_, given) => {
    expect(guessText(given)).toMatchObject({ encoding: 'utf-8', guess: null })
  })
})

describe('bytes that are no UTF-8', () => {
  test('are Windows-1252 with its own signs where Latin-1 has controls', () => {
    expect(guessText(bytes(0x80, 0x8c, 0x99, 0x9f, 0xe4, 0x81))).toEqual({
      text: '€Œ™Ÿä\u0081',
      encoding: 'windows-1252',
      guess: 'because it is not UTF-8',
    })
  })

  const damaged = (lines: number, each = 1): Buffer =>
    Buffer.concat([
      Buffer.from('é\n'),
      ...Array.from({ length: lines }, () =>
        Buffer.from([...Array.from({ length: each }, () => 0xff), 0x0a]),
      ),
    ])

  test('stay UTF-8 beside a character of several bytes, with their lines', () => {
    expect(guessText(damaged(1)).guess).toBe(
      'although line 2 holds bytes that belong to no character (shown as \uFFFD)',
    )
    expect(guessText(damaged(20)).guess).toMatch(/^although lines 2, 3, .*, 21 hold bytes/)
  })

  test('are named on twenty lines, and further ones said', () => {
    expect(guessText(damaged(21)).guess).toMatch(/^although lines 2, .*, 21 and more hold bytes/)
    expect(guessText(damaged(1, 1000)).guess).toMatch(/^although line 2 holds/)
    expect(guessText(damaged(1, 1001)).guess).toMatch(/^although line 2 and more holds/)
  })
})

describe('what is no text', () => {
  test('a zip begins with two letters', () => {
    expect([bytes(0x50, 0x4b), bytes(0x50, 0x50), bytes(0x4b, 0x4b), bytes(0x50)].map(isZip)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('a document is known by a name at either end of its zip', () => {
    const zip = (before: number, after: number) =>
      Buffer.concat([
        Buffer.from('PK'),
        Buffer.alloc(before),
        Buffer.from('word/document'),
        Buffer.alloc(after),
      ])
    expect(zippedDocument(zip(10, 200_000))).toBe('a Word document (.docx)')
    expect(zippedDocument(zip(200_000, 60_000))).toBe('a Word document (.docx)')
    expect(zippedDocument(zip(100_000, 100_000))).toBeNull()
    expect(zippedDocument(Buffer.from('word/document'))).toBeNull()
    expect(foreignBytes(zip(100_000, 100_000))).toBe('a zip archive; unpack it first')
    expect(foreignBytes(Buffer.from('key,summary'))).toBeNull()
  })
})

test('a place is counted in lines and columns from 1, whatever ends a line', () => {
  const text = 'a\r\nb\rc\nd'
  expect([0, 1, 3, 4, 5, 6, 7, 8].map((at) => placeOf(text, at))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ])
})
