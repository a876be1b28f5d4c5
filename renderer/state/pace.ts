// Keeps progress readable: numbers that change faster than people can read only cost work.

/** Milliseconds between two numbers. */
const every = 120

/** Answers whether enough time has passed since it last said yes; the first time it has. `now` in milliseconds. */
export function createPace(now: () => number = () => performance.now()): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const at = now()
    if (at - last < every) return false
    last = at
    return true
  }
}
