// Takes secrets out of text that came from elsewhere, in every spelling they can travel in; where one may be left, the whole text.

const withheld = '[not shown: it repeats a key]'
/** Shorter texts would mask ordinary words and hide nothing worth hiding. */
const shortestSecret = 4
/** Shorter ones are not looked for between other signs: they would be found everywhere. */
const shortestHidden = 6

/** Longer texts are not decoded: errors are cut to less, and no name of a record is as long. */
const longestDecoded = 20_000

export type Mask = {
  /** The text without secrets. Meant for the other side's words: it would damage ours. */
  (text: string): string
  /** The same for every text in a value, at any depth; the value itself where `text`, which it was read from, holds none. */
  value: (value: unknown, text: string) => unknown
}

/** Makes the mask of some secrets; `masked` stands where one was. */
export function createMask(secrets: readonly string[], masked = '[masked]'): Mask {
  const given = [...new Set(secrets)].filter(({ length }) => length >= shortestSecret)
  const spellings = [...new Set(given.flatMap(spellingsOf))].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(spellings.map((text) => text.replace(/\W/gu, anyWriting)).join('|'), 'gi')
  const forms = distinct(given.flatMap(formsOf))
  const holds = (text: string) => {
    const plain = squeezed(text)
    return forms.some((form) => plain.includes(form))
  }
  /** Of an answer, which may be long: what is written sign by sign in numbers is read as what it writes. */
  const holdsAnywhere = (text: string): boolean =>
    holds(text) || (signBySign.test(text) && decoders.some((decode) => holds(decode(text))))
  const mask = (text: string): string => {
    if (given.length === 0) return text
    const shown = text.replace(pattern, masked)
    return (shown.length > longestDecoded ? [shown] : viewsOf(shown)).some(holds) ? withheld : shown
  }
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return mask(value)
    if (Array.isArray(value)) return value.map(inside)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [mask(name), inside(inner)]))
  }
  return Object.assign(mask, {
    value: (value: unknown, text: string) =>
      forms.length > 0 && holdsAnywhere(text) ? inside(value) : value,
  })
}

/** A pattern for a sign as servers repeat it: as it is, or escaped for an address, JSON, a script or a web page. */
function anyWriting(sign: string): string {
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
  return `(?:${writings.map((text) => text.replace(/[^\w]/g, '\\$&')).join('|')})`
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;'],
  "'": ['&apos;'],
}

/** A secret as it is, in JSON, percent-encoded and in base64, also inside a longer base64 text. */
const spellingsOf = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret.toWellFormed()),
  ...base64Spellings(secret),
]

/**
 * An encoding groups so many bytes and writes so many bits in each sign: a text inside another one has a spelling for each
 * place in the group, whose outer signs depend on the neighbours.
 */
function spellingsInside(text: string, group: number, bits: number, encode: (bytes: Buffer) => string) {
  const bytes = Buffer.from(text)
  return Array.from({ length: group }, (_, shift) =>
    encode(Buffer.concat([Buffer.alloc(shift), bytes])).slice(
      Math.ceil((shift * 8) / bits),
      Math.floor(((shift + bytes.length) * 8) / bits),
    ),
  )
}
const base64Spellings = (text: string): string[] =>
  spellingsInside(text, 3, 6, (bytes) => bytes.toString('base64url')).flatMap((known) => [
    known,
    known.replaceAll('-', '+').replaceAll('_', '/'),
  ])
const base32Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** RFC 4648, section 6; without padding. */
const base32 = (bytes: Buffer): string =>
  (
    Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .match(/.{1,5}/g) ?? []
  )
    .map((bits) => base32Signs.charAt(Number.parseInt(bits.padEnd(5, '0'), 2)))
    .join('')

/** Letters and digits alone, so that blanks, line ends, quotes and dashes between them hide nothing. */
function squeezed(text: string): Buffer {
  const letters = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isUpper = code >= 65 && code <= 90
    if (isUpper || (code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      letters[length] = isUpper ? code + 32 : code
      length += 1
    }
  }
  return letters.subarray(0, length)
}

/** A secret as it is found in squeezed text: plain, backwards, percent-encoded, in hex, base64 and base32. */
const formsOf = (secret: string): Buffer[] =>
  [
    secret,
    secret.split('').reverse().join(''),
    encodeURIComponent(secret.toWellFormed()),
    Buffer.from(secret).toString('hex'),
    ...base64Spellings(secret),
    ...spellingsInside(secret, 5, 5, base32),
  ]
    .map(squeezed)
    .filter(({ length }) => length >= shortestHidden)

/** One of equal ones is enough to look for. */
const distinct = (forms: readonly Buffer[]): Buffer[] => [
  ...new Map(forms.map((form) => [form.toString('latin1'), form])).values(),
]

/** A word of at least six signs, each of them written as a number. */
const signBySign =
  /(?:&#x?[0-9a-f]{1,7};?){6}|(?:%[0-9a-f]{2}){6}|(?:=[0-9a-f]{2}){6}|(?:\\{1,2}(?:u\{?|x|U0000)?[0-9a-f]{2,4}\}?){6}|(?:\d{2,3}[\s,;]{1,4}){6}|(?:[0-9a-f]{2}[\s:,-]{1,2}){6}/i

const fromCode = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** What a text may be the writing of. Each step is linear. */
const decoders: readonly ((text: string) => string)[] = [
  (text) => text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => fromCode(Number.parseInt(hex, 16))),
  (text) =>
    text.replace(/&#(x?)([0-9a-f]{1,7});?/gi, (_all, x: string, digits: string) =>
      fromCode(Number.parseInt(digits, x ? 16 : 10)),
    ),
  (text) =>
    text.replace(/\\(?:u\{?|x|U0000)([0-9a-f]{2,4})\}?/gi, (_all, hex: string) =>
      fromCode(Number.parseInt(hex, 16)),
    ),
  (text) =>
    text.replace(/\\([0-3][0-7]{2})/g, (_all, digits: string) => fromCode(Number.parseInt(digits, 8))),
  // Quoted-printable (RFC 2045, section 6.7).
  (text) => text.replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => fromCode(Number.parseInt(hex, 16))),
  // A list of codes, as `String.fromCharCode` takes it.
  (text) => text.replace(/\b(\d{2,3})(?:[\s,;]{1,4}|\b)/g, (_all, code: string) => fromCode(Number(code))),
  // The texts of an object or a list one after the other: a word may go on in the next member or row.
  (text) => text.replace(/"[^"\\]{0,80}"\s{0,9}:\s{0,9}(?:-?[\d.]{1,20}|true|false|null)?/g, ''),
  (text) =>
    text.replace(/[0-9a-f][0-9a-f\s:,x\\-]{10,}/gi, (run) => {
      const digits = run.replace(/0x|[^0-9a-f]/gi, '')
      return `${Buffer.from(digits, 'hex').toString('latin1')} ${Buffer.from(digits.slice(1), 'hex').toString('latin1')}`
    }),
  (text) =>
    text
      .replace(/\\[rnt]|\s+|%0[ad]/gi, '')
      .replace(/[\w+/=-]{8,}/g, (run) =>
        [0, 1, 2, 3].map((shift) => Buffer.from(run.slice(shift), 'base64').toString('latin1')).join(' '),
      ),
]

/** The text and everything it may be the writing of, twice wrapped as well. */
function viewsOf(text: string): string[] {
  const once = decoders.map((decode) => decode(text)).filter((view) => view !== text)
  return [text, ...once, ...once.flatMap((view) => decoders.map((decode) => decode(view)))]
}
