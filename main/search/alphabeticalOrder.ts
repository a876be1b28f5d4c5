// The alphabetical order of many texts, found without comparing whole texts: names of one kind start alike.

/** Fewer texts than this are put in order by comparing them. */
const few = 12

/**
 * The positions of the texts in the order of their UTF-16 units; equal texts stay in the order they came.
 * Three-way radix quicksort: Bentley and Sedgewick, "Fast Algorithms for Sorting and Searching Strings" (1997).
 */
export function alphabeticalOrder(texts: readonly string[]): Uint32Array {
  const order = Uint32Array.from(texts, (_, position) => position)
  const textAt = (place: number): string => texts[order[place] ?? 0] ?? ''
  /** The unit at `depth`, -1 behind the end. */
  const unitAt = (place: number, depth: number): number => {
    const text = textAt(place)
    return depth < text.length ? text.charCodeAt(depth) : -1
  }
  const swap = (one: number, other: number): void => {
    const position = order[one] ?? 0
    order[one] = order[other] ?? 0
    order[other] = position
  }
  const sortFew = (from: number, to: number): void => {
    for (let place = from + 1; place < to; place++) {
      const position = order[place] ?? 0
      const text = textAt(place)
      let free = place
      for (; free > from; free--) {
        const before = textAt(free - 1)
        if (before < text || (before === text && (order[free - 1] ?? 0) < position)) break
        order[free] = order[free - 1] ?? 0
      }
      order[free] = position
    }
  }
  /** Sorts texts whose first `depth` units are the same. */
  const sort = (start: number, end: number, depth: number): void => {
    let [from, to] = [start, end]
    for (let at = depth; to - from >= few; at++) {
      const pivot = unitAt((from + to) >>> 1, at)
      let [below, place, above] = [from, from, to]
      while (place < above) {
        const unit = unitAt(place, at)
        if (unit < pivot) swap(below++, place++)
        else if (unit > pivot) swap(place, --above)
        else place++
      }
      sort(from, below, at)
      sort(above, to, at)
      // What ends here is equal.
      if (pivot < 0) return void order.subarray(below, above).sort()
      ;[from, to] = [below, above]
    }
    sortFew(from, to)
  }
  sort(0, order.length, 0)
  return order
}
