// From a sample's rows to tickets of a flow. A row that is none is named and skipped; a file of none is refused as what it is.
import { asPartnerTicket } from '../../preview/sample/asPartner.ts'
import type { Flow, NotRead } from '../../preview/result/previewResult.ts'
import {
  arrivedTicketSchema,
  type PartnerTicket,
  partnerTicketSchema,
  type ServiceTicket,
  serviceTicketSchema,
} from '../../preview/sample/sample.ts'
import type { z } from '../../zod.ts'
import { type FileProblem, invalidFile, type Parsed, refusedFile } from '../reading/parsed.ts'
import { problemsOf } from '../reading/problems.ts'
import { type Assignment, assignByName, requiredFields, type SampleField } from './sampleFields.ts'
import { flowOf } from './openSample.ts'
import { partnerRow } from './partnerRow.ts'
import { nameForeignList } from './foreignListName.ts'
import { missingSentence } from './missingSentence.ts'
import { isRecord } from '../json/isRecord.ts'
import type { SampleSource } from './source.ts'
import { formatCount } from '../../text/counts.ts'

export type ReadSample<Ticket> = { tickets: Ticket[]; notRead: NotRead[] }

/** What a file is read for: a flow, or the tickets that arrived, to be compared. */
export type SampleUse = Flow | 'arrived'

export type FlowSample =
  | ({ flow: 'inbound' } & ReadSample<PartnerTicket>)
  | ({ flow: 'outbound' } & ReadSample<ServiceTicket>)

/** A row to be checked: its value, or why there is none. */
type Row = { row: number; value: unknown; problem: string | null }

/** Tickets together with their notes, attachments and time entries. Honest tickets take more room in a file than this allows. */
const mostEntries = 1_000_000
/** So many bad rows and no good one: not a file with bad rows but the wrong file. */
const mostBadRows = 1000

const chooseAnother = 'Nothing was changed. Choose another file.'

const titles = { inbound: 'sample of partner tickets', outbound: 'sample of ConnectWise tickets' } as const

const withPath = ({ path, message }: FileProblem): string => (path === '' ? message : `${path}: ${message}`)

/** How much a row holds: itself, and the entries of its lists. */
const entriesOf = (value: unknown): number =>
  isRecord(value)
    ? Object.values(value).reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 1)
    : 1

const tooManyTickets = refusedFile(
  'file-too-large',
  `The file holds more tickets, notes, attachments and time entries than a sample may (${formatCount(mostEntries)}).`,
  chooseAnother,
)

/** Checks row by row; the file is refused only when nothing in it can be read. */
function readRows<Schema extends z.ZodType>(
  schema: Schema,
  title: string,
  rows: Iterable<Row>,
): Parsed<ReadSample<z.output<Schema>>> {
  const tickets: z.output<Schema>[] = []
  const notRead: NotRead[] = []
  let entries = 0
  for (const { row, value, problem } of rows) {
    if (tickets.length === 0 && notRead.length >= mostBadRows) break
    entries += entriesOf(value)
    if (entries > mostEntries) return tooManyTickets
    const ticket = problem === null ? schema.safeParse(value) : null
    if (ticket?.success) tickets.push(ticket.data)
    else
      notRead.push({
        row,
        reason: ticket ? problemsOf(ticket.error, value).map(withPath).join(' ') : (problem ?? ''),
      })
  }
  return tickets.length === 0 && notRead.length > 0
    ? invalidFile(
        title,
        notRead.slice(0, 100).map(({ row, reason }) => ({ path: `row ${row}`, message: reason })),
      )
    : { ok: true, value: { tickets, notRead } }
}

const isOwnEntry = (entry: unknown): boolean =>
  isRecord(entry) && 'key' in entry && !isRecord(entry['fields'])

/** In our own list every entry says its own fields, so that an entry without a summary is one ticket that fails. */
export const isOwnList = ({ entries, columns }: SampleSource): boolean =>
  entries !== null && (columns.length === 0 || entries.some(isOwnEntry))

/** The required fields that no column gives. */
export const missingFields = (source: SampleSource, assignment: Assignment): SampleField[] =>
  isOwnList(source) ? [] : requiredFields.filter((field) => assignment[field] === undefined)

/** Reads the tickets of the partner; columns give the fields as assigned, by their names unless told otherwise. */
export function readPartnerTickets(
  source: SampleSource,
  assignment: Assignment = assignByName(source.columns),
): Parsed<ReadSample<PartnerTicket>> {
  const missing = missingFields(source, assignment)
  if (missing.length > 0)
    return refusedFile(
      'file-foreign',
      missingSentence(source, missing),
      'Say which column gives it, or choose another file.',
    )
  const isOwn = isOwnList(source)
  function* rows(): Generator<Row> {
    for (const row of source.rows()) yield partnerRow(row, assignment, isOwn)
  }
  return readRows(partnerTicketSchema, titles.inbound, rows())
}

const needed = ['id', 'summary']

const lacks = (entry: unknown): string[] =>
  isRecord(entry) ? needed.filter((name) => !Object.hasOwn(entry, name)) : needed

function* serviceRows(entries: readonly unknown[]): Generator<Row> {
  for (const [index, entry] of entries.entries()) {
    const missing = isRecord(entry) ? lacks(entry) : []
    const problem = `A ConnectWise ticket has the members id and summary; ${missing.join(' and ')} is missing.`
    yield { row: index + 1, value: entry, problem: missing.length > 0 ? problem : null }
  }
}

/** Reads ConnectWise tickets as its API returns them, each optionally with its details. */
export function readServiceTickets(
  { entries }: SampleSource,
  schema: z.ZodType<ServiceTicket> = serviceTicketSchema,
): Parsed<ReadSample<ServiceTicket>> {
  if (!entries)
    return refusedFile(
      'file-foreign',
      'The file is a table (CSV); ConnectWise tickets are a JSON list as its API returns them.',
      'Choose the other flow, or another file.',
    )
  if (entries.length > 0 && !entries.some((entry) => lacks(entry).length === 0))
    return refusedFile(
      'file-foreign',
      `The file holds ${nameForeignList(entries)}, and no ConnectWise tickets, which have the members id and summary.`,
      'Choose the other flow, or another file.',
    )
  return readRows(schema, titles.outbound, serviceRows(entries))
}

/** Reads the tickets for a use; ConnectWise tickets serve the inbound flow as if the partner had sent them. */
export function readFlow(source: SampleSource, use: SampleUse, assignment?: Assignment): Parsed<FlowSample> {
  if (use !== 'inbound') {
    const sample = readServiceTickets(source, use === 'arrived' ? arrivedTicketSchema : serviceTicketSchema)
    return sample.ok ? { ok: true, value: { flow: 'outbound', ...sample.value } } : sample
  }
  const isConnectWise = assignment === undefined && flowOf(source) === 'outbound'
  const own = isConnectWise ? readServiceTickets(source) : null
  if (own?.ok) {
    const { tickets, notRead } = own.value
    return { ok: true, value: { flow: use, tickets: tickets.map(asPartnerTicket), notRead } }
  }
  const sample = readPartnerTickets(source, assignment)
  return sample.ok ? { ok: true, value: { flow: use, ...sample.value } } : sample
}
