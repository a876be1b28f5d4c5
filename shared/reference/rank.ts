// Searching small lists: accent- and case-insensitive, forgiving one slip of the finger, best match first.
import { fold } from './lookup.ts'

/** Lower is better; null is no match. Exact, prefix, word prefix, inside, then one typo. */
function score(candidate: string, wanted: string): number | null {
  if (candidate === wanted) return 0
  if (candidate.startsWith(wanted)) return 1
  const at = candidate.indexOf(wanted)
  if (at > 0) return /[^\p{L}\p{N}]/u.test(candidate[at - 1] ?? '') ? 2 : 3
  if (wanted.split(/\s+/).every((word) => candidate.includes(word))) return 4
  return wanted.length >= 4 && candidate.split(/[^\p{L}\p{N}]+/u).some((word) => oneSlip(word, wanted))
    ? 5
    : null
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

/** The items of which a text matches `wanted`, best match first, otherwise in their own order. */
export function rank<Item>(
  items: readonly Item[],
  wanted: string,
  texts: (item: Item) => readonly string[],
): Item[] {
  const folded = fold(wanted)
  return items
    .map((item) => {
      const scores = texts(item).map((text) => score(fold(text), folded))
      return { item, best: Math.min(...scores.map((each) => each ?? Number.POSITIVE_INFINITY)) }
    })
    .filter(({ best }) => Number.isFinite(best))
    .sort((a, b) => a.best - b.best)
    .map(({ item }) => item)
}
