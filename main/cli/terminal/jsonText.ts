// JSON as it goes to standard output: nothing in it moves a terminal's cursor, turns the direction of reading or is a command of a pipeline.

import { commandSign } from './printable.ts'
import { replaceEach, unicodeEscape } from '../../../shared/text/replaceEach.ts'

const acting = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]+/gu

/** Two-space indent; controls of C1, U+007F and direction signs as `\u` escapes, and what begins a command of Azure or TeamCity. Such signs stand in strings only. */
export const jsonText = (value: unknown): string =>
  replaceEach(JSON.stringify(value, null, 2), acting, unicodeEscape).replace(commandSign, unicodeEscape)

/**
 * An object whose last member is a list of any length, piece by piece and never as a whole. Reads the same as `jsonText`
 * of all of it.
 */
export function* jsonPieces(
  head: Readonly<Record<string, unknown>>,
  name: string,
  items: Iterable<unknown>,
): Generator<string> {
  const before = jsonText({ ...head, [name]: [] })
  yield before.slice(0, before.lastIndexOf(']'))
  let isEmpty = true
  for (const item of items) {
    yield `${isEmpty ? '' : ','}\n    ${jsonText(item).replaceAll('\n', '\n    ')}`
    isEmpty = false
  }
  yield `${isEmpty ? '' : '\n  '}]\n}`
}
