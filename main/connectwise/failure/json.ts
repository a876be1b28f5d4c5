// Reads JSON that came over the wire, where anything may arrive: nothing is parsed that is nested deeper than sense.
import { bounds } from '../../../shared/bounds.ts'

/** Far deeper than any record of ConnectWise; what is deeper ends the stack of whoever walks it. */
const deepest = bounds.answer.depth

/** Shorter texts are parsed before they are looked at: however deep they are, that takes little, and rows are fewer than signs. */
const harmless = 1_000_000

/** The value, or undefined where the text is not JSON (JSON itself has no undefined) or is nested too deep. */
export function parseHarmlessJson(text: string): unknown {
  if (text.length > harmless && isTooDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const isDeep = typeof value === 'object' && value !== null && isDeeper(value, deepest)
    return text.length <= harmless && isDeep ? undefined : value
  } catch {
    return undefined
  }
}

/** Goes down only where something is inside: rows are mostly texts and numbers. */
function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true
  for (const name in value) {
    const inner: unknown = Reflect.get(value, name)
    if (typeof inner === 'object' && inner !== null && isDeeper(inner, levels - 1)) return true
  }
  return false
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
