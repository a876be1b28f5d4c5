// What of a ticket came as it was expected: each value and each part with what the preview said, for whoever reads the whole of it.
import type { PreviewItem, PreviewRow } from '../result/previewResult.ts'
import type { ServiceTicket } from '../sample/sample.ts'
import { prepareInbound } from '../rules/inbound.ts'
import { prepareOutbound } from '../rules/outbound.ts'
import { recordInWords, type NameOf, type TicketValue, ticketValues, wasChanged } from './compareTicket.ts'
import { foldSummary } from './foldText.ts'
import { namesOf, type Verification } from './verify.ts'
import type { VerifyRow } from './verifyResult.ts'

export type VerifySide = {
  what: string
  expected: string
  state: 'same' | 'notThere' | 'notRead' | 'movedOn'
  /** What is there now and since when, where that is another value. */
  now: string | null
  since: string | null
}

const labels: Record<TicketValue, string> = {
  company: 'Company',
  board: 'Board',
  status: 'Status',
  priority: 'Priority',
  source: 'Source',
  owner: 'Owner',
}

/** The values a ticket was to get: from the body of its creation, or from the change of one that was sent. */
function wantedValues({ requests: [first] }: PreviewRow): Record<string, unknown> {
  if (first?.method === 'PATCH') return Object.fromEntries(first.body.map(({ path, value }) => [path, value]))
  return first && 'body' in first ? first.body : {}
}

const idOf = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : null

function valueSides(row: PreviewRow, actual: ServiceTicket, isMoved: boolean, nameOf: NameOf): VerifySide[] {
  const wanted = wantedValues(row)
  const { summary } = wanted
  const side = (what: string, expected: string, isSame: boolean, now: string | null): VerifySide[] =>
    isSame || isMoved
      ? [
          {
            what,
            expected,
            state: isSame ? 'same' : 'movedOn',
            now: isSame ? null : now,
            since: isSame ? null : (actual._info?.lastUpdated ?? null),
          },
        ]
      : []
  return [
    ...(typeof summary === 'string'
      ? side('Title', summary, foldSummary(summary) === foldSummary(actual.summary), actual.summary ?? null)
      : []),
    ...ticketValues.flatMap((value): VerifySide[] => {
      const id = idOf(wanted[value])
      const now = actual[value]
      return id === null
        ? []
        : side(
            labels[value],
            recordInWords(nameOf, value, { id }) ?? '',
            now?.id === id,
            now ? recordInWords(nameOf, value, now) : null,
          )
    }),
  ]
}

const lists = { note: 'notes', attachment: 'documents', timeEntry: 'timeEntries' } as const

const partSide = (item: PreviewItem, actual: ServiceTicket): VerifySide => ({
  what: item.label,
  expected: item.verdict === 'stay' ? 'Stays' : `read by ${item.audience.join(', ')}`,
  state: !actual[lists[item.kind]] ? 'notRead' : item.verdict === 'stay' ? 'notThere' : 'same',
  now: null,
  since: null,
})

/** Everything of one row that is no difference. Nothing where no ticket, or more than one, may be it. */
export function verifySides(given: Verification, index: number, row: VerifyRow): VerifySide[] {
  const { relationship, reference, sample } = given
  const actual = given.actual.find(({ id }) => id === row.ticket)
  if (!actual) return []
  const nameOf = namesOf(relationship, reference)
  if (sample.flow === 'outbound') {
    const ticket = sample.tickets[index]
    const { row: rowOf } = prepareOutbound({ relationship, reference, since: null })
    return ticket ? valueSides(rowOf(ticket), actual, false, nameOf) : []
  }
  const ticket = sample.tickets[index]
  if (!ticket) return []
  const preview = prepareInbound({ relationship, reference }).row(ticket)
  if (preview.requests.length === 0) return []
  const told = new Set(row.differences.map(({ item }) => item))
  return [
    ...valueSides(preview, actual, wasChanged(actual), nameOf),
    ...preview.items.filter(({ label }) => !told.has(label)).map((item) => partSide(item, actual)),
  ]
}
