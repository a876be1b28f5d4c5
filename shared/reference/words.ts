// How names are compared when people search: case, accents and punctuation do not count; words are what a space or a sign separates.
import { fold } from './lookup.ts'

/** Most names and identifiers are plain words with one blank between them: they need no further thought. */
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const separators = /[^\p{L}\p{N}]+/u
/** O'Brien is one word, and so is A.C.M.E. */
const silent = /['’`´.]/g
const joiners = /[&/+_\p{Pd}]/gu
/** Coca-Cola: two words, and one when written together. */
const compound = /[\p{L}\p{N}]+(?:[&/+_\p{Pd}][\p{L}\p{N}]+)+/gu

/** Text with case, accents and silent signs taken away, and one blank where there were several; `a & b` is `a and b`. */
export function simplify(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  return fold(text).replace(silent, '').replace(/\s+/g, ' ').replaceAll(' & ', ' and ').trim()
}

/** The words of simplified text, as one searches for them. */
export const wordsOf = (simplified: string): string[] =>
  plain.test(simplified) ? simplified.split(' ') : simplified.split(separators).filter((word) => word !== '')

/** The words under which simplified text is found: its own, and compounds as one word too. */
export function indexedWordsOf(simplified: string): string[] {
  const words = wordsOf(simplified)
  if (plain.test(simplified)) return words
  return [
    ...words,
    ...Array.from(simplified.matchAll(compound), ([joined]) => joined.replaceAll(joiners, '')),
  ]
}

/** Scripts that write without blanks, so that a word may begin anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** One or two letters are inside nearly every word; they only count at its start. */
const shortestInside = 3

/** Whether a word is worth looking for in the middle of others. */
export const countsInside = (word: string): boolean => word.length >= shortestInside || unspaced.test(word)
