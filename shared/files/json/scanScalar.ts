// The smallest parts of JSON text: blanks, strings, numbers and the three words, each read to its end or to what is wrong.

/** Where a part ends; where it is none, the place that is wrong and what should stand there. */
export type Scalar = { end: number; wanted: 'value' | 'quote' | 'escape' | 'printable' | 'digit' | null }

const backslash = 0x5c
const quote = 0x22

export function skipBlanks(text: string, from: number): number {
  let at = from
  for (;;) {
    const sign = text.charCodeAt(at)
    if (sign !== 0x20 && sign !== 0x0a && sign !== 0x0d && sign !== 0x09) return at
    at += 1
  }
}

const escapes = new Set('"\\/bfnrt')
const fourDigits = /[0-9A-Fa-f]{4}/y

/** How long the escape at `at` is, 0 when it is none. */
function escapeLength(text: string, at: number): number {
  const kind = text.charAt(at + 1)
  if (escapes.has(kind)) return 2
  fourDigits.lastIndex = at + 2
  return kind === 'u' && fourDigits.test(text) ? 6 : 0
}

/** Whether the text ends inside the escape at `at`. */
const isCut = (text: string, at: number): boolean => /^\\(u[0-9A-Fa-f]{0,3})?$/.test(text.slice(at, at + 6))

/** The string whose opening quote stands at `from`; a part that is no string is told by where it goes wrong. */
export function scanString(text: string, from: number): Scalar {
  let at = from + 1
  while (at < text.length) {
    const sign = text.charCodeAt(at)
    if (sign === quote) return { end: at + 1, wanted: null }
    if (sign < 0x20) return { end: at, wanted: 'printable' }
    const step = sign === backslash ? escapeLength(text, at) : 1
    if (step === 0)
      return isCut(text, at) ? { end: text.length, wanted: 'quote' } : { end: at, wanted: 'escape' }
    at += step
  }
  return { end: text.length, wanted: 'quote' }
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const words = ['true', 'false', 'null']
const wordSign = /[0-9A-Za-z_$.+-]/

/** Any value that is neither list nor object. */
export function scanScalar(text: string, at: number): Scalar {
  if (text.charCodeAt(at) === quote) return scanString(text, at)
  number.lastIndex = at
  const length = number.test(text)
    ? number.lastIndex - at
    : (words.find((word) => text.startsWith(word, at))?.length ?? 0)
  const end = at + length
  // `01`, `1.`, `nullable`: it begins well and is something else.
  const goesOn = wordSign.test(text.charAt(end))
  if (length > 0 && !goesOn) return { end, wanted: null }
  const isNumber = length > 0 && /[0-9]/.test(text.charAt(end - 1))
  return { end: isNumber ? end : at, wanted: isNumber ? 'digit' : 'value' }
}
