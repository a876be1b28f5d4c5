// The changes role source would apply to sent ConnectWise tickets, beside what those tickets hold now.
import type { PreviewRow } from '../result/previewResult.ts'
import type { ServiceTicket } from '../sample/sample.ts'
import { type NameOf, valueDifference } from './compareTicket.ts'
import { inOrder, type VerifyRow } from './verifyResult.ts'

function verifiedRow(row: PreviewRow, actual: ServiceTicket | undefined, nameOf: NameOf): VerifyRow {
  const changes = row.requests.flatMap((request) => (request.method === 'PATCH' ? request.body : []))
  const head = { key: row.key, ticket: actual?.id ?? null, remarks: [] }
  if (changes.length === 0) return { ...head, state: 'as-expected', differences: [] }
  if (!actual) return { ...head, state: 'missing', differences: [] }
  const differences = inOrder(
    changes.flatMap(({ path, value }) => valueDifference(path, value.id, actual, nameOf)),
  )
  return { ...head, state: differences.length > 0 ? 'differs' : 'as-expected', differences }
}

/** Every row by its id. Parts, and tickets beside the sample, are not judged this way. */
export function verifyOutbound(
  tickets: readonly ServiceTicket[],
  rowOf: (ticket: ServiceTicket) => PreviewRow,
  actual: readonly ServiceTicket[],
  nameOf: NameOf,
): { rows: VerifyRow[]; others: ServiceTicket[] } {
  const byId = new Map(actual.map((ticket) => [ticket.id, ticket]))
  return {
    rows: tickets.map((ticket) => verifiedRow(rowOf(ticket), byId.get(ticket.id), nameOf)),
    others: [],
  }
}
