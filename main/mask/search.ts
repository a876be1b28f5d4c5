// Looks for many words at once in a long text, by its letters and digits alone.

/** Shorter ones are not looked for between other signs: they would be found everywhere. */
const shortest = 6

/** Letters and digits alone, so that blanks, line ends, quotes and dashes between them hide nothing. */
function squeezed(text: string): Buffer {
  const letters = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isUpper = code >= 65 && code <= 90
    if (isUpper || (code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      letters[length] = isUpper ? code + 32 : code
      length += 1
    }
  }
  return letters.subarray(0, length)
}

/** A place for each beginning of four letters; two may share one. */
const placeOf = (word: number): number => Math.imul(word, 0x9e3779b1) >>> 16

/** Whether a text holds one of the words. One pass over it, however many they are. */
export function createSearch(words: readonly string[]): (text: string) => boolean {
  const wanted = new Map<number, Buffer[]>()
  const known = new Uint8Array(65_536)
  for (const word of new Set(words.map((each) => squeezed(each).toString('latin1')))) {
    if (word.length < shortest) continue
    const form = Buffer.from(word, 'latin1')
    const place = placeOf(form.readInt32BE(0))
    known[place] = 1
    wanted.set(place, [...(wanted.get(place) ?? []), form])
  }
  return (text) => {
    const letters = squeezed(text)
    let word = 0
    for (let at = 0; at < letters.length; at += 1) {
      word = (word << 8) | (letters[at] ?? 0)
      if (at < 3 || known[placeOf(word)] === 0) continue
      const from = at - 3
      const isThere = (form: Buffer): boolean =>
        from + form.length <= letters.length &&
        letters.compare(form, 0, form.length, from, from + form.length) === 0
      if (wanted.get(placeOf(word))?.some(isThere)) return true
    }
    return false
  }
}
