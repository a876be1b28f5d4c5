// Names as somebody types or pastes them: without the signs that nobody sees, on one line.
import { withoutHiddenSigns } from './hiddenSigns.ts'

/** Line ends and tabs of a copied cell. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Joiners, which Persian, Indic scripts and emoji are written with, and the variants of an emoji. */
const writing = /[\u200c\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}]/u

/** The name as it is kept; empty where nothing in it would be seen. */
export function typedName(text: string): string {
  const name = withoutHiddenSigns(text.replace(breaks, ' '), writing).trim()
  return withoutHiddenSigns(name).trim() === '' ? '' : name
}

/** Whether keeping it takes off more than the blanks around it. */
export const holdsUnseen = (text: string): boolean => typedName(text) !== text.trim()
