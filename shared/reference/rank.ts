// Searching small lists as the company search does: case, accents and punctuation do not count, one slip of the finger is forgiven.
import { indexedWordsOf, plainId, simplifyText, searchWords } from './textSearch.ts'

/** Shorter words are not worth guessing at. */
const shortestSlip = 4

/** Lower is better; null is no match. Exact, prefix, word prefix, inside, all words somewhere, then one typo in each. */
function score(candidate: string, wanted: string, words: readonly string[]): number | null {
  if (candidate === wanted) return 0
  if (candidate.startsWith(wanted)) return 1
  const at = candidate.indexOf(wanted)
  if (at > 0) return /[^\p{L}\p{N}]/u.test(candidate[at - 1] ?? '') ? 2 : 3
  if (words.length === 0) return null
  const own = indexedWordsOf(candidate)
  const isInside = (word: string) => own.some((each) => each.includes(word))
  if (words.every(isInside)) return 4
  const isSlip = (word: string) => word.length >= shortestSlip && own.some((each) => oneSlip(each, word))
  return words.every((word) => isInside(word) || isSlip(word)) ? resembling : null
}

/** Whether `wanted` is the start of `word` but for one letter missing, added, wrong or swapped. */
function oneSlip(word: string, wanted: string): boolean {
  let i = 0
  while (i < wanted.length && word[i] === wanted[i]) i++
  const rest = wanted.slice(i)
  return (
    word.slice(i + 1).startsWith(rest.slice(1)) ||
    word.slice(i + 1).startsWith(rest) ||
    word.slice(i).startsWith(rest.slice(1)) ||
    (rest.length > 1 && word.slice(i).startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`))
  )
}

/** Lower than every match: a text only resembles what is wanted. */
const resembling = 5

/** An item found, and whether it only resembles what was typed. */
export type Ranked<Item> = { item: Item; isGuess: boolean }

/** The items of which a text matches `wanted`, best match first, otherwise in their own order; all where nothing is wanted. */
export function rankByText<Item>(
  items: readonly Item[],
  wanted: string,
  texts: (item: Item) => readonly string[],
): Ranked<Item>[] {
  if (wanted.trim() === '') return items.map((item) => ({ item, isGuess: false }))
  const id = plainId(wanted)
  const text = simplifyText(wanted)
  const words = searchWords(text)
  const ranked = items
    .map((item) => {
      const scores = texts(item).map((each) => score(simplifyText(each), text, words))
      return { item, best: Math.min(...scores.map((each) => each ?? Number.POSITIVE_INFINITY)) }
    })
    .filter(({ best }) => Number.isFinite(best))
    .sort((a, b) => a.best - b.best)
    .map(({ item, best }) => ({ item, isGuess: best === resembling }))
  return id !== null && ranked.every(({ isGuess }) => isGuess) ? rankByText(items, id, texts) : ranked
}
