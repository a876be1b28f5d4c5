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

/** The lines to draw, and the heading that sticks: the last one at or above the first line in sight (-1 without). */
export function drawn(lines: Lines, top: number, height: number): { lines: number[]; sticky: number } {
  if (lines.count === 0) return { lines: [], sticky: -1 }
  const first = lineAt(lines, top)
  const from = Math.max(0, first - spare)
  const to = Math.min(lines.count - 1, lineAt(lines, top + height) + spare)
  const sticky = lines.headings.findLast((heading) => heading <= first) ?? -1
  const range = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return { lines: sticky >= 0 && sticky < from ? [sticky, ...range] : range, sticky }
}

/** How far the list has to be scrolled for a line to be in sight below the heading; unchanged when it is. */
export function scrollFor(lines: Lines, line: number, top: number, height: number): number {
  const start = topOf(lines, line)
  const end = topOf(lines, line + 1)
  if (start - headingHeight < top) return Math.max(0, start - headingHeight)
  return end > top + height ? end - height : top
}
