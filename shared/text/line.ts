// Text of unknown origin as one line in which nothing can hide.
import { withoutHiddenSigns } from './hiddenSigns.ts'
import { replaceEachBy } from './replaceEach.ts'

/** No line breaks, no control characters, no marks that turn the direction of reading, no half characters. */
export const asLine = (text: string): string =>
  replaceEachBy(
    text.toWellFormed().replace(/\s+/gu, ' '),
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu,
    '\uFFFD',
  ).trim()

/** The name of a file the same way, by what is seen of it. */
export const asFileName = (name: string): string => withoutHiddenSigns(asLine(name))
