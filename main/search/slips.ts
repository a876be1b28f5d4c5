// Typing mistakes: how far a word's beginning is from what was typed, in letters missing, added, wrong or swapped.

/** Longer words are compared by their first letters only: as many as fit the bits of an integer. */
const longestCompared = 31

/** How many mistakes a word may have; a number has none. */
export const slipsAllowed = (word: string): number =>
  word.length < 4 || /^\d+$/.test(word) ? 0 : word.length < 8 ? 1 : 2

/**
 * Prepares a test whether a word nearly starts with `wanted`. Words are given as UTF-16 units of a shared array.
 * Bit-parallel restricted Damerau–Levenshtein distance: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein
 * and Damerau Edit Distances" (2003).
 */
export function createSlipTest(wanted: string, slips: number) {
  const pattern = wanted.slice(0, longestCompared)
  const masks = new Map<number, number>()
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i)
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << i))
  }
  const asciiMasks = Int32Array.from({ length: 128 }, (_, unit) => masks.get(unit) ?? 0)
  const last = 1 << (pattern.length - 1)
  const reach = pattern.length + slips

  return (units: Uint16Array, from: number, to: number): boolean => {
    let positive = -1
    let negative = 0
    let diagonal = 0
    let maskBefore = 0
    let distance = pattern.length
    const end = Math.min(to, from + reach)
    for (let at = from; at < end; at++) {
      const unit = units[at] ?? 0
      const mask = unit < 128 ? (asciiMasks[unit] ?? 0) : (masks.get(unit) ?? 0)
      const swapped = ((~diagonal & mask) << 1) & maskBefore
      diagonal = (((mask & positive) + positive) ^ positive) | mask | negative | swapped | 0
      let across = negative | ~(diagonal | positive)
      let back = diagonal & positive
      if ((across & last) !== 0) distance++
      if ((back & last) !== 0) distance--
      if (distance <= slips) return true
      across = (across << 1) | 1
      back <<= 1
      positive = back | ~(diagonal | across)
      negative = across & diagonal
      maskBefore = mask
    }
    return distance <= slips
  }
}

/** Whether two short words are one letter missing, added, wrong or swapped apart, or the same. */
export function isOneSlipApart(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length)
  let start = 0
  while (start < shortest && one[start] === other[start]) start++
  let end = 0
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
