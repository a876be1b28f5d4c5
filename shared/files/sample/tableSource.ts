// A table (CSV, in any of its dialects) as the source of a sample.
import { type Parsed, refused } from '../reading/parsed.ts'
import { type CsvRecord, readCsv, type Separator, separatorOf } from './csv.ts'
import type { SampleSource, SourceRow } from './source.ts'

const separatorNames: Readonly<Record<string, string>> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' }

const separatorFact = ({ sign, isSaid }: Separator): string => {
  const name = separatorNames[sign] ?? `“${sign}”`
  return isSaid ? `${name}, as its line sep= says` : name
}

/** Why a record is no row of the table; spreadsheets leave out empty cells at the end, or write more of them. */
const unevenness = (fields: readonly string[], width: number): string | null =>
  fields.slice(width).every((field) => field.trim() === '')
    ? null
    : `${fields.length} cells, where the header has ${width}.`

function* rowsOf(records: Iterable<CsvRecord>, width: number): Generator<SourceRow> {
  for (const { row, fields, problem } of records)
    yield {
      row,
      cells: fields.slice(0, width).map((field) => (field.trim() === '' ? undefined : field)),
      entry: undefined,
      problem: problem ?? unevenness(fields, width),
    }
}

function* afterHeader(text: string, separator: Separator): Generator<CsvRecord> {
  const records = readCsv(text, separator)
  records.next()
  yield* records
}

/** The header as far as it says anything: empty cells at its end are a spreadsheet's. */
function headerOf(fields: readonly string[]): string[] {
  const last = fields.findLastIndex((field) => field.trim() !== '')
  return fields.slice(0, last + 1).map((field) => field.trim())
}

/** Reads the header; the rows are read when they are asked for. */
export function tableSource(text: string): Parsed<SampleSource> {
  const separator = separatorOf(text)
  const header = readCsv(text, separator).next().value
  if (!header)
    return refused('file-damaged', 'The file is empty.', 'Nothing was changed. Choose another file.')
  if (header.problem !== null)
    return refused(
      'file-damaged',
      `The header of the table cannot be read: ${header.problem}`,
      'Nothing was changed. Correct the file, or export it again.',
    )
  const columns = headerOf(header.fields)
  return {
    ok: true,
    value: {
      form: 'table',
      columns,
      facts: [separatorFact(separator)],
      guesses: [],
      rows: () => rowsOf(afterHeader(text, separator), columns.length),
      entries: null,
    },
  }
}
