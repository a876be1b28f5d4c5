// Tables of tickets, whatever their writer chose: encodings, separators, the exports of other systems.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSample } from '../../../../../shared/files/sample/openSample.ts'
import { readPartnerTickets } from '../../../../../shared/files/sample/readSample.ts'
import { exportsOfOthers } from '../../../../support/exports/exportsOfOthers.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** Ways to write text as bytes; each reads back what it can hold. */
const encodings: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': bytesOf,
  'UTF-8 with a mark': (text) => bytesOf(`\uFEFF${text}`),
  'UTF-16 LE': (text) => utf16(`\uFEFF${text}`, false),
  'UTF-16 BE': (text) => utf16(`\uFEFF${text}`, true),
  'UTF-16 LE without a mark': (text) => utf16(text, false),
  'UTF-16 BE without a mark': (text) => utf16(text, true),
  'Windows-1252': (text) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1'),
}

/** A text as far as an encoding holds it. Two signs of Windows-1252 side by side may be one of UTF-8: each stands alone. */
const heldBy = (encoding: string, text: string): string =>
  encoding === 'Windows-1252' ? text.replace(/[中😀]/gu, '').replace(/([Ä€])[Ä€]+/g, '$1') : text

const read = (bytes: Uint8Array) => {
  const source = openSample(bytes)
  if (!source.ok) throw new Error(source.error.message)
  const sample = readPartnerTickets(source.value)
  if (!sample.ok) throw new Error(sample.error.message)
  return { ...sample.value, guesses: source.value.guesses, facts: source.value.facts }
}

