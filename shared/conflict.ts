// Two sides have changed one thing: what each of them changed, what collides, and both together where nothing does.

/** One place that at least one side has changed. `collides`: both have, and not to the same. */
export type SideBySide<Path> = {
  path: Path
  base: unknown
  mine: unknown
  theirs: unknown
  collides: boolean
}

export type Side = 'mine' | 'theirs'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The places in which `mine` or `theirs` differs from `base`, in the given order. */
export function sidesOf<Path, Value>(
  paths: readonly Path[],
  versions: { base: Value; mine: Value; theirs: Value },
  read: (value: Value, path: Path) => unknown,
): SideBySide<Path>[] {
  return paths.flatMap((path) => {
    const base = read(versions.base, path)
    const mine = read(versions.mine, path)
    const theirs = read(versions.theirs, path)
    if (same(mine, base) && same(theirs, base)) return []
    return [
      { path, base, mine, theirs, collides: !same(mine, base) && !same(theirs, base) && !same(mine, theirs) },
    ]
  })
}

/** Whose value a place has after merging: of the side that changed it, or where both have, of the one chosen for it. */
export const sideTaken = <Path>(
  { path, base, mine, collides }: SideBySide<Path>,
  chosen: ReadonlyMap<Path, Side>,
): Side => (collides ? (chosen.get(path) ?? 'mine') : same(mine, base) ? 'theirs' : 'mine')

/** The places whose value is taken from `mine`. */
export const takenFromMine = <Path>(
  sides: readonly SideBySide<Path>[],
  chosen: ReadonlyMap<Path, Side>,
): Path[] => sides.filter((side) => sideTaken(side, chosen) === 'mine').map(({ path }) => path)
