// Signs that do something instead of showing: in a terminal they are keys, in a text they turn the reading direction.
import { replaceEach, unicodeEscape } from '../../../shared/text/replaceEach.ts'

/** Controls but for line ends and tabs, marks of direction, and the two line ends no terminal knows. */
const acting = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029]--[\n\t]]+/gv

/** `\u0003` in place of the sign, as JSON writes it too. */
export const withSignsShown = (text: string): string => replaceEach(text, acting, unicodeEscape)

/** A name inside a text that is no markup: its direction stays its own, and so does that of what follows it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`
