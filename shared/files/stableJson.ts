// JSON whose bytes depend on the content alone: two-space indent, keys in a given or alphabetical order, final newline.

/** Text order by code units: the same on every machine, unlike the language's own. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Rebuilds an object with the named keys first, in that order, and all other keys alphabetically after them.
 * Absent and undefined keys stay absent; values of other keys are ordered alphabetically all the way down.
 */
export function orderKeys(value: object, first: readonly string[]): Record<string, unknown> {
  // A key called `__proto__` means nothing in our files, and elsewhere only mischief.
  const entries = new Map(
    Object.entries(value).filter(([key, part]) => key !== '__proto__' && part !== undefined),
  )
  const rest = [...entries.keys()].filter((key) => !first.includes(key)).sort(byText)
  return Object.fromEntries([
    ...first.filter((key) => entries.has(key)).map((key): [string, unknown] => [key, entries.get(key)]),
    ...rest.map((key): [string, unknown] => [key, alphabetical(entries.get(key))]),
  ])
}

function alphabetical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alphabetical)
  return typeof value === 'object' && value !== null ? orderKeys(value, []) : value
}

/** The text of a JSON file, with the keys in the order the value has them. */
export const stableJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
