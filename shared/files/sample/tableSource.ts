// A table (CSV, in any of its dialects) as the source of a sample.
import { type Parsed, refusedFile } from '../reading/parsed.ts'
import { type CsvRecord, readCsv, type Separator, separatorOf } from './csv.ts'
import type { SampleSource, SourceRow } from './source.ts'

/** The separators people choose from, with their names. */
export const separatorNames: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
}

export const separatorName = (sign: string): string => separatorNames[sign] ?? `“${sign}”`

const separatorFact = ({ sign, isSaid }: Separator, chosen: string | undefined): string => {
  if (chosen !== undefined) return `${separatorName(sign)}, chosen by you`
  return isSaid ? `${separatorName(sign)}, as its line sep= says` : separatorName(sign)
}

/** Why a record is no row of the table; spreadsheets leave out empty cells at the end, or write more of them. */
const unevenness = (fields: readonly string[], width: number): string | null =>
  fields.slice(width).every((field) => field.trim() === '')
    ? null
    : `${fields.length} cells, where the header has ${width}.`

/** `="0012"` is how exports keep a spreadsheet from taking a number for one; people see what stands in the quotes. */
const asSeen = (field: string): string =>
  field.startsWith('="')
    ? (/^="((?:[^"]|"")*)"$/.exec(field.trim())?.[1] ?? field).replaceAll('""', '"')
    : field

const cellOf = (field: string): string | undefined => {
  const text = asSeen(field)
  return text.trim() === '' ? undefined : text
}

function* rowsOf(records: Iterable<CsvRecord>, width: number): Generator<SourceRow> {
  for (const { row, fields, problem } of records)
    yield {
      row,
      cells: fields.slice(0, width).map(cellOf),
      entry: undefined,
      problem: problem ?? unevenness(fields, width),
    }
}

function* afterHeader(text: string, separator: Separator): Generator<CsvRecord> {
  const records = readCsv(text, separator)
  records.next()
  yield* records
}

/** The columns as far as they are named: empty cells at the end of a header are a spreadsheet's. */
function columnsOf(header: readonly string[]): string[] {
  const last = header.findLastIndex((field) => field.trim() !== '')
  return header.slice(0, last + 1).map((field) => asSeen(field).trim())
}

/** Reads the header; the rows are read when they are asked for. `chosen` is the separator somebody wants. */
export function tableSource(text: string, chosen?: string): Parsed<Omit<SampleSource, 'encoding'>> {
  const found = separatorOf(text)
  const separator = { ...found, sign: chosen ?? found.sign }
  const header = readCsv(text, separator).next().value
  if (!header)
    return refusedFile('file-damaged', 'The file is empty.', 'Nothing was changed. Choose another file.')
  if (header.problem !== null)
    return refusedFile(
      'file-damaged',
      `The header of the table cannot be read: ${header.problem}`,
      'Nothing was changed. Correct the file, or export it again.',
    )
  return {
    ok: true,
    value: {
      form: 'table',
      columns: columnsOf(header.fields),
      separator: separator.sign,
      facts: [separatorFact(separator, chosen)],
      guesses: [],
      rows: () => rowsOf(afterHeader(text, separator), header.fields.length),
      entries: null,
    },
  }
}
