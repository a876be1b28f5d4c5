// Texts as a server may give them back: without the markup, line breaks and blanks it adds, so that they compare.
import { signOfReference } from '../../text/characterReferences.ts'
import { fold } from '../../text/fold.ts'
import { cleanText } from '../../text/cleanText.ts'

/** .NET's WebUtility.HtmlEncode writes the characters from 160 to 255, and those of two halves, as numbers. */
const reference = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi

function characterOf(whole: string, name: string): string {
  const sign = signOfReference(name)
  return sign === undefined ? whole : cleanText(sign)
}

/** A text that was encoded more than once is decoded as often; three rounds are more than any server makes. */
function decoded(text: string): string {
  let plain = text
  for (let round = 0; round < 3 && plain.includes('&'); round += 1)
    plain = plain.replace(reference, characterOf)
  return plain
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Blanks, line breaks of any system, control and invisible signs: no reader tells two texts apart by them. */
const withoutBlanks = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '')

/** A tag or a comment. */
const markup = /<(?:\/?[a-z]|!--)[^<>]*>/gi

/**
 * The text of a note without any blank: markup may stand between two words or inside one, so blanks beside it say nothing.
 * Equal texts fold alike however they are marked up; one that is only markup keeps its own, not what a server puts around it.
 */
export function foldNote(text: string | null | undefined): string {
  const written = cleanText(text ?? '')
  const plain = decoded(written).normalize('NFC')
  return (
    withoutBlanks(plain.replace(markup, '')) ||
    withoutBlanks(decoded(written.replace(markup, ''))) ||
    withoutBlanks(plain) ||
    plain.trim()
  )
}

/** A title without case, accents and the number of blanks. */
export const foldSummary = (text: string | null | undefined): string => oneLine(fold(cleanText(text ?? '')))
