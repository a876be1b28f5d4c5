// Our own files are UTF-8 or, by their mark, UTF-16; a bad byte is told by its place, and what is no text by its name.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zipSync } from 'fflate'
import { decodeText } from '../../../../../shared/files/text/decodeText.ts'
import { scanUtf8 } from '../../../../../shared/files/text/utf8.ts'

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
const messageOf = (bytes: Uint8Array): string => {
  const text = decodeText(bytes)
  return text.ok ? `read: ${text.value}` : text.error.message
}

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from('{"ü":"😀"}')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF{"ü":"😀"}')],
    ['UTF-16, little end first', utf16('{"ü":"😀"}')],
    ['UTF-16, big end first', utf16('{"ü":"😀"}', true)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: '{"ü":"😀"}' })
  })

  test('tells the place of a bad byte', () => {
    const bytes = Buffer.concat([Buffer.from('{\n  "é": "M'), Uint8Array.of(0xfc), Buffer.from('ller" }')])
    expect(messageOf(bytes)).toBe(
      'The file is not UTF-8 text: line 2, column 10: the byte 0xFC belongs to no character.',
    )
  })

  test.each([
    ['an odd byte at the end', Buffer.concat([utf16('{}'), Uint8Array.of(0x20)]), 'line 1, column 3'],
    ['half a character', utf16('{\n"\ud83d"}'), 'line 2, column 2'],
  ])('tells the place of %s in UTF-16', (_, bytes, place) => {
    expect(messageOf(bytes)).toBe(`The file is not UTF-16 text: ${place}: half a character.`)
  })

  test.each([
    [
      'an Excel workbook',
      zipSync({ '[Content_Types].xml': new Uint8Array(9), 'xl/workbook.xml': new Uint8Array(9) }),
      'an Excel workbook (.xlsx)',
    ],
    [
      'an old workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      'an old Office file: save an Excel workbook (.xls) as CSV, and of an Outlook message (.msg) its attachment',
    ],
    ['another zip', zipSync({ 'a.txt': new Uint8Array(9) }), 'a zip archive'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'a PDF document'],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'a gzip archive'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a picture (PNG)'],
  ])('calls %s what it is', (_, bytes, words) => {
    expect(messageOf(bytes)).toContain(`The file is ${words}`)
  })
})

describe('scanUtf8', () => {
  test('finds nothing bad in text, and counts what takes more than a byte', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\0', 'é', '\u07ff', '\u0800', '中', '\uffff', '😀') }),
        (text) => {
          const multiByte = Array.from(text).filter((sign) => sign > '\x7f').length
          expect(scanUtf8(Buffer.from(text))).toEqual({ multiByte, bad: [] })
        },
      ),
    )
  })

  test('agrees with the decoder about what is UTF-8', () => {
    const decodes = (bytes: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        return true
      } catch {
        return false
      }
    }
    const edges = fc.constantFrom(
      0,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    )
    fc.assert(
      fc.property(fc.array(edges, { maxLength: 6 }), (signs) => {
        const bytes = Uint8Array.from(signs)
        expect(scanUtf8(bytes).bad.length === 0).toBe(decodes(bytes))
      }),
      { numRuns: 5000 },
    )
  })
})
