// A small seeded generator of pseudo-random numbers: the same seed gives the same demo world on every machine.

export type Random = {
  /** Between 0 (inclusive) and 1 (exclusive). */
  next: () => number
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
}

/** Mulberry32: 32 bits of state, good enough to look natural, stable across platforms. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      const value = list[Math.floor(next() * list.length)]
      if (value === undefined) throw new RangeError('Nothing to pick from an empty list')
      return value
    },
  }
}
