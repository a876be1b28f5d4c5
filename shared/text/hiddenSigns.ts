// Signs that let an address show as another one: taken out, or named.
import { hiddenSigns } from '../bounds.ts'

/** The text without them, but for those that `kept` matches. */
export const withoutHiddenSigns = (text: string, kept?: RegExp): string =>
  text.replace(new RegExp(hiddenSigns, 'gu'), (sign) => (kept?.test(sign) ? sign : ''))

/** The first hidden sign as `U+202E`; null when everything in the text is seen. */
export function hiddenSignIn(text: string): string | null {
  const [sign] = hiddenSigns.exec(text) ?? []
  return sign === undefined
    ? null
    : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
