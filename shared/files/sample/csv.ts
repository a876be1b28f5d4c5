// Reads CSV as RFC 4180 describes it, with any separator: quoted fields may hold separators, quotes and new lines.
import { placeOf } from '../text/place.ts'

/** One record. `row` counts as a spreadsheet does, with blank rows, the header being 1; `problem` says why it cannot be read. */
export type CsvRecord = { row: number; fields: string[]; problem: string | null }

export type Separator = {
  sign: string
  /** Whether a line `sep=` of the file says so. */
  isSaid: boolean
  /** Where the table begins. */
  from: number
}

type Field = { text: string; end: number; problem: string | null }

/** In the order that decides between equals. */
const separators = [',', ';', '\t'] as const

const saidLine = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)/i

/** What Windows PowerShell writes above a table it exports, unless told not to (PowerShell, issue 5131). */
const typeLine = /^"?#TYPE /

/** Where the first line begins that is not blank. Looked for without a pattern: none has room for millions of blank lines. */
function firstLineStart(text: string): number {
  const from = text.search(/\S/)
  return from === -1 ? text.length : Math.max(text.lastIndexOf('\n', from), text.lastIndexOf('\r', from)) + 1
}

/** The first line that is not blank, as far as a line end outside of quotes. */
function firstLine(text: string): string {
  const start = firstLineStart(text)
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    if (!quoted && (sign === '\n' || sign === '\r')) return text.slice(start, at)
  }
  return text.slice(start)
}

/** How often each sign stands outside of quotes. */
function countOutside(line: string, sign: string): number {
  let count = 0
  let quoted = false
  for (const each of line) {
    if (each === '"') quoted = !quoted
    else if (each === sign && !quoted) count += 1
  }
  return count
}

/** The separator that a line holds most of. */
function mostOf(line: string): string {
  const counts = separators.map((sign) => countOutside(line, sign))
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The separator a `sep=` line names, else the one the first line holds most of; a comma when it has none. */
export function separatorOf(text: string): Separator {
  const start = firstLineStart(text)
  const beginning = text.slice(start, start + 20)
  const said = saidLine.exec(beginning)
  if (said) return { sign: said[1] ?? ',', isSaid: true, from: start + said[0].length }
  const from = typeLine.test(beginning) ? fieldEnd(text, start, '\n') : start
  return { sign: mostOf(firstLine(text.slice(from))), isSaid: false, from }
}

/** Where the unquoted rest of a field ends: at the next separator or line end, or at the end of the text. */
function fieldEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

/** The closing quote of a field whose content begins at `from`; -1 when it is never closed. */
export function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** A quote inside an unquoted field is an ordinary character. A field never closed ends with its line, so that the next row is read. */
function readField(text: string, at: number, separator: string): Field {
  if (text[at] !== '"') {
    const end = fieldEnd(text, at, separator)
    return { text: text.slice(at, end), end, problem: null }
  }
  const close = closingQuote(text, at + 1)
  if (close === -1)
    return { text: '', end: fieldEnd(text, at, '\n'), problem: 'A quoted field is never closed.' }
  const end = fieldEnd(text, close + 1, separator)
  const stray = text.slice(close + 1, end).trim() !== ''
  const problem = stray ? 'Text follows the closing quote of a field.' : null
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), end, problem }
}

/** A file of DOS days ends with the sign U+001A. */
const isBlank = (field: string): boolean => field.replaceAll('\u001a', '').trim() === ''

/** Yields every record that is not blank, the header included; rows are counted from the header on. */
export function* readCsv(
  text: string,
  { sign, from }: Separator = separatorOf(text),
): Generator<CsvRecord, undefined> {
  let at = from
  let header = 0
  for (let line = 1; at < text.length; line += 1) {
    const record: CsvRecord = { row: 0, fields: [], problem: null }
    let end = at - 1
    do {
      const field = readField(text, end + 1, sign)
      record.fields.push(field.text)
      record.problem ??= field.problem
      end = field.end
    } while (text[end] === sign)
    const lines = record.problem === null ? 0 : placeOf(text.slice(at, end), end - at).line
    if (lines > 1) record.problem += ` It runs over ${lines} lines, of which none was read.`
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (record.problem === null && record.fields.every(isBlank)) continue
    header ||= line
    record.row = line - header + 1
    yield record
  }
}
