// Every distinct word of the companies with the rows it occurs in, laid out flat so that a search only reads arrays.
import { countsInside, indexedWordsOf } from '../../shared/reference/textSearch.ts'
import { createSlipTest, isOneSlipApart, slipsAllowed } from './slips.ts'

/** How well a word of the query matches a word of a row: higher is better, 0 is not at all. */
export const matchQuality = { none: 0, slip: 1, inside: 2, start: 3, whole: 4 } as const

const separator = '\n'
const separatorUnit = 10

export type Lexicon = {
  /** Raises each row with a word that is, starts with or contains what is wanted to that quality. */
  readonly mark: (wanted: string, marks: Uint8Array) => void
  /** Raises each row with a word whose beginning what is wanted may be a slip of. */
  readonly markSlips: (wanted: string, marks: Uint8Array) => void
  /** Raises each row with a short word that what is wanted, short itself, may be a slip of. */
  readonly markShortSlips: (wanted: string, marks: Uint8Array) => void
}

type Sorted = { readonly length: number; readonly [index: number]: number | string | undefined }

/** The first position whose value is not below `wanted`. */
export function lowerBound(sorted: Sorted, wanted: number | string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = sorted[middle]
    if (value !== undefined && value < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The letters a word contains as bits: one test sorts out most words that cannot match. */
const lettersOf = (word: string): number => {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/** The first two letters of a word as one of 1024 heads; different letters may share one. */
const headOf = (first: number, second: number): number => ((first & 31) << 5) | (second & 31)

/** The heads with which a word may begin to be a slip of one that begins so: nearly nobody mistypes both letters. */
function headsLike(first: number, second: number): Uint8Array {
  const [one, two] = [first & 31, second & 31]
  return Uint8Array.from({ length: 1024 }, (_, head) => {
    const [left, right] = [head >> 5, head & 31]
    return left === one || left === two || right === one || right === two ? 1 : 0
  })
}

/** The rows of each word side by side, in the order of the words: counted first, then filled in. */
function groupByWord(occurrences: readonly number[], places: Uint32Array) {
  const firstPosting = new Uint32Array(places.length + 1)
  const placeAt = (at: number): number => places[occurrences[at] ?? 0] ?? 0
  for (let at = 0; at < occurrences.length; at += 2) {
    const after = placeAt(at) + 1
    firstPosting[after] = (firstPosting[after] ?? 0) + 1
  }
  for (let place = 1; place < firstPosting.length; place++) {
    firstPosting[place] = (firstPosting[place] ?? 0) + (firstPosting[place - 1] ?? 0)
  }
  const next = firstPosting.slice()
  const postings = new Uint32Array(occurrences.length / 2)
  for (let at = 0; at < occurrences.length; at += 2) {
    const place = placeAt(at)
    const slot = next[place] ?? 0
    postings[slot] = occurrences[at + 1] ?? 0
    next[place] = slot + 1
  }
  return { postings, firstPosting }
}

/** All words in one text, with where each starts and which letters it has; and the first word of each head, words of one head standing together. */
function layOut(words: readonly string[]) {
  const text = words.join(separator) + separator
  const units = new Uint16Array(text.length)
  const starts = new Uint32Array(words.length + 1)
  const letters = new Int32Array(words.length)
  const heads: { head: number; first: number }[] = []
  let before = -1
  let word = 0
  let bits = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    units[at] = unit
    if (unit !== separatorUnit) bits |= 1 << (unit & 31)
    else {
      letters[word] = bits
      const head = headOf(units[starts[word] ?? 0] ?? 0, units[(starts[word] ?? 0) + 1] ?? 0)
      if (head !== before) heads.push({ head, first: word })
      before = head
      bits = 0
      word++
      starts[word] = at + 1
    }
  }
  return { text, units, starts, letters, heads }
}

/**
 * Builds the lexicon of rows given as their texts, which `indexedWordsOf` can split, and as the row of each text.
 * Plain loops: this runs over every row.
 */
export function buildLexicon(columns: readonly (readonly string[])[], rowOf: Uint32Array): Lexicon {
  // Words are numbered as they come and the occurrences kept flat: a list per word would cost more than the search.
  const numbers = new Map<string, number>()
  const occurrences: number[] = []
  for (const texts of columns) {
    for (let place = 0; place < texts.length; place++) {
      const row = rowOf[place] ?? 0
      for (const word of indexedWordsOf(texts[place] ?? '')) {
        let number = numbers.get(word)
        if (number === undefined) {
          number = numbers.size
          numbers.set(word, number)
        }
        occurrences.push(number, row)
      }
    }
  }
  const words = [...numbers.keys()].sort()
  const places = new Uint32Array(words.length)
  for (let place = 0; place < words.length; place++) places[numbers.get(words[place] ?? '') ?? 0] = place
  const { postings, firstPosting } = groupByWord(occurrences, places)
  const { text, units, starts, letters, heads } = layOut(words)

  /** Raises the rows of the words from `from` to before `to`: their postings lie side by side. */
  const raise = (from: number, to: number, quality: number, marks: Uint8Array): void => {
    const end = firstPosting[to] ?? 0
    for (let at = firstPosting[from] ?? 0; at < end; at++) {
      const row = postings[at] ?? 0
      if ((marks[row] ?? 0) < quality) marks[row] = quality
    }
  }
  const markStarts = (wanted: string, marks: Uint8Array): void => {
    const from = lowerBound(words, wanted)
    raise(from, lowerBound(words, `${wanted}\uffff`), matchQuality.start, marks)
    if (words[from] === wanted) raise(from, from + 1, matchQuality.whole, marks)
  }
  const markInside = (wanted: string, marks: Uint8Array): void => {
    let index = 0
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[index] ?? text.length)) {
      while ((starts[index + 1] ?? text.length) <= at) index++
      raise(index, index + 1, matchQuality.inside, marks)
      index++
    }
  }
  const markSlips = (wanted: string, marks: Uint8Array): void => {
    const slips = /^\d+$/.test(wanted) ? 0 : slipsAllowed(wanted.length)
    if (slips === 0) return
    const test = createSlipTest(wanted, slips)
    const wantedLetters = lettersOf(wanted)
    const isLike = headsLike(wanted.charCodeAt(0), wanted.charCodeAt(1))
    for (const [at, { head, first }] of heads.entries()) {
      if (isLike[head] === 0) continue
      const end = heads[at + 1]?.first ?? words.length
      for (let index = first; index < end; index++) {
        let missing = wantedLetters & ~(letters[index] ?? 0)
        for (let slip = 0; slip < slips; slip++) missing &= missing - 1
        if (missing !== 0) continue
        const start = starts[index] ?? 0
        if (test(units, start, (starts[index + 1] ?? 0) - 1))
          raise(index, index + 1, matchQuality.slip, marks)
      }
    }
  }

  const markShortSlips = (wanted: string, marks: Uint8Array): void => {
    if (/\d/.test(wanted)) return
    for (let index = 0; index < words.length; index++) {
      if ((starts[index + 1] ?? 0) - (starts[index] ?? 0) > wanted.length + 2) continue
      if (isOneSlipApart(wanted, words[index] ?? '')) raise(index, index + 1, matchQuality.slip, marks)
    }
  }

  return {
    mark: (wanted, marks) => {
      markStarts(wanted, marks)
      if (countsInside(wanted)) markInside(wanted, marks)
    },
    markSlips,
    markShortSlips,
  }
}
