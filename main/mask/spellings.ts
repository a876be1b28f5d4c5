// How a secret may be written: as patterns for words, and as what is left of each writing when only letters and digits count.
import { replaceEach } from '../../shared/text/replaceEach.ts'

/**
 * A pattern for a sign as servers repeat it: as it is, or escaped for an address, JSON, a script or a web page. Each writing
 * once, and none that begins another one: a key of many signs that is repeated in part would be tried in every mixture.
 */
export function anyWriting(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const hex = code.toString(16).padStart(2, '0')
  const units = sign.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const writings = [
    sign,
    encodeURIComponent(sign.toWellFormed()),
    `%${hex}`,
    `\\${sign}`,
    units.join(''),
    `\\x${hex}`,
    `&#${code};`,
    `&#x${hex};`,
    ...(entities[sign] ?? []),
  ]
  const patterns = new Set(
    writings.map((text) => replaceEach(text.toLowerCase(), /[^\w]+/g, (unit) => `\\${unit}`)),
  )
  if (sign === '\\' && patterns.delete('\\\\')) patterns.add('\\\\(?![\\\\ux])')
  return `(?:${[...patterns].join('|')})`
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;'],
  "'": ['&apos;'],
}

/** A secret as it is, in JSON, percent-encoded and in base64, also inside a longer base64 text. */
export const spellingsOf = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret.toWellFormed()),
  ...base64Spellings(Buffer.from(secret)),
]

/**
 * An encoding groups so many bytes and writes so many bits in each sign: a text inside another one has a spelling for each
 * place in the group, whose outer signs depend on the neighbours.
 */
function spellingsInside(bytes: Buffer, group: number, bits: number, encode: (bytes: Buffer) => string) {
  return Array.from({ length: group }, (_, shift) =>
    encode(Buffer.concat([Buffer.alloc(shift), bytes])).slice(
      Math.ceil((shift * 8) / bits),
      Math.floor(((shift + bytes.length) * 8) / bits),
    ),
  )
}
const base64Spellings = (bytes: Buffer): string[] =>
  spellingsInside(bytes, 3, 6, (bytes) => bytes.toString('base64url')).flatMap((known) => [
    known,
    known.replaceAll('-', '+').replaceAll('_', '/'),
  ])
const base32Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** RFC 4648, section 6; without padding. */
const base32 = (bytes: Buffer): string =>
  (inNumbers(bytes, 2, 8).match(/.{1,5}/g) ?? [])
    .map((bits) => base32Signs.charAt(Number.parseInt(bits.padEnd(5, '0'), 2)))
    .join('')

const backwards = (text: string): string => text.split('').reverse().join('')

/** The bytes as numbers of so many digits: octal escapes, bits. */
const inNumbers = (bytes: Buffer, base: number, digits: number): string =>
  Array.from(bytes, (byte) => byte.toString(base).padStart(digits, '0')).join('')

/** Letters thirteen further on (ROT13). */
const rotated = (letters: string): string =>
  Array.from(letters, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13)),
  ).join('')

/** A secret in every writing that is looked for between other signs. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const percent = encodeURIComponent(secret.toWellFormed())
  const hex = bytes.toString('hex')
  const base64 = base64Spellings(bytes)
  // Without its last zero it stands in both orders of UTF-16.
  const wide = Buffer.from(secret, 'utf16le').subarray(0, -1)
  return [
    secret,
    backwards(secret),
    percent,
    encodeURIComponent(percent),
    hex,
    hex.replace(/../g, '0x$&'),
    Buffer.from(bytes).reverse().toString('hex'),
    wide.toString('hex'),
    [...bytes].join(''),
    inNumbers(bytes, 8, 3),
    inNumbers(bytes, 2, 8),
    secret.replace(/[a-z]+/gi, rotated),
    ...base64,
    ...base64.map(backwards),
    ...base64.map((text) => Buffer.from(text).toString('hex')),
    ...[...base64, hex, hex.toUpperCase()].flatMap((text) => base64Spellings(Buffer.from(text))),
    ...base64Spellings(wide),
    ...spellingsInside(bytes, 5, 5, base32),
  ]
}

/** Long enough to be met nowhere by chance. */
const pieceLength = 8
/** Whether it is a key as ConnectWise makes them; one that is made of words shares its pieces with other words. */
export const isRandom = (secret: string): boolean =>
  secret.length >= 2 * pieceLength && /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret)

/** What gives a part of a secret away: one that is told in two pieces, in two members or two rows, holds one of these. */
export const piecesOf = (secret: string): string[] =>
  isRandom(secret)
    ? (secret.replace(/[^a-z0-9]+/gi, '').match(new RegExp(`.{${pieceLength}}`, 'g')) ?? [])
    : []
