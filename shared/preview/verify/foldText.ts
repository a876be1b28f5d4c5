// Texts as a server may give them back: without the markup, line breaks and blanks it adds, so that they compare.
import { fold } from '../../text/fold.ts'
import { cleaned } from '../../text/cleanText.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  '#34': '"',
  nbsp: ' ',
  '#160': ' ',
}
const entity = /&(amp|lt|gt|quot|apos|nbsp|#39|#x27|#34|#160);/gi

/** A text that was encoded more than once is decoded as often; three rounds are more than any server makes. */
function decoded(text: string): string {
  let plain = text
  for (let round = 0; round < 3 && plain.includes('&'); round += 1)
    plain = plain.replace(entity, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
  return plain
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The text of a note: equal texts fold alike however they are marked up; one that is only markup keeps it. */
export function foldNote(text: string | null | undefined): string {
  const plain = decoded(cleaned(text ?? ''))
  return oneLine(plain.replace(/<\/?[a-z][^<>]*>/gi, ' ')) || oneLine(plain)
}

/** A title without case, accents and the number of blanks. */
export const foldSummary = (text: string | null | undefined): string => oneLine(fold(cleaned(text ?? '')))
