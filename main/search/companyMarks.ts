// Which companies match the words of a query, and how well: as typed first, with slips and left-out blanks where few do.
import type { CompanyRows } from './companyRows.ts'
import { countsInside } from '../../shared/reference/textSearch.ts'
import { lowerBound, matchQuality, type WordHits } from './lexicon.ts'
import { gluedQuality } from './nameCloseness.ts'
import { slipsAllowed } from './slips.ts'

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

/** The matches of one query, true until the next is asked for. */
export type CompanyMarks = {
  /** The rows that match, in their order. */
  readonly matched: Uint32Array
  /** Of each of them, how well the whole query matches: as well as the worst of its words, so every word has to match. */
  readonly quality: Uint8Array
  /** Per word of the query and row, how well it matches. */
  readonly words: readonly Uint8Array[]
}

/** The words a word of a query was found in, and per row how well the row's words match. */
type WordMarks = { readonly hits: WordHits; readonly marks: Uint8Array }

/** Marks the rows for the words of one query after the other. */
export function createCompanyMarker({ names, lexicon, markIds }: CompanyRows) {
  const searched = new Map<string, WordMarks>()
  /** Marks of no row; a little longer than the rows, so that four can be read at once. */
  const newMarks = (): Uint8Array<ArrayBuffer> => new Uint8Array(Math.ceil(names.length / 4) * 4)
  const fours = ({ buffer }: Uint8Array): Uint32Array => new Uint32Array(buffer)
  const matched = new Uint32Array(names.length)
  const quality = newMarks()
  const everything = newMarks().fill(matchQuality.whole, 0, names.length)
  const nothing = newMarks()

  const remembered = (key: string, make: () => WordMarks): WordMarks => {
    const known = searched.get(key) ?? make()
    // Set again even when known: the map's order is the order of use.
    searched.delete(key)
    searched.set(key, known)
    for (const oldest of [...searched.keys()].slice(0, -keptWords)) searched.delete(oldest)
    return known
  }
  /** What the word without its last letter was found in, where the word can be in nothing else. */
  const before = (word: string): string => word.slice(0, -1)
  const markMatches = (word: string): WordMarks =>
    remembered(word, () => {
      const hits = lexicon.find(
        word,
        countsInside(before(word)) ? searched.get(before(word))?.hits : undefined,
      )
      const marks = newMarks()
      lexicon.mark(hits, marks)
      markIds(word, marks)
      return { hits, marks }
    })
  const findSlips = (word: string): WordHits => {
    if (word.length <= shortWord) return lexicon.findShortSlips(word)
    const isNarrower = slipsAllowed(before(word)) === slipsAllowed(word)
    return lexicon.findSlips(word, isNarrower ? searched.get(`${before(word)}~`)?.hits : undefined)
  }
  const markSlips = (word: string): WordMarks =>
    remembered(`${word}~`, () => {
      const hits = findSlips(word)
      const marks = markMatches(word).marks.slice()
      lexicon.mark(hits, marks)
      return { hits, marks }
    })
  /** One pass over all rows; `glued` are the ones that match otherwise than by their words. */
  const combine = (marks: readonly Uint8Array[], glued: Uint8Array = nothing): Uint32Array => {
    const [first = everything, ...others] = marks
    const [firstFour, gluedFour] = [fours(first), fours(glued)]
    let count = 0
    for (let row = 0; row < names.length; row++) {
      // Most rows match nothing: four of them are passed over at once.
      if ((row & 3) === 0 && firstFour[row >> 2] === 0 && gluedFour[row >> 2] === 0) {
        row += 3
        continue
      }
      let worst = first[row] ?? 0
      for (let at = 0; at < others.length; at++) worst = Math.min(worst, others[at]?.[row] ?? 0)
      worst = Math.max(worst, glued[row] ?? 0)
      if (worst === matchQuality.none) continue
      quality[row] = worst
      matched[count++] = row
    }
    return matched.subarray(0, count)
  }
  /** Marks the rows whose name is, or starts with, what was typed without its blanks and signs. */
  const markGlued = (glued: string): Uint8Array | undefined => {
    if (glued.length < shortestGlued) return
    const marks = newMarks()
    /** `first`: how long the word is that all names between the two begin with; null where it may go on. */
    const raise = (from: string, to: string, first: number | null): void => {
      const end = lowerBound(names, to)
      for (let row = lowerBound(names, from); row < end; row++) {
        const name = names[row] ?? ''
        if (first !== null && isOtherWord(name.charCodeAt(first + 1), glued.charCodeAt(first))) continue
        marks[row] = Math.max(marks[row] ?? 0, gluedQuality(name, glued))
      }
    }
    for (let length = 1; length < glued.length; length++) {
      const start = glued.slice(0, length)
      for (const [sign, next] of besideLetters) raise(start + sign, start + next, length)
    }
    raise(glued, `${glued}\uffff`, null)
    return marks
  }

  return (words: readonly string[]): CompanyMarks => {
    const answer = (marks: readonly Uint8Array[], glued?: Uint8Array): CompanyMarks => ({
      matched: combine(marks, glued),
      quality,
      words: marks,
    })
    const strict = answer(words.map((word) => markMatches(word).marks))
    if (strict.matched.length >= fewMatches) return strict
    const isForgiven = (word: string): boolean => words.length > 1 || word.length > shortWord
    const forgiving = words.map((word) => (isForgiven(word) ? markSlips : markMatches)(word).marks)
    return answer(forgiving, markGlued(words.join('')))
  }
}
