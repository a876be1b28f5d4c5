// Which companies match the words of a query, and how well: as typed first, with slips and left-out blanks where few do.
import type { CompanyRows } from './companyRows.ts'
import { lowerBound, matchQuality } from './lexicon.ts'
import { gluedQuality } from './nameCloseness.ts'

/** Below this many matches, typing mistakes are forgiven too. */
const fewMatches = 10
/** As many words of the last queries are kept: while one word is typed, the others need not be searched again. */
const keptWords = 16
/** Words up to this long are forgiven a slip only beside others: alone they are like too many. */
const shortWord = 3
/** Shorter text typed without blanks is one word. */
const shortestGlued = 5
/** Where the signs are among the plain letters and digits: a name whose first word ends goes on with one of them, or is at its end. */
const besideLetters = [
  ['', '0'],
  [':', 'a'],
  ['{', '\uffff'],
] as const

/** Whether a word that begins so is neither the one wanted nor an `and`: of a thousand names with one first word few are left. */
const isOtherWord = (begins: number, wanted: number): boolean =>
  begins > aUnit && begins <= zUnit && begins !== wanted
const [aUnit, zUnit] = ['a'.charCodeAt(0), 'z'.charCodeAt(0)]

export type CompanyMarks = {
  /** Per row, how well the whole query matches: as well as the worst of its words, so every word has to match. */
  readonly quality: Uint8Array
  /** Per word of the query and row, how well it matches. */
  readonly words: readonly Uint8Array[]
}

/** Marks the rows for the words of one query after the other. */
export function createCompanyMarker({ rows, names, lexicon, markIds }: CompanyRows) {
  const searched = new Map<string, Uint8Array>()

  const markMatches = (word: string): Uint8Array => {
    const marks = new Uint8Array(rows.length)
    lexicon.mark(word, marks)
    markIds(word, marks)
    return marks
  }
  const markSlips = (word: string): Uint8Array => {
    const marks = marksOf(word, false).slice()
    if (word.length <= shortWord) lexicon.markShortSlips(word, marks)
    else lexicon.markSlips(word, marks)
    return marks
  }
  const marksOf = (word: string, forgiving: boolean): Uint8Array => {
    const key = forgiving ? `${word}~` : word
    const marks = searched.get(key) ?? (forgiving ? markSlips(word) : markMatches(word))
    // Set again even when known: the map's order is the order of use.
    searched.delete(key)
    searched.set(key, marks)
    for (const oldest of [...searched.keys()].slice(0, -keptWords)) searched.delete(oldest)
    return marks
  }
  const markAll = (words: readonly string[], forgiving: boolean): CompanyMarks => {
    const isForgiven = (word: string): boolean => forgiving && (words.length > 1 || word.length > shortWord)
    const marks = words.map((word) => marksOf(word, isForgiven(word)))
    const [first, ...others] = marks
    if (!first) return { quality: new Uint8Array(rows.length).fill(matchQuality.whole), words: [] }
    if (others.length === 0) return { quality: first, words: marks }
    const quality = first.slice()
    for (const other of others) {
      for (let row = 0; row < quality.length; row++) {
        if ((other[row] ?? 0) < (quality[row] ?? 0)) quality[row] = other[row] ?? 0
      }
    }
    return { quality, words: marks }
  }
  /** Raises the rows whose name is, or starts with, what was typed without its blanks and signs. */
  const raiseGlued = (glued: string, marks: Uint8Array): Uint8Array => {
    if (glued.length < shortestGlued) return marks
    const raised = marks.slice()
    /** `first`: how long the word is that all names between the two begin with; null where it may go on. */
    const raise = (from: string, to: string, first: number | null): void => {
      const end = lowerBound(names, to)
      for (let row = lowerBound(names, from); row < end; row++) {
        const name = names[row] ?? ''
        if (first !== null && isOtherWord(name.charCodeAt(first + 1), glued.charCodeAt(first))) continue
        raised[row] = Math.max(raised[row] ?? 0, gluedQuality(name, glued))
      }
    }
    for (let length = 1; length < glued.length; length++) {
      const start = glued.slice(0, length)
      for (const [sign, next] of besideLetters) raise(start + sign, start + next, length)
    }
    raise(glued, `${glued}\uffff`, null)
    return raised
  }

  return (words: readonly string[]): CompanyMarks => {
    const strict = markAll(words, false)
    if (!hasFew(strict.quality)) return strict
    const forgiving = markAll(words, true)
    return { ...forgiving, quality: raiseGlued(words.join(''), forgiving.quality) }
  }
}

function hasFew(quality: Uint8Array): boolean {
  let matches = 0
  for (let row = 0; row < quality.length && matches < fewMatches; row++)
    if (quality[row] !== matchQuality.none) matches++
  return matches < fewMatches
}
