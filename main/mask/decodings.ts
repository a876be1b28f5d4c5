// What a text may be the writing of: percent signs, numbers of a page, escapes, hex, base64, members in a row, something packed.
import { inflateRawSync } from 'node:zlib'

/** A word of at least six signs, each of them written as a number behind a sign of its own; letters and digits alone are found as they are. */
const signBySign =
  /(?:&#x?[0-9a-f]{1,7};?){6}|(?:%(?:u00)?[0-9a-f]{2}){6}|(?:=[0-9a-f]{2}){6}|(?<!\\)(?:\\+(?:u\{?|x|U0000)?[0-9a-f]{2,6}\}?){6}/i

/** One of these stands in front of each number; most answers hold none of them. */
const marksOfNumbers = ['&#', '%', '=', '\\']

/** How base64 of what gzip packs begins (RFC 1952, section 2.3.1). */
const packedSign = 'H4sI'
/** Of something packed so much is unpacked; a key is shorter. */
const mostUnpacked = 100_000

/** Without the ten bytes before what is packed, and whatever follows it. */
function unpacked(base64: string): string {
  const packed = Buffer.from(base64, 'base64').subarray(10)
  try {
    return inflateRawSync(packed, { maxOutputLength: mostUnpacked }).toString('latin1')
  } catch {
    return base64
  }
}

const fromCode = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** What a text may be the writing of. Each step is linear. */
const decoders: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/%(?:u00)?([0-9a-f]{2})/gi, (_all, hex: string) => fromCode(Number.parseInt(hex, 16))),
  (text) =>
    text.replace(/&#(x?)([0-9a-f]{1,7});?/gi, (_all, x: string, digits: string) =>
      fromCode(Number.parseInt(digits, x ? 16 : 10)),
    ),
  (text) =>
    text.replace(/\\(?:u\{?|x|U0000)([0-9a-f]{2,6})\}?/gi, (_all, hex: string) =>
      fromCode(Number.parseInt(hex, 16)),
    ),
  (text) =>
    text.replace(/\\([0-3][0-7]{2})/g, (_all, digits: string) => fromCode(Number.parseInt(digits, 8))),
  // Tags between the letters of a word are not seen on a page.
  (text) => text.replace(/<[^<>]{0,80}>/g, ''),
  // Quoted-printable (RFC 2045, section 6.7).
  (text) => text.replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => fromCode(Number.parseInt(hex, 16))),
  // A list of codes, as `String.fromCharCode` takes it.
  (text) => text.replace(/\b(\d{2,3})(?:[\s,;]{1,4}|\b)/g, (_all, code: string) => fromCode(Number(code))),
  // The texts of an object or a list one after the other: a word may go on in the next member or row.
  (text) => text.replace(/"[^"\\]{0,80}"\s{0,9}:\s{0,9}(?:-?[\d.]{1,20}|true|false|null)?/g, ''),
  (text) =>
    text.replace(/[0-9a-f][0-9a-f\s:,x\\-]{10,}/gi, (run) => {
      const digits = run.replace(/0x|[^0-9a-f]+/gi, '')
      return `${Buffer.from(digits, 'hex').toString('latin1')} ${Buffer.from(digits.slice(1), 'hex').toString('latin1')}`
    }),
  (text) =>
    text
      .replace(/\\[rnt]|\s+|%0[ad]/gi, '')
      .replace(/[\w+/=-]{8,}/g, (run) =>
        [0, 1, 2, 3].map((shift) => Buffer.from(run.slice(shift), 'base64').toString('latin1')).join(' '),
      ),
  (text) => text.replace(/\\[rnt]|\s+/g, '').replace(/H4sI[\w+/=-]{20,}/g, unpacked),
]

/** Letters in another form, such as wide ones, as plain ones (Unicode, NFKC); most texts have none. */
export const withPlainLetters = (text: string): string =>
  /[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u2460-\u24ff]/u.test(text) ? text.normalize('NFKC') : text

/** Whether a text holds a word that is written sign by sign in numbers, or something packed. */
export const isWrittenOtherwise = (text: string): boolean =>
  (marksOfNumbers.some((mark) => text.includes(mark)) && signBySign.test(text)) || text.includes(packedSign)

/** What a text may be the writing of. */
export const writtenOut = (text: string): string[] =>
  decoders.map((decode) => decode(text)).filter((view) => view !== text)

/** The text and everything it may be the writing of, twice wrapped as well. */
export function decodingsOf(text: string): string[] {
  const once = writtenOut(text)
  return [text, ...once, ...once.flatMap(writtenOut)]
}
