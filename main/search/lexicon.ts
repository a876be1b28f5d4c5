// Every word of the companies with the rows it occurs in, laid out flat so that a search only reads arrays.
import { countsInside, indexedWordsOf } from '../../shared/reference/textSearch.ts'
import type { NameWords } from './nameWords.ts'
import { createSlipTest, isOneSlipApart, slipsAllowed } from './slips.ts'

/** How well a word of the query matches a word of a row: higher is better, 0 is not at all. */
export const matchQuality = { none: 0, slip: 1, inside: 2, start: 3, whole: 4 } as const

const separator = '\n'

/** Each a word of the lexicon and how well it matches, in one number. */
export type WordHits = readonly number[]
const hitStep = 8
const hitOf = (word: number, quality: number): number => word * hitStep + quality
const wordOf = (hit: number): number => Math.floor(hit / hitStep)

export type Lexicon = {
  /** The words that are, start with or contain what is wanted; `among` are those that do so of its beginning. */
  readonly find: (wanted: string, among?: WordHits) => WordHits
  /** The words whose beginning what is wanted may be a slip of; `among` are those its beginning may be as many slips of. */
  readonly findSlips: (wanted: string, among?: WordHits) => WordHits
  /** The short words that what is wanted, short itself, may be a slip of. */
  readonly findShortSlips: (wanted: string) => WordHits
  /** Raises each row with one of the words to its quality. */
  readonly mark: (hits: WordHits, marks: Uint8Array) => void
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

/** A letter as one of 32; different ones may share a bit. */
const bitOf = (unit: number): number => 1 << (unit & 31)

/** The letters of a word as bits. */
const lettersOf = (word: string): number => {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= bitOf(word.charCodeAt(at))
  return bits
}

/** All words in one text, each with a separator behind it, and where each starts. */
function layOut(words: readonly string[]) {
  const text = words.join(separator) + separator
  const bytes = Buffer.from(text, 'utf16le')
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  const starts = new Uint32Array(words.length + 1)
  for (let word = 0, at = 0; word < words.length; word++) {
    at += (words[word]?.length ?? 0) + 1
    starts[word + 1] = at
  }
  return { text, units, starts }
}

type LexiconTexts = {
  readonly names: NameWords
  readonly identifiers: readonly string[]
  /** The row of each name and its identifier. */
  readonly rowOf: Uint32Array
}

/**
 * The rows of each word of the names side by side, in the order of the words' numbers: counted first, then filled in;
 * and behind them the rows of the identifiers.
 */
function groupRows({ names: { words, sequence }, identifiers, rowOf }: LexiconTexts) {
  const groups = words.length + identifiers.length
  const firstRow = new Uint32Array(groups + 1)
  for (const number of sequence) if (number > 0) firstRow[number] = (firstRow[number] ?? 0) + 1
  firstRow.fill(1, words.length + 1)
  for (let group = 1; group <= groups; group++)
    firstRow[group] = (firstRow[group] ?? 0) + (firstRow[group - 1] ?? 0)
  const next = firstRow.slice()
  const rows = new Uint32Array(firstRow[groups] ?? 0)
  let place = 0
  for (const number of sequence) {
    if (number === 0) place++
    else {
      const slot = next[number - 1] ?? 0
      rows[slot] = rowOf[place] ?? 0
      next[number - 1] = slot + 1
    }
  }
  rows.set(rowOf, firstRow[words.length])
  return { rows, firstRow }
}

/** The words under which the groups of rows are found: of one part of a name or one identifier mostly one. */
function wordsOfGroups({ names, identifiers }: LexiconTexts) {
  const words: string[] = []
  const groups: number[] = []
  let group = 0
  for (const texts of [names.words, identifiers]) {
    for (const text of texts) {
      for (const word of indexedWordsOf(text)) {
        words.push(word)
        groups.push(group)
      }
      group++
    }
  }
  return { words, groups: Uint32Array.from(groups) }
}

/** Plain loops: this runs over every row. */
export function buildLexicon(texts: LexiconTexts): Lexicon {
  const { rows, firstRow } = groupRows(texts)
  const { words, groups } = wordsOfGroups(texts)
  const { text, units, starts } = layOut(words)
  const lengthOf = (word: number): number => (starts[word + 1] ?? 0) - (starts[word] ?? 0) - 1
  /** `at` is where in the word what is wanted stands. */
  const hitAt = (word: number, at: number, wanted: string): number => {
    if (at > 0) return hitOf(word, matchQuality.inside)
    return hitOf(word, lengthOf(word) === wanted.length ? matchQuality.whole : matchQuality.start)
  }
  /** One or two letters count at the start of a word only. */
  const findStarts = (wanted: string): WordHits => {
    const hits: number[] = []
    const [first, second] = [wanted.charCodeAt(0), wanted.charCodeAt(1)]
    for (let word = 0; word < words.length; word++) {
      const start = starts[word] ?? 0
      if (units[start] === first && (wanted.length === 1 || units[start + 1] === second))
        hits.push(hitAt(word, 0, wanted))
    }
    return hits
  }
  const findInside = (wanted: string): WordHits => {
    const hits: number[] = []
    let word = 0
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[word])) {
      while ((starts[word + 1] ?? text.length) <= at) word++
      hits.push(hitAt(word, at - (starts[word] ?? 0), wanted))
      word++
    }
    return hits
  }
  const narrow = (wanted: string, among: WordHits): WordHits => {
    const hits: number[] = []
    for (const hit of among) {
      const word = wordOf(hit)
      const at = words[word]?.indexOf(wanted) ?? -1
      if (at >= 0) hits.push(hitAt(word, at, wanted))
    }
    return hits
  }

  /** Which letters each word has, from when it was first looked at: they sort out most words that are no slip. */
  const letters = new Int32Array(words.length)
  const lettersAt = (word: number): number => (letters[word] ||= lettersOf(words[word] ?? ''))
  const findSlips = (wanted: string, among?: WordHits): WordHits => {
    const slips = slipsAllowed(wanted)
    if (slips === 0) return []
    const nearlyStarts = createSlipTest(wanted, slips)
    const isSlip = (word: number): boolean =>
      nearlyStarts(units, starts[word] ?? 0, (starts[word + 1] ?? 0) - 1)
    if (among) return among.filter((hit) => isSlip(wordOf(hit)))
    const hits: number[] = []
    const wantedLetters = lettersOf(wanted)
    // Nearly nobody mistypes both of the first two letters.
    const wantedHead = lettersOf(wanted.slice(0, 2))
    for (let word = 0; word < words.length; word++) {
      const start = starts[word] ?? 0
      if (((bitOf(units[start] ?? 0) | bitOf(units[start + 1] ?? 0)) & wantedHead) === 0) continue
      let missing = wantedLetters & ~lettersAt(word)
      for (let slip = 0; slip < slips; slip++) missing &= missing - 1
      if (missing === 0 && isSlip(word)) hits.push(hitOf(word, matchQuality.slip))
    }
    return hits
  }
  const findShortSlips = (wanted: string): WordHits => {
    const hits: number[] = []
    if (/\d/.test(wanted)) return hits
    for (let word = 0; word < words.length; word++) {
      if (lengthOf(word) > wanted.length + 1) continue
      if (isOneSlipApart(wanted, words[word] ?? '')) hits.push(hitOf(word, matchQuality.slip))
    }
    return hits
  }
  return {
    find: (wanted, among) => {
      if (!countsInside(wanted)) return findStarts(wanted)
      return among ? narrow(wanted, among) : findInside(wanted)
    },
    findSlips,
    findShortSlips,
    mark: (hits, marks) => {
      for (const hit of hits) {
        const word = wordOf(hit)
        const quality = hit - word * hitStep
        const group = groups[word] ?? 0
        const end = firstRow[group + 1] ?? 0
        for (let at = firstRow[group] ?? 0; at < end; at++) {
          const row = rows[at] ?? 0
          if ((marks[row] ?? 0) < quality) marks[row] = quality
        }
      }
    },
  }
}
