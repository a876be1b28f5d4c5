// Large values between threads: long lists travel in pieces, because copying one is work of the thread that sends and of the one that gets it.

type Path = readonly (string | number)[]
type List = { readonly path: Path; readonly rows: readonly unknown[] }

/** A value without its long lists, and these beside it. */
export type Cut = { readonly rest: unknown; readonly lists: readonly List[] }

/** Shorter lists travel along with the rest. */
const longList = 200
/** Below this a value is taken as it is: rows of rows are not looked into. */
const deepest = 6

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** Takes the long lists out of a value; the value itself stays as it is. */
export function cutIntoPieces(value: unknown): Cut {
  const lists: List[] = []
  const without = (part: unknown, path: Path): unknown => {
    if (path.length >= deepest) return part
    if (Array.isArray(part)) {
      if (part.length <= longList) return part.map((item, index) => without(item, [...path, index]))
      lists.push({ path, rows: part })
      return []
    }
    if (!isPlain(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, without(item, [...path, key])]))
  }
  return { rest: without(value, []), lists }
}

/** The list at a path, to be filled with its rows as they arrive. */
export function listAt(value: unknown, path: Path): unknown[] {
  const found = path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    value,
  )
  if (!Array.isArray(found)) throw new Error('A piece arrived for a list that is not there.')
  return found
}
