// Text of unknown origin as one line in which nothing can hide.

/** No line breaks, no control characters, no marks that turn the direction of reading, no half characters. */
export const asLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\uFFFD')
    .trim()
