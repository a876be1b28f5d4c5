// The tickets the partner's sample became, row by row, beside the requests the preview listed for them.
import type { PreviewItem, PreviewRequest, PreviewRow } from '../result/previewResult.ts'
import { isUnsure, type Matching } from '../rules/matching.ts'
import { documentName, titleOf, xrefOf } from '../rules/requests.ts'
import { cleanText } from '../../text/cleanText.ts'
import type { PartnerTicket, ServiceTicket } from '../sample/sample.ts'
import { attachmentDifferences, noteDifferences } from './compareParts.ts'
import { type NameOf, summaryDifference, valueDifferences, wasChanged } from './compareTicket.ts'
import { timeDifferences } from './compareTime.ts'
import { distinctParts } from './distinctRows.ts'
import { type TicketMatch, matchTickets, ticketsIn } from './matchTickets.ts'
import { type Difference, inOrder, type VerifyRemark, type VerifyRow } from './verifyResult.ts'

const bodyOf = (request: PreviewRequest | undefined): Record<string, unknown> | null =>
  request?.method === 'POST' && 'body' in request ? request.body : null

type Lookups = { nameOf: NameOf; matching: Matching }

type Part = { item: PreviewItem; request: PreviewRequest | undefined }

/** Each part with its request: those that go have theirs in the order of the row, behind the ticket's own. */
function partsOf({ items, requests }: PreviewRow): Part[] {
  let next = 1
  return items.map((item) => ({
    item,
    request: item.verdict === 'send' ? requests[next++] : undefined,
  }))
}

function partDifferences(
  ticket: PartnerTicket,
  row: PreviewRow,
  actual: ServiceTicket,
  { nameOf, matching }: Lookups,
): Difference[] {
  const parts = partsOf(row)
  const { comments, attachments, timeEntries } = ticket
  const files = parts.slice(comments?.length ?? 0)
  const entries = files.slice(attachments?.length ?? 0)
  const described = bodyOf(row.requests[0])?.initialDescription
  const written = (comments ?? []).map(({ body }, index) => ({
    label: parts[index]?.item.label ?? '',
    sent: parts[index]?.request !== undefined,
    text: cleanText(body ?? ''),
    audience: parts[index]?.item.audience ?? [],
  }))
  const documents = (attachments ?? []).map(({ fileName }, index) => ({
    label: files[index]?.item.label ?? '',
    sent: files[index]?.request !== undefined,
    name: documentName(fileName),
  }))
  const time = (timeEntries ?? []).map((entry, index) => ({
    label: entries[index]?.item.label ?? '',
    body: bodyOf(entries[index]?.request),
    start: entry.start,
    notes: entry.notes,
    unsure: {
      member: isUnsure(matching.member(entry.memberName, entry.memberEmail)),
      workRole: isUnsure(matching.workRole(entry.workRole)),
    },
  }))
  // The text of a time entry that should have stayed has no business in a note either.
  const untold = time
    .filter(({ body }) => body?.notes === undefined)
    .map(({ label, notes }) => ({ label, sent: false, text: cleanText(notes ?? ''), audience: [] }))
  return [
    ...(actual.notes
      ? noteDifferences(
          [...written, ...untold],
          distinctParts(actual.notes),
          typeof described === 'string' ? described : '',
        )
      : []),
    ...(actual.documents ? attachmentDifferences(documents, distinctParts(actual.documents)) : []),
    ...(actual.timeEntries ? timeDifferences(time, distinctParts(actual.timeEntries), nameOf) : []),
  ]
}

/** Whether the ticket does not carry all kinds of parts as lists. */
const isUnread = ({ notes, documents, timeEntries }: ServiceTicket): boolean =>
  !notes || !documents || !timeEntries

function verifiedRow(
  ticket: PartnerTicket,
  row: PreviewRow,
  { ticket: actual, ambiguous }: TicketMatch,
  lookups: Lookups,
): VerifyRow {
  const { key } = row
  const nothing = { key, ticket: null, differences: [], remarks: [] }
  if (ambiguous) return { ...nothing, state: 'ambiguous' }
  const body = bodyOf(row.requests[0])
  if (!actual) return { ...nothing, state: body ? 'missing' : 'as-expected' }
  if (!body) {
    const difference = {
      code: 'ticket-not-expected' as const,
      item: null,
      expected: null,
      actual: actual.summary ?? null,
    }
    return { ...nothing, ticket: actual.id, state: 'differs', differences: [difference] }
  }
  const values = [...summaryDifference(body, actual), ...valueDifferences(body, actual, lookups.nameOf)]
  const movedOn = values.length > 0 && wasChanged(actual)
  const differences = inOrder([...(movedOn ? [] : values), ...partDifferences(ticket, row, actual, lookups)])
  const remarks: VerifyRemark[] = [
    ...(movedOn ? (['status-moved-on'] as const) : []),
    ...(isUnread(actual) ? (['not-read'] as const) : []),
  ]
  return {
    key,
    ticket: actual.id,
    state: differences.length > 0 ? 'differs' : 'as-expected',
    differences,
    remarks,
  }
}

/** Every row of the sample, and the tickets that none of them may be. */
export function verifyInbound(
  tickets: readonly PartnerTicket[],
  rowOf: (ticket: PartnerTicket) => PreviewRow,
  actual: readonly ServiceTicket[],
  lookups: Lookups,
): { rows: VerifyRow[]; others: ServiceTicket[] } {
  const matches = matchTickets(
    tickets.map(({ key, summary }) => ({ xref: xrefOf(key), summary: titleOf(cleanText(summary ?? '')) })),
    actual,
  )
  const rows = tickets.map((ticket, index) => {
    const match = matches[index] ?? { ticket: null, ambiguous: false, tickets: [] }
    return verifiedRow(ticket, rowOf(ticket), match, lookups)
  })
  const claimed = ticketsIn(matches.map((match) => match.tickets))
  return { rows, others: actual.filter((ticket) => !claimed.has(ticket)) }
}
