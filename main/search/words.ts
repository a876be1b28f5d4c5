// How names are compared: case, accents and punctuation do not count; words are what a space or a sign separates.
import { fold } from '../../shared/reference/lookup.ts'

/** Letters that are no accent to Unicode but one to people. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Most names and identifiers are plain words with one blank between them: they need no further thought. */
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const ascii = /^[\0-\x7f]*$/
const separators = /[^\p{L}\p{N}]+/u
/** O'Brien is one word, and so is A.C.M.E. */
const silent = /['’`´.]/g
const joiners = /[-&/+_]/g
/** Coca-Cola: two words, and one when written together. */
const compound = /[\p{L}\p{N}]+(?:[-&/+_][\p{L}\p{N}]+)+/gu

/** Text with case, accents and silent signs taken away, and one blank where there were several. */
export function simplify(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  const folded = ascii.test(text)
    ? lower
    : fold(text).replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
  return folded.replace(silent, '').replace(/\s+/g, ' ').trim()
}

/** The words of simplified text; compounds also as one word. */
export function wordsOf(simplified: string): string[] {
  if (plain.test(simplified)) return simplified.split(' ')
  const compounds = Array.from(simplified.matchAll(compound), ([joined]) => joined.replaceAll(joiners, ''))
  return [...simplified.split(separators), ...compounds].filter((word) => word !== '')
}
