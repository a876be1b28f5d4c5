// The names taken apart at their blanks: which words there are in all, and which of them each name consists of.

export type NameWords = {
  /** Each word once. */
  readonly words: readonly string[]
  /** Name after name, the numbers of its words counted from 1, with a 0 behind each name. */
  readonly sequence: Uint32Array
  /** Where in it each name starts. */
  readonly starts: Uint32Array
}

/** Plain loops and flat numbers: this runs over every company, and a list per name would cost more than the search. */
export function splitNames(names: readonly string[]): NameWords {
  const numbers = new Map<string, number>()
  const sequence: number[] = []
  const starts = new Uint32Array(names.length)
  for (let place = 0; place < names.length; place++) {
    starts[place] = sequence.length
    for (const word of names[place]?.split(' ') ?? []) {
      let number = numbers.get(word)
      if (number === undefined) {
        number = numbers.size + 1
        numbers.set(word, number)
      }
      sequence.push(number)
    }
    sequence.push(0)
  }
  return { words: [...numbers.keys()], sequence: Uint32Array.from(sequence), starts }
}
