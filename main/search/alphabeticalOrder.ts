// The alphabetical order of many names, found by sorting numbers in place of texts: names of one kind share their words.
import type { NameWords } from './nameWords.ts'

/** Whole numbers of so many bits are exact. */
const exactBits = 53
const bitsFor = (count: number): number => 32 - Math.clz32(count)

/** The place of each word in the order of its UTF-16 units, by its number; counted from 1 as the numbers are, 0 stays 0. */
function ranksOf(words: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(words.length + 1)
  const places = new Map(words.toSorted().map((word, place) => [word, place + 1]))
  for (const [index, word] of words.entries()) ranks[index + 1] = places.get(word) ?? 0
  return ranks
}

/**
 * The places of the names in the order of their UTF-16 units, of which a blank is the lowest; equal names stay in the
 * order they came. Sorts by the ranks of the first words and the place in one number, as many words as it holds, and
 * then those that are alike by their next words.
 */
export function alphabeticalOrder({ words, sequence, starts }: NameWords): Uint32Array {
  const ranks = ranksOf(words)
  const rankStep = 2 ** bitsFor(words.length)
  const placeStep = 2 ** bitsFor(starts.length)
  const wordsAtOnce = Math.max(1, Math.floor((exactBits - bitsFor(starts.length)) / bitsFor(words.length)))
  const order = Uint32Array.from(starts.keys())
  const keys = new Float64Array(order.length)

  const unsorted = [{ from: 0, to: order.length, depth: 0 }]
  for (let part = unsorted.pop(); part; part = unsorted.pop()) {
    const { from, to, depth } = part
    for (let at = from; at < to; at++) {
      const place = order[at] ?? 0
      let next = (starts[place] ?? 0) + depth
      let key = 0
      for (let count = 0; count < wordsAtOnce; count++) {
        const number = sequence[next] ?? 0
        key = key * rankStep + (ranks[number] ?? 0)
        // A name stays at its end.
        if (number !== 0) next++
      }
      keys[at] = key * placeStep + place
    }
    keys.subarray(from, to).sort()
    let alike = from
    let before = -1
    for (let at = from; at <= to; at++) {
      const key = at < to ? Math.floor((keys[at] ?? 0) / placeStep) : -1
      if (at < to) order[at] = (keys[at] ?? 0) - key * placeStep
      if (key === before) continue
      const isEnded = before % rankStep === 0
      if (at - alike > 1 && !isEnded) unsorted.push({ from: alike, to: at, depth: depth + wordsAtOnce })
      alike = at
      before = key
    }
  }
  return order
}
