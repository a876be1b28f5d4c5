// Where in a text something stands, as an editor counts: lines and columns from 1.

export type Place = { line: number; column: number }

const [lineFeed, carriageReturn] = [10, 13]

/** The place of a position; lines end as on any system. */
export function placeOf(text: string, position: number): Place {
  let line = 1
  let start = 0
  for (let at = 0; at < position; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit !== lineFeed && (unit !== carriageReturn || text.charCodeAt(at + 1) === lineFeed)) continue
    line += 1
    start = at + 1
  }
  return { line, column: position - start + 1 }
}

export const placeText = ({ line, column }: Place): string => `line ${line}, column ${column}`
