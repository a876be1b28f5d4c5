// Lays out rows of text for people: columns as wide as their widest cell, the last one as it comes.

/** Text of a file stays within its row, or it could pass for a row of its own. */
const oneLine = (cell: string): string => cell.replace(/[\r\n]+/g, ' ')

/** One line per row, two blanks between columns. */
export function tableText(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map(oneLine))
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
