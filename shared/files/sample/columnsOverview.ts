// A sample at a glance, before its columns are settled: what each holds, its first rows, and what would not be read.
import { type Assignment, type SampleField, sampleFields } from './sampleFields.ts'
import { isOwnList } from './readSample.ts'
import type { SampleSource } from './source.ts'

export type ColumnOverview = {
  name: string
  /** The first values that are not empty. */
  values: readonly string[]
  /** In how many rows it is empty, of those that can be read. */
  empty: number
}

export type SampleOverview = Pick<SampleSource, 'form' | 'encoding' | 'separator' | 'facts'> & {
  columns: readonly ColumnOverview[]
  /** How many rows there are, and why some of them cannot be read whatever the columns mean. */
  rows: number
  unreadable: readonly { row: number; reason: string }[]
  unreadableCount: number
  /** The first rows that can be read, by column. */
  first: readonly (readonly (string | undefined)[])[]
}

const mostValues = 3
const mostRows = 50
const mostLength = 200

/** Goes through every row once. */
export function overviewOf(source: SampleSource): SampleOverview {
  const columns = source.columns.map((name) => ({ name, values: [] as string[], empty: 0 }))
  const first: (string | undefined)[][] = []
  const unreadable: { row: number; reason: string }[] = []
  let rows = 0
  let unreadableCount = 0
  for (const { row, cells, problem } of source.rows()) {
    rows += 1
    if (problem !== null) {
      unreadableCount += 1
      if (unreadable.length < mostRows) unreadable.push({ row, reason: problem })
      continue
    }
    if (first.length < mostRows) first.push(columns.map((_, index) => cells[index]?.slice(0, mostLength)))
    for (const [index, column] of columns.entries()) {
      const text = cells[index]
      if (text === undefined) column.empty += 1
      else if (column.values.length < mostValues) column.values.push(text.slice(0, mostLength))
    }
  }
  const { form, encoding, separator, facts } = source
  return { form, encoding, separator, facts, columns, rows, unreadable, unreadableCount, first }
}

/** Whether nobody has to be asked what the columns mean: our own list, or a table with our own header. */
export const speaksForItself = (source: SampleSource): boolean =>
  isOwnList(source) ||
  source.columns.every((name) => sampleFields.some((field) => field.toLowerCase() === name.toLowerCase()))

/** How many rows become tickets under an assignment: those that can be read and have a key. */
export const readableRows = (
  { rows, unreadableCount, columns }: SampleOverview,
  { key }: Assignment,
): number => (key === undefined ? 0 : rows - unreadableCount - (columns[key]?.empty ?? 0))

/** A row as its ticket would be read, field by field. */
export function fieldsOfRow(
  cells: readonly (string | undefined)[],
  assignment: Assignment,
): readonly { field: SampleField; text: string }[] {
  return sampleFields.flatMap((field) => {
    const place = assignment[field]
    const text = place === undefined ? undefined : cells[place]
    return text === undefined ? [] : [{ field, text }]
  })
}
