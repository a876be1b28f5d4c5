// Reads sample files: lists of tickets as JSON, partner tickets also as CSV. A bad row is named and skipped.
import type { PartnerTicket, ServiceTicket } from '../../preview/sample/sample.ts'
import { partnerTicketSchema, serviceTicketSchema } from '../../preview/sample/sample.ts'
import type { z } from '../../zod.ts'
import { type CsvRecord, readCsv } from './csv.ts'
import { bounds } from '../bounds.ts'
import { parseJson } from '../json/parseJson.ts'
import { foreign, kindOf } from '../fileKind.ts'
import type { FileProblem, Parsed } from '../parsed.ts'
import { invalid, refused } from '../parsed.ts'
import { problemsOf } from '../problems.ts'

/** A row that was skipped. It counts from 1: the entry of a JSON list, or the row of a spreadsheet with its header. */
export type SampleProblem = { row: number; message: string }

export type Sample<Ticket> = { tickets: Ticket[]; problems: SampleProblem[] }

/** A row as it was found: its value, or why there is none. */
type Row = { row: number; value: unknown; problem: string | null }

/** What a sample file may weigh, in bytes. */
export const largestSample = 64 * 1024 * 1024
/** Tickets together with their notes, attachments and time entries. Honest tickets take more room in a file than this allows. */
const mostEntries = 1_000_000
/** So many bad rows, and fewer good ones: not a file with bad rows but the wrong file. */
const mostBadRows = 1000

const chooseAnother = 'Nothing was changed. Choose another file.'

const titles = { inbound: 'sample of partner tickets', outbound: 'sample of ConnectWise tickets' } as const

const withPath = ({ path, message }: FileProblem): string => (path === '' ? message : `${path}: ${message}`)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How much a row holds: itself, and the entries of its lists. */
const entriesOf = (value: unknown): number =>
  isObject(value)
    ? Object.values(value).reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 1)
    : 1

/** Whether a list of tickets, with all their parts, is too much for memory. */
export function areTooMany(tickets: readonly unknown[]): boolean {
  let entries = 0
  return tickets.some((ticket) => (entries += entriesOf(ticket)) > mostEntries)
}

/** The answer to a list of tickets that is too much for memory. */
export const tooManyTickets = refused(
  'file-too-large',
  `The file holds more tickets, notes, attachments and time entries than a sample may (${mostEntries.toLocaleString('en')}).`,
  chooseAnother,
)

/** Checks row by row; the file is refused only when nothing in it can be read. */
function readRows<Schema extends z.ZodType>(
  schema: Schema,
  title: string,
  rows: Iterable<Row>,
): Parsed<Sample<z.output<Schema>>> {
  const tickets: z.output<Schema>[] = []
  const problems: SampleProblem[] = []
  const isWrongFile = () => problems.length >= mostBadRows && problems.length > tickets.length
  let entries = 0
  for (const { row, value, problem } of rows) {
    if (isWrongFile()) break
    entries += entriesOf(value)
    if (entries > mostEntries) return tooManyTickets
    const ticket = problem === null ? schema.safeParse(value) : null
    if (ticket?.success) tickets.push(ticket.data)
    else {
      const message = ticket ? problemsOf(ticket.error, value).map(withPath).join(' ') : problem
      problems.push({ row, message: message ?? '' })
    }
  }
  if (isWrongFile() || (tickets.length === 0 && problems.length > 0)) {
    return invalid(
      title,
      problems.slice(0, 100).map(({ row, message }) => ({ path: `row ${row}`, message })),
    )
  }
  return { ok: true, value: { tickets, problems } }
}

function* jsonRows(values: readonly unknown[]): Generator<Row> {
  for (const [index, value] of values.entries()) yield { row: index + 1, value, problem: null }
}

/** A list whose first entry is a ticket of the other flow. */
function isOtherFlow(values: readonly unknown[], flow: keyof typeof titles): boolean {
  const first = values.find(isObject)
  if (!first) return false
  const isPartner = 'key' in first
  const isConnectWise = 'id' in first && !isPartner
  return flow === 'inbound' ? isConnectWise : isPartner && !('id' in first)
}

const otherFlow: Record<keyof typeof titles, string> = {
  inbound: 'The file holds ConnectWise tickets; this preview runs on tickets of the partner.',
  outbound: 'The file holds tickets of the partner; this preview runs on ConnectWise tickets.',
}

