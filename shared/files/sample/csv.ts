// Reads CSV as RFC 4180 describes it, with comma or semicolon: quoted fields may hold separators, quotes and new lines.

/** One record. `row` counts as a spreadsheet does, from 1 with blank rows; `problem` says why it cannot be read. */
export type CsvRecord = { row: number; fields: string[]; problem: string | null }

type Field = { text: string; end: number; problem: string | null }

/** The separator of a header line: the one it holds more of; a comma when it has neither. */
export function separatorOf(text: string): ',' | ';' {
  const [header = ''] = text.split(/\r|\n/, 1)
  return header.split(';').length > header.split(',').length ? ';' : ','
}

/** Where the unquoted rest of a field ends: at the next separator or line end, or at the end of the text. */
function fieldEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

/** The closing quote of a field whose content begins at `from`; -1 when it is never closed. */
function closingQuote(text: string, from: number): number {
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

/** Yields every record that is not blank, the header included. */
export function* readCsv(text: string): Generator<CsvRecord, undefined> {
  const separator = separatorOf(text)
  let at = 0
  for (let row = 1; at < text.length; row += 1) {
    const record: CsvRecord = { row, fields: [], problem: null }
    let end = at - 1
    do {
      const field = readField(text, end + 1, separator)
      record.fields.push(field.text)
      record.problem ??= field.problem
      end = field.end
    } while (text[end] === separator)
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (record.problem !== null || record.fields.some((field) => field.trim() !== '')) yield record
  }
}
