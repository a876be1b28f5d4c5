// Whole numbers longer than a number of JavaScript holds, put into quotes so that every digit stays: keys of some systems.
import type { Bounds } from '../../bounds.ts'
import { scanJson } from './scanJson.ts'

/** So few digits are never too many. */
const mayBeLong = /[:[,]\s*-?\d{16}/
const wholeNumber = /-?\d{16,}(?![\d.eE])/y

/** The text with such numbers as texts; as it is where it has none, or is no JSON. */
export function withLongNumbersAsText(text: string, limits: Bounds): string {
  if (!mayBeLong.test(text)) return text
  const parts: string[] = []
  let done = 0
  const { fault } = scanJson(text, limits, (_, at) => {
    wholeNumber.lastIndex = at
    const [number] = wholeNumber.exec(text) ?? []
    if (number === undefined || Number.isSafeInteger(Number(number))) return
    parts.push(text.slice(done, at), `"${number}"`)
    done = at + number.length
  })
  return fault ? text : parts.concat(text.slice(done)).join('')
}
