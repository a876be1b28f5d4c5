// JSON whose bytes depend on the content alone: two-space indent, keys in a given or alphabetical order, final newline.

/** Text order by code units: the same on every machine, unlike the language's own. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Rebuilds an object with the named keys first, in that order, and all other keys alphabetically after them.
 * Absent and undefined keys stay absent; values of other keys are ordered alphabetically all the way down.
 */
export function orderKeys(value: object, first: readonly string[]): Record<string, unknown> {
  const entries = new Map(Object.entries(value))
  const rest = [...entries.keys()].filter((key) => !first.includes(key)).sort(byText)
  return fromEntries([
    ...first.filter((key) => entries.has(key)).map((key): [string, unknown] => [key, entries.get(key)]),
    ...rest.map((key): [string, unknown] => [key, alphabetical(entries.get(key))]),
  ])
}

function alphabetical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alphabetical)
  return typeof value === 'object' && value !== null ? orderKeys(value, []) : value
}

/** Defines each key as its own property, so that a key called `__proto__` is nothing but a key. */
const fromEntries = (entries: readonly [string, unknown][]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined))

/** The text of a JSON file, with the keys in the order the value has them. */
export const stableJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
