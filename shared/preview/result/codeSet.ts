// Sets of codes as bit masks: judging a hundred thousand rows allocates no list, and every list keeps the published order.

export type CodeSet<Code extends string> = {
  /** The bit that stands for a code. */
  bit: (code: Code) => number
  /** The bits of those codes that are in the set; others are passed over. */
  mask: (codes: readonly string[]) => number
  /** The codes of a mask, each once, in order. The same mask gives the same frozen list. */
  list: (mask: number) => readonly Code[]
}

/** Bits and shared lists for at most 31 codes, in the order given. */
export function codeSet<Code extends string>(order: readonly Code[]): CodeSet<Code> {
  if (order.length > 31) throw new RangeError('More codes than a number has bits')
  const lists = new Map<number, readonly Code[]>()
  return {
    bit: (code) => 1 << order.indexOf(code),
    mask: (codes) =>
      order.reduce((mask, code, index) => (codes.includes(code) ? mask | (1 << index) : mask), 0),
    list(mask) {
      const known = lists.get(mask)
      if (known) return known
      const list = Object.freeze(order.filter((_, index) => mask & (1 << index)))
      lists.set(mask, list)
      return list
    },
  }
}
