// Where the lines of the ticket list stand: rows of one height, headings of another, so that nothing is ever measured.

export const rowHeight = 57
export const headingHeight = 28
const saved = rowHeight - headingHeight

export type Lines = {
  readonly count: number
  /** Lines that are headings, in ascending order. */
  readonly headings: readonly number[]
}

/** Distance of a line from the top of the list in pixels; for `count` the height of the whole list. */
export function topOf({ headings }: Lines, line: number): number {
  let above = 0
  for (const heading of headings) if (heading < line) above += 1
  return line * rowHeight - above * saved
}

/** The line at a distance from the top of the list; the first or the last where there is none. */
export function lineAt(lines: Lines, pixels: number): number {
  let above = 0
  for (const heading of lines.headings) if (topOf(lines, heading + 1) <= pixels) above += 1
  const line = Math.floor((pixels + above * saved) / rowHeight)
  return Math.max(0, Math.min(lines.count - 1, line))
}

/** Lines to draw beyond those in sight, so that a scroll shows no gap. */
const spare = 8

/** A part of the list to draw: a heading, and those lines of its group that are near. `end`: where the next group begins. */
export type ListSection = { heading: number; end: number; rows: readonly number[] }

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** What to draw around the part of the list in sight. Every group has a line below its heading. */
export function drawnSections(lines: Lines, top: number, height: number): ListSection[] {
  const from = lineAt(lines, top) - spare
  const to = lineAt(lines, top + height) + spare
  return lines.headings.flatMap((heading, index) => {
    const end = lines.headings[index + 1] ?? lines.count
    const rows = range(Math.max(heading + 1, from), Math.min(end - 1, to))
    return rows.length > 0 ? [{ heading, end, rows }] : []
  })
}

/** How far the list has to be scrolled for a line to be in sight below the heading; unchanged when it is. */
export function scrollFor(lines: Lines, line: number, top: number, height: number): number {
  const start = topOf(lines, line)
  const end = topOf(lines, line + 1)
  if (start - headingHeight < top) return Math.max(0, start - headingHeight)
  return end > top + height ? end - height : top
}
