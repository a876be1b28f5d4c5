// Finds for each expected part the one that arrived: the most alike first, each one once.

/** A way in which two parts are alike: by the same key. A blank one is like nothing. */
type Likeness<Expected, Actual> = {
  keyOf: (expected: Expected) => string
  keysOf: (actual: Actual) => readonly string[]
}

/** By key, the first one last: there it is taken from. */
function groupFromBehind<Actual>(
  actuals: Iterable<Actual>,
  keysOf: (actual: Actual) => readonly string[],
): Map<string, Actual[]> {
  const byKey = new Map<string, Actual[]>()
  for (const actual of [...actuals].reverse())
    for (const key of new Set(keysOf(actual))) {
      const group = byKey.get(key)
      if (group) group.push(actual)
      else byKey.set(key, [actual])
    }
  byKey.delete('')
  return byKey
}

/** The first of a group that is still left, taken out of both; one with two keys may be gone. */
function take<Actual>(group: Actual[], left: Set<Actual>): Actual | undefined {
  for (let one = group.pop(); one !== undefined; one = group.pop()) if (left.delete(one)) return one
  return undefined
}

/** The pairs; what is paired is taken out of `left`. All parts are tried with one likeness before the next. */
export function pairUp<Expected, Actual>(
  expected: readonly Expected[],
  left: Set<Actual>,
  ...likenesses: readonly Likeness<Expected, Actual>[]
): Map<Expected, Actual> {
  const pairs = new Map<Expected, Actual>()
  for (const { keyOf, keysOf } of likenesses) {
    const byKey = groupFromBehind(left, keysOf)
    for (const one of expected) {
      const group = pairs.has(one) ? undefined : byKey.get(keyOf(one))
      const found = group && take(group, left)
      if (found !== undefined) pairs.set(one, found)
    }
  }
  return pairs
}
