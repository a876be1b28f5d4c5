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

/** Whether a text holds one of the words. One pass over it, however many they are. */
export function createSecretSearch(words: readonly string[]): (text: string) => boolean {
  const known = new Uint8Array(65_536)
  /** What follows the first four letters of each word, by those letters. */
  const rests = new Map<number, string[]>()
  for (const word of new Set(words.map(squeezed))) {
    if (word.length < shortest) continue
    const beginning = Buffer.from(word, 'latin1').readInt32BE(0)
    known[placeOf(beginning)] = 1
    rests.set(beginning, [...(rests.get(beginning) ?? []), word.slice(4)])
  }
  return (text) => {
    let word = 0
    for (let at = 0; at < text.length; at += 1) {
      const letter = letterOf(text.charCodeAt(at))
      if (letter === 0) continue
      word = (word << 8) | letter
      if (known[placeOf(word)] === 0) continue
      if (rests.get(word)?.some((rest) => goesOn(text, at + 1, rest))) return true
    }
    return false
  }
}
