// From bytes to text for files of other systems: by their mark, else by what the bytes can be; what was guessed is said.
import { type Encoding, decodeAs, markOf } from './decodeText.ts'
import { placeOf } from './place.ts'
import { scanUtf8 } from './utf8.ts'

/** What a file of another system may be written in, by its name as people know it. */
export const foreignEncodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250, Central European',
  'windows-1251': 'Windows-1251, Cyrillic',
  macintosh: 'Mac OS Roman, old Macs',
} as const

export type ForeignEncoding = keyof typeof foreignEncodings

/** How bytes were read: the encoding, and why it is that one where nothing in the file says so. */
export type GuessedText = { text: string; encoding: ForeignEncoding; guess: string | null }

const newLine = 0x0a
const carriageReturn = 0x0d
const mostLines = 20
/** More bad bytes than this are not looked up one by one. */
const mostBad = 1000

const blanks = new Set([0, 0x09, newLine, carriageReturn, 0x20])

/** UTF-16 without a mark: up to the end of the first line that is not blank, every second byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const start = bytes.findIndex((byte) => !blanks.has(byte))
  const end = bytes.findIndex((byte, at) => at > start && (byte === newLine || byte === carriageReturn))
  const line = bytes.subarray(0, end === -1 ? bytes.length : end)
  const isZeroAt = (parity: number): boolean =>
    start !== -1 && line.length >= 2 && line.every((byte, at) => at % 2 !== parity || byte === 0)
  if (isZeroAt(1)) return 'utf-16le'
  return isZeroAt(0) ? 'utf-16be' : null
}

/** What Windows-1252 has where Latin-1 has controls (WHATWG, index windows-1252); not every Node decodes it so. */
const windows =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const decodeWindows = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80))

const decodeForeign = (encoding: ForeignEncoding, bytes: Uint8Array): string =>
  encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes)

/** The lines in which these bytes stand, each once. */
function linesOfBytes(bytes: Uint8Array, offsets: readonly number[]): number[] {
  const lines = new Set<number>()
  let seen = 0
  let line = 1
  for (const offset of offsets) {
    const between = decodeAs('utf-8', bytes.subarray(seen, offset))
    line += placeOf(between, between.length).line - 1
    seen = offset
    lines.add(line)
  }
  return [...lines]
}

function damagedLines(bytes: Uint8Array, bad: readonly number[]): string {
  const lines = linesOfBytes(bytes, bad.slice(0, mostBad))
  const shown = lines.slice(0, mostLines).join(', ')
  const rest = lines.length > mostLines || bad.length > mostBad ? ' and more' : ''
  const [noun, verb] = lines.length === 1 ? ['line', 'holds'] : ['lines', 'hold']
  return `although ${noun} ${shown}${rest} ${verb} bytes that belong to no character (shown as \uFFFD)`
}

/** Which encoding it is, and why where the file does not say so. */
function guessed(bytes: Uint8Array): { encoding: ForeignEncoding; guess: string | null } {
  const marked = markOf(bytes)?.encoding
  if (marked !== undefined && marked !== 'utf-8') return { encoding: marked, guess: null }
  const unmarked = marked === undefined ? unmarkedUtf16(bytes) : null
  if (unmarked) return { encoding: unmarked, guess: 'because every second byte of its first line is zero' }
  const { multiByte, bad } = scanUtf8(bytes)
  if (bad.length === 0) return { encoding: 'utf-8', guess: null }
  return multiByte > 0
    ? { encoding: 'utf-8', guess: damagedLines(bytes, bad) }
    : { encoding: 'windows-1252', guess: 'because it is not UTF-8' }
}

/** Reads any bytes as text; as what somebody chose, where they did. */
export function guessText(bytes: Uint8Array, chosen?: ForeignEncoding): GuessedText {
  const { encoding, guess } =
    chosen === undefined ? guessed(bytes) : { encoding: chosen, guess: 'chosen by you' }
  return { text: decodeForeign(encoding, bytes), encoding, guess }
}
