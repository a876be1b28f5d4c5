// One spelling for every way a name is written, so that names compare and are found as people read them.

/** Letters that are no accent to Unicode but one to people, and the two forms of one letter. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** Alphabets end before it; what follows is too much to remember. */
const beyondAlphabets = '\u2000'
/** What letters were folded to: a list repeats few of them, and taking one apart is the slow part. */
const folded = new Map<string, string>()

function foldLetter(letter: string): string {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const plain = letter
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (each) => spelledOut[each] ?? each)
  if (letter < beyondAlphabets) folded.set(letter, plain)
  return plain
}

/** Folds case and accents, so that "Élodie" and "elodie" are one name; invisible marks go. */
export const fold = (text: string): string =>
  text
    .replace(/[^\0-\x7f]/gu, foldLetter)
    .toLowerCase()
    .trim()
