// From bytes to text for our own files: UTF-8, or UTF-16 by its byte order mark; never guessed, a bad byte is told by its place.
import { type Parsed, refusedFile } from '../reading/parsed.ts'
import { foreignBytes } from './foreignBytes.ts'
import { placeOf, placeText } from './place.ts'
import { scanUtf8 } from './utf8.ts'

const bringAnother = 'Nothing was changed. Choose another file, or export this one again.'
const saveAgain = 'Nothing was changed. Save the file as UTF-8, or export it again.'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding a byte order mark names, and how long the mark is; null without one. */
export function markOf(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** Decodes, with U+FFFD for what cannot be; a byte order mark stays out. */
export const decodeAs = (encoding: Encoding, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes)

/** The place of a byte, the text before it decoded. */
const placeOfByte = (bytes: Uint8Array, at: number): string => {
  const before = decodeAs('utf-8', bytes.subarray(0, at))
  return placeText(placeOf(before, before.length))
}

const hexadecimal = (byte: number | undefined): string =>
  `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`

function badUtf8(bytes: Uint8Array): Parsed<never> {
  const at = scanUtf8(bytes, 1).bad[0] ?? 0
  return refusedFile(
    'file-damaged',
    `The file is not UTF-8 text: ${placeOfByte(bytes, at)}: the byte ${hexadecimal(bytes[at])} belongs to no character.`,
    saveAgain,
  )
}

function badUtf16(encoding: Encoding, bytes: Uint8Array): Parsed<never> {
  const text = decodeAs(encoding, bytes)
  // The decoder marks what it cannot read; a file may hold the same sign, so this is the first place to look.
  const at = text.indexOf('\uFFFD')
  return refusedFile(
    'file-damaged',
    `The file is not UTF-16 text: ${placeText(placeOf(text, at))}: half a character.`,
    saveAgain,
  )
}

/** Reads the text of a file of ours. Errors: `file-foreign` for what is no text, `file-damaged` for a bad byte. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const foreign = foreignBytes(bytes)
  if (foreign) return refusedFile('file-foreign', `The file is ${foreign}.`, bringAnother)
  const encoding = markOf(bytes)?.encoding ?? 'utf-8'
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return encoding === 'utf-8' ? badUtf8(bytes) : badUtf16(encoding, bytes)
  }
}
