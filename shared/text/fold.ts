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

const plain = /^[\x20-\x7e]*$/

/** Folds case and accents, so that "Élodie" and "elodie" are one name; invisible marks go. Most names are ASCII and take the short way. */
export const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase().trim()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase()
        .replace(/[ßæœøłđðþıς]/g, (letter) => spelledOut[letter] ?? letter)
        .trim()
