// Where each line of the ticket list stands, and which of them are in sight.
import { describe, expect, it } from 'vitest'
import {
  drawnSections,
  headingHeight,
  lineAt,
  rowHeight,
  scrollFor,
  topOf,
} from '../../../../../renderer/preview/list/lines.ts'

describe('the lines of the list', () => {
  const lines = { count: 2003, headings: [0, 2, 1001] }

  it('stand below one another without gaps', () => {
    for (let line = 0; line < lines.count; line += 1) {
      const height = lines.headings.includes(line) ? headingHeight : rowHeight
      expect(topOf(lines, line + 1) - topOf(lines, line)).toBe(height)
    }
  })

  it('are found by every pixel of theirs', () => {
    for (let line = 0; line < lines.count; line += 1) {
      expect([lineAt(lines, topOf(lines, line)), lineAt(lines, topOf(lines, line + 1) - 1)]).toEqual([
        line,
        line,
      ])
    }
    expect([lineAt(lines, -5), lineAt(lines, 1e9)]).toEqual([0, 2002])
  })

  it.each([
    ['the top', 0, { 0: [1, 1], 2: [3, 14] }],
    ['the middle of a group', topOf(lines, 500), { 2: [492, 513] }],
    ['the border of two groups', topOf(lines, 1001), { 2: [993, 1000], 1001: [1002, 1014] }],
    ['the end', topOf(lines, 2003) - 300, { 1001: [1989, 2002] }],
  ])('are drawn around %s, below the heading they belong to', (_, top, sections) => {
    const ends = drawnSections(lines, top, 300).map(({ heading, rows }) => [heading, [rows[0], rows.at(-1)]])
    expect(Object.fromEntries(ends)).toEqual(sections)
  })

  it('are none in an empty list', () => expect(drawnSections({ count: 0, headings: [] }, 0, 300)).toEqual([]))

  it.each([
    ['above', 20, topOf(lines, 20) - headingHeight],
    ['below', 70, topOf(lines, 71) - 300],
    ['in sight already', 52, topOf(lines, 50)],
  ])('come into sight from %s', (_, line, wanted) =>
    expect(scrollFor(lines, line, topOf(lines, 50), 300)).toBe(wanted),
  )
})
