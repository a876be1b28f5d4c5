// Takes secrets out of text that came from elsewhere, in every spelling they can travel in; where one may be left, the whole text.

const withheld = '[not shown: it repeats a key]'
/** Shorter texts would mask ordinary words and hide nothing worth hiding. */
const shortestSecret = 4
/** Shorter ones are not looked for between other signs: they would be found everywhere. */
const shortestHidden = 6

/** Longer texts are not decoded: errors are cut to less, and no name of a record is as long. */
const longestDecoded = 100_000

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
  const forms = given.flatMap(formsOf)
  const holds = finderOf(forms)
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
    value: (value: unknown, text: string) => (forms.length > 0 && holds(text) ? inside(value) : value),
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

/** Base64 groups three bytes, so a text inside another one has three spellings; the outer characters of each depend on its neighbours. */
function base64Spellings(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url')
    const known = encoded.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3))
    return [known, known.replaceAll('-', '+').replaceAll('_', '/')]
  })
}

/** A letter or digit as it is squeezed: in lower case; 0 for any other sign. */
const squeezedSign = (code: number): number =>
  code >= 65 && code <= 90 ? code + 32 : (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? code : 0

/**
 * Finds out whether a text holds one of some forms, with whatever signs between theirs. Every answer is looked through, so
 * this goes over it once and copies nothing: four signs that begin a form lead to a closer look.
 */
function finderOf(forms: readonly Buffer[]): (text: string) => boolean {
  const beginnings = Map.groupBy(forms, (form) => form.readInt32BE(0))
  const marks = new Uint8Array(1 << 16)
  for (const beginning of beginnings.keys()) marks[markOf(beginning)] = 1
  return (text) => {
    let last = 0
    for (let at = 0; at < text.length; at += 1) {
      const sign = squeezedSign(text.charCodeAt(at))
      if (sign === 0) continue
      last = (last << 8) | sign
      if (marks[markOf(last)] === 1 && beginnings.get(last)?.some((form) => goesOn(text, at + 1, form)))
        return true
    }
    return false
  }
}

const markOf = (signs: number): number => (signs ^ (signs >>> 13)) & 0xffff

/** Whether a text goes on as a form does behind its first four signs. */
function goesOn(text: string, from: number, form: Buffer): boolean {
  let met = 4
  for (let at = from; at < text.length && met < form.length; at += 1) {
    const sign = squeezedSign(text.charCodeAt(at))
    if (sign === 0) continue
    if (sign !== form[met]) return false
    met += 1
  }
  return met === form.length
}

/** Letters and digits alone, so that blanks, line ends, quotes and dashes between them hide nothing. */
function squeezed(text: string): Buffer {
  const letters = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = squeezedSign(text.charCodeAt(at))
    if (sign === 0) continue
    letters[length] = sign
    length += 1
  }
  return letters.subarray(0, length)
}

/** A secret as it is found in squeezed text: plain, backwards, in hex and in base64. */
const formsOf = (secret: string): Buffer[] =>
  [
    secret,
    secret.split('').reverse().join(''),
    Buffer.from(secret).toString('hex'),
    ...base64Spellings(secret),
  ]
    .map(squeezed)
    .filter(({ length }) => length >= shortestHidden)

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
