// Whole numbers longer than a number of JavaScript holds, put into quotes so that every digit stays: keys of some systems.
import type { Bounds } from '../../bounds.ts'
import { scanJson } from './scanJson.ts'

/** So few digits are never too many. */
const mayBeLong = /[:[,]\s*-?\d{16}/
/** What makes another number of the digits before it. */
const goesOn = /[.eE]/

/** The whole number that begins there; undefined where it is none. Sign by sign: a pattern has no room for ten million digits. */
function wholeNumberAt(text: string, from: number): string | undefined {
  let end = text.startsWith('-', from) ? from + 1 : from
  while (text.charAt(end) >= '0' && text.charAt(end) <= '9') end += 1
  return goesOn.test(text.charAt(end)) ? undefined : text.slice(from, end)
}

/** The text with such numbers as texts; as it is where it has none, or is no JSON. */
export function withLongNumbersAsText(text: string, limits: Bounds): string {
  if (!mayBeLong.test(text)) return text
  const parts: string[] = []
  let done = 0
  const { fault } = scanJson(text, limits, (_, at) => {
    const number = wholeNumberAt(text, at)
    if (!number || Number.isSafeInteger(Number(number))) return
    parts.push(text.slice(done, at), `"${number}"`)
    done = at + number.length
  })
  return fault ? text : parts.concat(text.slice(done)).join('')
}
