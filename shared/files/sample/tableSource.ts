// A table (CSV, in any of its dialects) as the source of a sample.
import { withoutHiddenSigns } from '../../text/hiddenSigns.ts'
import { type Parsed, refusedFile } from '../reading/parsed.ts'
import { closingQuote, type CsvRecord, readCsv, type Separator, separatorOf } from './csv.ts'
import { assignByName, requiredFields } from './sampleFields.ts'
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

/** The text in the quotes around all of it; null where there are none. */
const unquoted = (text: string): string | null =>
  text.startsWith('"') && closingQuote(text, 1) === text.length - 1
    ? text.slice(1, -1).replaceAll('""', '"')
    : null

const linkOpening = /^=HYPERLINK\(/i

/** What a link shows: the second of its two values. */
function linkText(formula: string): string | null {
  const [opening] = linkOpening.exec(formula) ?? []
  if (opening === undefined || !formula.endsWith(')')) return null
  const values = formula.slice(opening.length, -1).trim()
  const end = values.startsWith('"') ? closingQuote(values, 1) : -1
  const rest = values.slice(end + 1).trim()
  if (end === -1 || !/^[,;]/.test(rest)) return null
  const shown = rest.slice(1).trim()
  return unquoted(shown) ?? (shown.includes('"') ? null : shown)
}

/**
 * `="0012"` is how exports keep a spreadsheet from taking a number for one, and `=HYPERLINK("…","0012")` how they make a link
 * of it; people see what stands in the last quotes.
 */
function asSeen(field: string): string {
  if (!field.startsWith('=')) return field
  const formula = field.trim()
  return linkText(formula) ?? unquoted(formula.slice(1)) ?? field
}

/** More than blanks and controls, such as the zero bytes that a power cut leaves. */
const hasText = /[^\s\p{Cc}]/u

const cellOf = (field: string): string | undefined => {
  const text = asSeen(field)
  return hasText.test(text) ? text : undefined
}

/** Files that were put together of several hold each one's header (jiraone, issue 114). */
const repeats = (fields: readonly string[], header: readonly string[]): boolean =>
  fields.length === header.length && fields.every((field, at) => field === header[at])

function* rowsOf(records: Iterable<CsvRecord>, header: readonly string[]): Generator<SourceRow> {
  for (const { row, fields, problem } of records)
    yield {
      row,
      cells: fields.slice(0, header.length).map(cellOf),
      entry: undefined,
      problem:
        problem ??
        (repeats(fields, header) ? 'It is the header once more.' : unevenness(fields, header.length)),
    }
}

function* afterHeader(text: string, separator: Separator): Generator<CsvRecord> {
  const records = readCsv(text, separator)
  records.next()
  yield* records
}

/** Hidden signs that are told instead of taken away: controls are those of another encoding, and direction signs mislead. */
const seen = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u

/** The columns as far as they are named: empty cells at the end of a header are a spreadsheet's. */
function columnsOf(header: readonly string[]): string[] {
  const last = header.findLastIndex((field) => field.trim() !== '')
  return header.slice(0, last + 1).map((field) => withoutHiddenSigns(asSeen(field), seen).trim())
}

/** A title and what was filtered by stand above the header of many reports. */
const titleLines = 30

/** The line below the first one whose columns give what a sample needs; undefined where none does, or the first does. */
function headerBelow(text: string): number | undefined {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/, titleLines)
  const at = lines.findIndex((line) => {
    const header = readCsv(line, separatorOf(line)).next().value
    const assigned = assignByName(columnsOf(header?.fields ?? []))
    return requiredFields.every((field) => assigned[field] !== undefined)
  })
  return at > 0 ? at + 1 : undefined
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
      headerBelow: headerBelow(text),
      rows: () => rowsOf(afterHeader(text, separator), header.fields),
      entries: null,
    },
  }
}
