// How names are compared when people search: case, accents and punctuation do not count; words are what a space or a sign separates.
import { fold } from '../text/fold.ts'

const [blank, zero, nine, a, z] = [0x20, 0x30, 0x39, 0x61, 0x7a]

/**
 * Most names and identifiers are plain words with one blank between them: they need no further thought.
 * A loop, because an index asks it of every company: a regular expression takes twice as long.
 */
function isPlain(text: string): boolean {
  let before = blank
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isWord = (unit >= a && unit <= z) || (unit >= zero && unit <= nine)
    if (!isWord && (unit !== blank || before === blank)) return false
    before = unit
  }
  return before !== blank
}

const separators = /[^\p{L}\p{N}]+/u
/** O'Brien is one word, and so is A.C.M.E. */
const silent = /['’`´.]+/g
const joiners = /[&/+_\p{Pd}]+/gu
/** What ends a compound: a sign that joins nothing, or two joiners. */
const betweenCompounds = /[^\p{L}\p{N}&/+_\p{Pd}]+|[&/+_\p{Pd}]{2,}/u
const joined = /[\p{L}\p{N}][&/+_\p{Pd}][\p{L}\p{N}]/u

/** Coca-Cola: two words, and one when written together. */
const compoundsIn = (simplified: string): string[] =>
  simplified
    .split(betweenCompounds)
    .filter((part) => joined.test(part))
    .map((part) => part.replaceAll(joiners, ''))

/** Text with case, accents and silent signs taken away, and one blank where there were several; `a & b` is `a and b`. */
export function simplifyText(text: string): string {
  const lower = text.toLowerCase()
  if (isPlain(lower)) return lower
  return fold(text)
    .replace(silent, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(' & ', ' and ')
    .trim()
}

const idAsWritten = /^(?:#|id\b)?[\s:#]*(\d{1,3}(?:[,.'’\s]\d{3})+|\d+)$/i

/** The digits of an id with what people write around it and between its thousands; null for other text, and for bare digits. */
export function plainId(text: string): string | null {
  const written = text.trim()
  const digits = idAsWritten.exec(written)?.[1]?.replaceAll(/\D/g, '')
  return digits === undefined || digits === written ? null : digits
}

/** The words of simplified text, as one searches for them. */
export const searchWords = (simplified: string): string[] =>
  isPlain(simplified) ? simplified.split(' ') : wordsBetween(simplified)

const wordsBetween = (simplified: string): string[] =>
  simplified.split(separators).filter((word) => word !== '')

/** The words under which simplified text is found: its own, and compounds as one word too. */
export function indexedWordsOf(simplified: string): string[] {
  if (isPlain(simplified)) return simplified.split(' ')
  return [...wordsBetween(simplified), ...compoundsIn(simplified)]
}

/** Scripts that write without blanks, so that a word may begin anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** One or two letters are inside nearly every word; they only count at its start. */
const shortestInside = 3

/** Whether a word is worth looking for in the middle of others. */
export const countsInside = (word: string): boolean => word.length >= shortestInside || unspaced.test(word)
