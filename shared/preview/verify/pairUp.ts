// Finds for each expected part the one that arrived: the closest first, each one once.

type Pairing<Expected, Actual> = {
  /** What an expected part goes by; blank matches nothing. */
  keyOf: (expected: Expected) => string
  keysOf: (actual: Actual) => readonly string[]
  /** From the closest to any: all parts are tried with one before the next. */
  closeness: readonly ((expected: Expected, actual: Actual) => boolean)[]
}

/** The pairs; what is paired is taken out of `left`. */
export function pairUp<Expected, Actual>(
  expected: readonly Expected[],
  left: Set<Actual>,
  { keyOf, keysOf, closeness }: Pairing<Expected, Actual>,
): Map<Expected, Actual> {
  const byKey = new Map<string, Actual[]>()
  for (const actual of left)
    for (const key of new Set(keysOf(actual))) {
      const group = byKey.get(key)
      if (group) group.push(actual)
      else byKey.set(key, [actual])
    }
  const pairs = new Map<Expected, Actual>()
  for (const close of closeness)
    for (const one of expected) {
      const key = keyOf(one)
      if (key === '' || pairs.has(one)) continue
      const found = byKey.get(key)?.find((actual) => left.has(actual) && close(one, actual))
      if (found === undefined) continue
      pairs.set(one, found)
      left.delete(found)
    }
  return pairs
}