const notAList = refused(
  'file-foreign',
  'A sample is a JSON list of tickets, and this file holds something else: one ticket alone also stands in [ ].',
  chooseAnother,
)

function jsonList(text: string, flow: keyof typeof titles): Parsed<readonly unknown[]> {
  const json = parseJson(text, bounds.sample)
  if (!json.ok) return json
  if (!Array.isArray(json.value)) return kindOf(json.value) ? foreign(json.value, titles[flow]) : notAList
  if (isOtherFlow(json.value, flow))
    return refused('file-foreign', otherFlow[flow], 'Choose the other flow, or another file.')
  return { ok: true, value: json.value }
}

/** Said of a sample that is refused unread. */
export const sampleTooLarge = refused(
  'file-too-large',
  `The file is larger than a sample may be (${largestSample / 1024 / 1024} MB).`,
  chooseAnother,
)

/** The columns of a CSV sample in their published order; `key` and `summary` have to be there. */
const columns = [
  'key',
  'summary',
  'description',
  'status',
  'priority',
  'requesterName',
  'requesterEmail',
  'createdAt',
  'updatedAt',
] as const

type Cells = Partial<Record<(typeof columns)[number], string>>

const ticketOf = ({ requesterName, requesterEmail, ...cells }: Cells): unknown => ({
  ...cells,
  ...(requesterName || requesterEmail ? { requester: { name: requesterName, email: requesterEmail } } : {}),
})

const columnNamed = (header: string) =>
  columns.find((column) => column.toLowerCase() === header.trim().toLowerCase())

function* ticketRows(
  records: Iterable<CsvRecord>,
  names: readonly (keyof Cells | undefined)[],
): Generator<Row> {
  for (const { row, fields, problem } of records) {
    const cells: Cells = {}
    for (const [index, name] of names.entries()) if (name && fields[index]) cells[name] = fields[index]
    const uneven =
      fields.length === names.length
        ? null
        : `${fields.length} ${fields.length === 1 ? 'column' : 'columns'}, where the header has ${names.length}.`
    yield { row, value: ticketOf(cells), problem: problem ?? uneven }
  }
}

function csvRows(text: string): Parsed<{ rows: Iterable<Row>; unknown: string[] }> {
  const records = readCsv(text)
  const header = records.next().value
  const names = header?.fields.map(columnNamed) ?? []
  const known = names.filter((name) => name !== undefined)
  if (!known.includes('key') || !known.includes('summary') || new Set(known).size < known.length)
    return refused(
      'file-foreign',
      `The file is neither a JSON list of tickets nor a CSV file with the header ${columns.join()}.`,
      chooseAnother,
    )
  const unknown =
    header?.fields.filter((name, index) => names[index] === undefined && name.trim() !== '') ?? []
  return { ok: true, value: { rows: ticketRows(records, names), unknown } }
}

/**
 * Reads partner tickets from JSON or CSV text (comma or semicolon, optional byte order mark); which of the two is seen
 * from the text. Columns nobody knows are not read, and the header row says so among the problems.
 */
export function parseInboundSample(text: string): Parsed<Sample<PartnerTicket>> {
  if (text.length > largestSample) return sampleTooLarge
  const plain = text.replace(/^\uFEFF/, '')
  if (/^\s*([[{]|$)/.test(plain)) {
    const list = jsonList(plain, 'inbound')
    return list.ok ? readRows(partnerTicketSchema, titles.inbound, jsonRows(list.value)) : list
  }
  const csv = csvRows(plain)
  if (!csv.ok) return csv
  const sample = readRows(partnerTicketSchema, titles.inbound, csv.value.rows)
  if (!sample.ok || csv.value.unknown.length === 0) return sample
  const ignored = { row: 1, message: `Not read: ${csv.value.unknown.join(', ')}.` }
  return { ok: true, value: { ...sample.value, problems: [ignored, ...sample.value.problems] } }
}

/** Reads ConnectWise tickets from JSON text: rows as the API returns them, each optionally with its details. */
export function parseOutboundSample(text: string): Parsed<Sample<ServiceTicket>> {
  if (text.length > largestSample) return sampleTooLarge
  const list = jsonList(text, 'outbound')
  return list.ok ? readRows(serviceTicketSchema, titles.outbound, jsonRows(list.value)) : list
}
