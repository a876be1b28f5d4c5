// Text as requests carry it: what counts as empty, and cutting to a limit without tearing a character apart.
import { makeLazily } from './makeLazily.ts'

/** A character is what people see as one (grapheme cluster), so that a family emoji or an accent is kept or dropped whole. */
const characters = makeLazily(() => new Intl.Segmenter('und', { granularity: 'grapheme' }))

/** Most texts begin with a letter, and are not looked at further. */
const beginsVisibly = (text: string): boolean => {
  const unit = text.charCodeAt(0)
  return unit > 0x20 && unit < 0x7f
}

/** Absent, empty, or nothing but white space and NUL, which no request carries. */
export const isBlank = (text: string | null | undefined): text is null | undefined | '' =>
  text === null || text === undefined || (!beginsVisibly(text) && text.replaceAll('\0', '').trim() === '')

/** Whether a text holds half a character or NUL: neither is text to a server that reads UTF-8. */
export const needsCleaning = (text: string | null | undefined): boolean =>
  text !== null && text !== undefined && (!text.isWellFormed() || text.includes('\0'))

/** A text as a request carries it: half characters become U+FFFD, NUL is dropped. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '')

const insidePair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

/** The longest beginning of at most `limit` UTF-16 units that ends between two characters. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  // Two units beyond the limit are enough to know where the character across it begins.
  const across = characters()
    .segment(text.slice(0, limit + 2))
    .containing(limit)
  const head = text.slice(0, across?.index ?? limit)
  if (!isBlank(head)) return head
  // One character longer than the limit itself (stacked accents): keep a part of it, but whole code points.
  return text.slice(0, insidePair(text, limit) ? limit - 1 : limit)
}

/** One line of a longer text, for labels; at most `limit` UTF-16 units. */
export function excerpt(text: string, limit = 80): string {
  const line = cutText(text, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= limit ? line : `${cutText(line, limit - 1).trimEnd()}…`
}
