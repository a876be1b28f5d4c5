// Reads JSON that came over the wire, where anything may arrive: nothing is parsed that is nested deeper than sense.
import { bounds } from '../../../shared/bounds.ts'

/** Far deeper than any record of ConnectWise; what is deeper ends the stack of whoever walks it. */
const deepest = bounds.answer.depth

/** The value, or undefined where the text is not JSON (JSON itself has no undefined) or is nested too deep. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `"` `\\` `[` `{` `]` `}` as numbers: this runs over every sign of every answer. */
const sign = { quote: 34, backslash: 92, openList: 91, open: 123, closeList: 93, close: 125 } as const

/** Whether brackets outside of texts stand deeper than anybody needs. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inText) {
      if (code === sign.backslash) at += 1
      else if (code === sign.quote) inText = false
    } else if (code === sign.quote) inText = true
    else if (code === sign.openList || code === sign.open) {
      depth += 1
      if (depth > deepest) return true
    } else if (code === sign.closeList || code === sign.close) depth -= 1
  }
  return false
}