describe('a table', () => {
  // Text a spreadsheet can hold; blanks at the ends mean nothing in a key.
  const sign = fc.constantFrom(
    'a',
    'Ä',
    '€',
    '中',
    '😀',
    ' ',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    "'",
    '=',
    '0',
  )
  const cell = fc.string({ unit: sign, maxLength: 12 }).map((text) => `x${text}x`)
  const rows = fc.array(fc.tuple(cell, cell, fc.option(cell, { nil: '' })), { minLength: 1, maxLength: 6 })
  const quotings = {
    all: () => true,
    needed: (text: string, separator: string) => /["\r\n]/.test(text) || text.includes(separator),
    text: (text: string, separator: string) => !/^\d*$/.test(text) || text.includes(separator),
  }
  const dialect = fc.record({
    encoding: fc.constantFrom(...Object.keys(encodings)),
    separator: fc.constantFrom(',', ';', '\t'),
    quoting: fc.constantFrom(...(Object.keys(quotings) as (keyof typeof quotings)[])),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    says: fc.boolean(),
    blanks: fc.nat({ max: 2 }),
    endsCut: fc.boolean(),
    lastEnd: fc.boolean(),
  })

  test('is read whatever its writer chose', () => {
    fc.assert(
      fc.property(
        rows,
        dialect,
        (written, { encoding, separator, quoting, lineEnd, says, blanks, endsCut, lastEnd }) => {
          const tickets = written.map((cells) => cells.map((text) => heldBy(encoding, text)))
          const quoted = (text: string) =>
            quotings[quoting](text, separator) ? `"${text.replaceAll('"', '""')}"` : text
          const lines = [['Ticket #', 'Subject', 'Details'], ...tickets].map((cells) => {
            const line = cells.map(quoted).join(separator)
            return endsCut
              ? line.replace(new RegExp(`(?:${separator === '\t' ? '\\t' : separator}(?:"")?)+$`), '')
              : line
          })
          const head = says ? [`sep=${separator}`] : Array.from({ length: blanks }, () => '')
          const text = [...head, ...lines, ...(lastEnd ? [''] : [])].join(lineEnd)
          const sample = read(encodings[encoding]?.(text) ?? new Uint8Array())
          expect(sample.notRead).toEqual([])
          expect(sample.tickets).toEqual(
            tickets.map(([key, summary, description]) => ({
              key,
              summary,
              ...(description ? { description } : {}),
            })),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test('of Windows-1252 is read as such, and that is said', () => {
    const bytes = Buffer.from('key;summary\n1;M\xfcller \x80 \x93x\x94\n', 'latin1')
    expect(read(bytes)).toMatchObject({
      tickets: [{ key: '1', summary: 'Müller € “x”' }],
      guesses: ['The file is read as Windows-1252, because it is not UTF-8.'],
    })
  })

  test('of UTF-8 with bad bytes stays UTF-8, and their lines are said', () => {
    const bytes = Buffer.concat([
      Buffer.from('key,summary\n1,Zoë\n2,a'),
      Uint8Array.of(0xfc),
      Buffer.from('b\r\n3,c\r\n4,d'),
      Uint8Array.of(0xe4, 0xff),
      Buffer.from('\n'),
    ])
    expect(read(bytes)).toMatchObject({
      tickets: [{ summary: 'Zoë' }, { summary: 'a\uFFFDb' }, {}, { summary: 'd\uFFFD\uFFFD' }],
      guesses: [expect.stringContaining('lines 3, 5 hold bytes that belong to no character')],
    })
  })

  test('keeps its cells under headers without a name, read or not', () => {
    expect(read(bytesOf('Ticket #,Summary,,\n1,A,x,y\n2,B,,\n3,C,,,z\n'))).toMatchObject({
      tickets: [
        { key: '1', summary: 'A' },
        { key: '2', summary: 'B' },
      ],
      notRead: [{ row: 4, reason: '5 cells, where the header has 4.' }],
    })
  })

  test('names its columns as far as they have names', () => {
    const source = openSample(bytesOf(' Ticket # ;;Title;;  \n1;2;3;4;5\n6; ;7\n'))
    expect(source.ok && source.value.columns).toEqual(['Ticket #', '', 'Title'])
    expect(source.ok && [...source.value.rows()].map(({ cells }) => cells)).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', undefined, '7'],
    ])
  })

  test('of UTF-8 that says so with a mark has the lines of its bad bytes said as well', () => {
    const bytes = Buffer.concat([bytesOf('\uFEFFkey,summary\n1,x'), Uint8Array.of(0xfc, 0x0a)])
    expect(read(bytes)).toMatchObject({
      tickets: [{ key: '1', summary: 'x\uFFFD' }],
      guesses: [expect.stringContaining('line 2 holds bytes that belong to no character')],
    })
  })

  test.each([
    ['windows-1250', Buffer.from('key;summary\n1;p\xf8\xed\n', 'latin1'), 'pří'],
    ['windows-1251', Buffer.from('key;summary\n1;\xcf\xf0\n', 'latin1'), 'Пр'],
    ['macintosh', Buffer.from('key;summary\n1;\x8a\n', 'latin1'), 'ä'],
    ['windows-1252', Buffer.from('key;summary\n1;Zoë\n'), 'ZoÃ«'],
    ['utf-16be', utf16('key;summary\n1;ü\n', true), 'ü'],
  ] as const)('is read as %s where somebody chose it', (encoding, bytes, summary) => {
    const source = openSample(bytes, { encoding })
    expect(source.ok && [source.value.encoding, [...source.value.rows()][0]?.cells[1]]).toEqual([
      encoding,
      summary,
    ])
    expect(source.ok && source.value.guesses).toEqual([expect.stringContaining('chosen by you')])
  })

  test('is parted at the sign somebody chose, whatever its first line or its line sep= says', () => {
    for (const text of ['sep=;\nkey|a;b\n1|2\n', 'key|a,b\n1|2\n']) {
      const source = openSample(bytesOf(text), { separator: '|' })
      expect(source.ok && [source.value.columns[0], source.value.separator, source.value.facts[0]]).toEqual([
        'key',
        '|',
        'Vertical bar, chosen by you',
      ])
      expect(source.ok && [...source.value.rows()].map(({ cells }) => cells)).toEqual([['1', '2']])
    }
  })

  test('guesses nothing where a mark or UTF-8 says it', () => {
    for (const name of ['UTF-8', 'UTF-16 BE'])
      expect(read(encodings[name]?.('key,summary\n1,ü') ?? bytesOf('')).guesses).toEqual([])
    expect(read(utf16('key,summary\n1,ü', false)).guesses).toHaveLength(1)
  })

  test('says how its columns are parted', () => {
    expect(read(bytesOf('sep=|\nkey|summary\n1|x')).facts).toEqual([
      'Vertical bar, as its line sep= says',
      'UTF-8',
    ])
    expect(read(bytesOf('sep=^\nkey^summary\n1^x')).facts[0]).toBe('“^”, as its line sep= says')
    expect(read(bytesOf('key\tsummary\n1\tx')).facts).toEqual(['Tab', 'UTF-8'])
  })
})

describe.each(exportsOfOthers)('an export of $system', ({ text, first }) => {
  test('is read as tickets of the partner', () => {
    const sample = read(bytesOf(text))
    expect(sample).toMatchObject({ tickets: [first, { summary: 'Screen' }], notRead: [] })
    expect(sample.tickets).toHaveLength(2)
  })
})

test('cells that an export marks as text for a spreadsheet are what people see there', () => {
  const table = '="Key";Summary;Description\n="0012";"=""It says """"no"""" """;=""\n="1;x;=5\n'
  const { tickets } = read(bytesOf(table))
  expect(tickets).toEqual([
    { key: '0012', summary: 'It says "no" ' },
    { key: '="1', summary: 'x', description: '=5' },
  ])
})
