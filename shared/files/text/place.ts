// Where in a text something stands, as an editor counts: lines and columns from 1.

export type Place = { line: number; column: number }

/** Line ends of every system. */
const lineEnd = /\r\n|\n|\r/g

/** The place of a position. */
export function placeOf(text: string, at: number): Place {
  let line = 1
  let start = 0
  lineEnd.lastIndex = 0
  for (let end = lineEnd.exec(text); end && lineEnd.lastIndex <= at; end = lineEnd.exec(text)) {
    line += 1
    start = lineEnd.lastIndex
  }
  return { line, column: at - start + 1 }
}

export const placeText = ({ line, column }: Place): string => `line ${line}, column ${column}`
