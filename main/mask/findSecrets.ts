// Looks for many words at once in a long text, by its letters and digits alone: blanks, line ends, quotes and dashes between them hide nothing.

/** Shorter ones are not looked for between other signs: they would be found everywhere. */
const shortest = 6

/** Each letter in lower case and each digit as its code; 0 for every other sign. */
const letters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
)
const letterOf = (code: number): number => (code < 128 ? (letters[code] ?? 0) : 0)

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** A place for each four letters; two may share one. */
const placeOf = (word: number): number => Math.imul(word, 0x9e3779b1) >>> 16

/** Whether a word goes on in a text from a place on. */
function goesOn(text: string, from: number, rest: string): boolean {
  let found = 0
  for (let at = from; at < text.length && found < rest.length; at += 1) {
    const letter = letterOf(text.charCodeAt(at))
    if (letter === 0) continue
    if (letter !== rest.charCodeAt(found)) return false
    found += 1
  }
  return found === rest.length
}

/** So far behind each other, in letters, two pieces of a key may stand. */
const farthest = 2000
/** How many letters may be missing at either end of a key that is told in pieces. */
const mostMissing = 3

/** A key that may be told in pieces, and how much of it has been told in a text so far. */
type Told = { length: number; readonly upTo: Int32Array }

export type SecretSearch = {
  /** Whether a text holds one of the words, or one of the keys in pieces of four letters and more. One pass over it, however many they are. */
  holds: (text: string) => boolean
  /** Whether a text holds four letters of a key that may be told in pieces: little by itself. */
  holdsPiece: (text: string) => boolean
}

/** Makes the search for some words, and for keys that may be told piece by piece with other words between. */
export function createSecretSearch(words: readonly string[], keys: readonly string[] = []): SecretSearch {
  const known = new Uint8Array(65_536)
  const firstLetters = (word: string, from = 0): number => {
    const letters = Buffer.from(word, 'latin1').readInt32BE(from)
    known[placeOf(letters)] = 1
    return letters
  }
  /** What follows the first four letters of each word, by those letters. */
  const rests = new Map<number, string[]>()
  for (const word of new Set(words.map(squeezed))) {
    if (word.length < shortest) continue
    const beginning = firstLetters(word)
    rests.set(beginning, [...(rests.get(beginning) ?? []), word.slice(4)])
  }
  /** Where in which key each four letters stand. */
  const pieces = new Map<number, { key: number; from: number }[]>()
  const wanted = [...new Set(keys.map(squeezed))]
  for (const [key, word] of wanted.entries())
    for (let from = 0; from + 4 <= word.length; from += 1) {
      const letters = firstLetters(word, from)
      pieces.set(letters, [...(pieces.get(letters) ?? []), { key, from }])
    }

  /** Goes through a text by its letters until a visit to four known ones has seen enough. */
  function visit(text: string, seen: (letters: number, at: number, count: number) => boolean): boolean {
    let word = 0
    let count = 0
    for (let at = 0; at < text.length; at += 1) {
      const letter = letterOf(text.charCodeAt(at))
      if (letter === 0) continue
      word = (word << 8) | letter
      count += 1
      if (known[placeOf(word)] === 1 && seen(word, at, count)) return true
    }
    return false
  }

  /** Notes that the four letters before `count` are those of a key from a place on; true when all of it has been told. */
  function noteTold({ length, upTo }: Told, from: number, count: number): boolean {
    const before = upTo[from] ?? 0
    const isNext =
      from <= mostMissing || (before > 0 && before <= count - 4 && count - 4 - before <= farthest)
    if (!isNext && upTo[from + 3] !== count - 1) return false
    upTo[from + 4] = count
    return from + 4 >= length - mostMissing
  }

  return {
    holds: (text) => {
      const told = wanted.map(({ length }): Told => ({ length, upTo: new Int32Array(length + 1) }))
      return visit(text, (letters, at, count) => {
        if (rests.get(letters)?.some((rest) => goesOn(text, at + 1, rest))) return true
        return (pieces.get(letters) ?? []).some(({ key, from }) => {
          const of = told[key]
          return of !== undefined && noteTold(of, from, count)
        })
      })
    },
    holdsPiece: (text) => visit(text, (letters) => pieces.has(letters)),
  }
}
