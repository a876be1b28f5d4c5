// Tickets that Syncwright wrote itself, as bundles carry them: a row that cannot be read means that the file is damaged.
import { type Tickets, ticketsSchema } from '../../preview/sample/tickets.ts'
import { bounds } from '../../bounds.ts'
import { parseJson } from '../json/parseJson.ts'
import { invalidFile, type Parsed } from '../reading/parsed.ts'
import { problemsOf } from '../reading/problems.ts'
import { isRecord } from '../json/isRecord.ts'

/** A numeric key is taken as text. */
const withTextKey = (entry: unknown): unknown =>
  isRecord(entry) && typeof entry['key'] === 'number' ? { ...entry, key: String(entry['key']) } : entry

/** Reads the tickets of either flow: the partner's have a key. */
export function readOwnTickets(text: string): Parsed<Tickets> {
  const json = parseJson(text, bounds.files.sample)
  if (!json.ok) return json
  const value = Array.isArray(json.value) ? json.value.map(withTextKey) : json.value
  const isInbound = Array.isArray(value) && value.some((entry) => isRecord(entry) && 'key' in entry)
  const tickets = ticketsSchema.safeParse({ flow: isInbound ? 'inbound' : 'outbound', tickets: value })
  return tickets.success
    ? { ok: true, value: tickets.data }
    : invalidFile('sample', problemsOf(tickets.error, { tickets: value }))
}
