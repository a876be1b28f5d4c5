// The draft against other settings: which tickets change their verdict, their parts, who reads those, or their values.
import {
  audiences,
  type Audience,
  type Judgement,
  type Prepared,
  type PreviewItem,
  type PreviewRequest,
  type PreviewRow,
} from './result/previewResult.ts'

/** A ticket whose verdict differs; reasons are those of the draft, or the earlier ones where the draft has none. */
export type VerdictChange = {
  key: string
  before: Judgement['verdict']
  after: Judgement['verdict']
  reasons: Judgement['reasons']
}

/** A note, attachment or time entry that fares otherwise under the draft; `verdict` is the draft's. */
export type PartChange = {
  key: string
  /** Its place among the items of the ticket. */
  item: number
  kind: PreviewItem['kind']
  label: string
  verdict: PreviewItem['verdict']
  /** Who reads it, or read it before it stayed. */
  audience: readonly Audience[]
}

/** A part that goes along as before, for other readers. */
export type ReaderChange = {
  key: string
  item: number
  kind: PreviewItem['kind']
  gained: readonly Audience[]
  lost: readonly Audience[]
}

/** A ticket that fares as before, with other values in the named members of its requests. */
export type ValuesChange = { key: string; members: readonly string[] }

export type Comparison = {
  verdicts: VerdictChange[]
  parts: PartChange[]
  readers: ReaderChange[]
  values: ValuesChange[]
}

/** Items of the same ticket stand at the same place in both rows: their order is the ticket's own. */
const partsOf = (before: PreviewRow, after: PreviewRow): PartChange[] =>
  after.items.flatMap(({ kind, label, verdict, audience }, item) => {
    const old = before.items[item]
    if (!old || old.verdict === verdict) return []
    const readers = verdict === 'send' ? audience : old.audience
    return [{ key: after.key, item, kind, label, verdict, audience: readers }]
  })

/** The parts that both settings let go, and who reads them under one of them only. */
export const readerChanges = (before: PreviewRow, after: PreviewRow): ReaderChange[] =>
  after.items.flatMap(({ kind, verdict, audience }, item) => {
    const old = before.items[item]
    if (old?.verdict !== 'send' || verdict !== 'send') return []
    const gained = audiences.filter((each) => audience.includes(each) && !old.audience.includes(each))
    const lost = audiences.filter((each) => !audience.includes(each) && old.audience.includes(each))
    return gained.length + lost.length === 0 ? [] : [{ key: after.key, item, kind, gained, lost }]
  })

/** What a request sets, by member. */
function valuesOf(request: PreviewRequest | undefined): Record<string, unknown> {
  if (request === undefined) return {}
  if ('multipart' in request) return request.multipart
  if (request.method === 'POST') return request.body
  return Object.fromEntries(request.body.map(({ path, value }) => [path, value]))
}

const text = (value: unknown): string => JSON.stringify(value) ?? ''

/** One member of a request, before and after; undefined where it is not set. */
export type MemberChange = { member: string; before: unknown; after: unknown }

/** The members in which two requests differ. */
export function memberChanges(before?: PreviewRequest, after?: PreviewRequest): MemberChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((member) => text(old[member]) !== text(now[member]))
    .map((member) => ({ member, before: old[member], after: now[member] }))
}

export type RequestChange = 'new' | 'changed'

/** By their place: a request that stood nowhere before is changed where one to the same address has gone, else it is new. */
export function changedRequests(
  before: readonly PreviewRequest[],
  after: readonly PreviewRequest[],
): ReadonlyMap<number, RequestChange> {
  const [old, now] = [before.map(text), after.map(text)]
  const [had, has] = [new Set(old), new Set(now)]
  const gone = before.filter((_, place) => !has.has(old[place] ?? '')).map(({ path }) => path)
  const changes = new Map<number, RequestChange>()
  for (const [place, { path }] of after.entries()) {
    if (had.has(now[place] ?? '')) continue
    const was = gone.indexOf(path)
    changes.set(place, was < 0 ? 'new' : 'changed')
    if (was >= 0) gone.splice(was, 1)
  }
  return changes
}

/** Where parts come or go, the requests behind the ticket's own are others, and the parts say so. */
function valuesChange(before: PreviewRow, after: PreviewRow, partsDiffer: boolean): ValuesChange[] {
  if (before.requests.length === 0 || after.requests.length === 0) return []
  const compared = partsDiffer ? 1 : Math.max(before.requests.length, after.requests.length)
  const members = new Set<string>()
  for (let place = 0; place < compared; place += 1)
    for (const { member } of memberChanges(before.requests[place], after.requests[place])) members.add(member)
  return members.size === 0 ? [] : [{ key: after.key, members: [...members] }]
}

function compareTicket(before: PreviewRow, after: PreviewRow): Comparison {
  const parts = partsOf(before, after)
  const readers = readerChanges(before, after)
  if (before.verdict === after.verdict) {
    const values = valuesChange(before, after, parts.length + readers.length > 0)
    return { verdicts: [], parts, readers, values }
  }
  const reasons = after.reasons.length > 0 ? after.reasons : before.reasons
  const verdict = { key: after.key, before: before.verdict, after: after.verdict, reasons }
  return { verdicts: [verdict], parts, readers, values: [] }
}

/** Comparisons of tickets after each other as one. */
export const joinComparisons = (each: readonly Comparison[]): Comparison => ({
  verdicts: each.flatMap(({ verdicts }) => verdicts),
  parts: each.flatMap(({ parts }) => parts),
  readers: each.flatMap(({ readers }) => readers),
  values: each.flatMap(({ values }) => values),
})

/** Compares two settings over one sample, in the sample's order. Both must be prepared for the same flow. */
export const comparePreviews = <Ticket>(
  earlier: Prepared<Ticket>,
  draft: Prepared<Ticket>,
  tickets: readonly Ticket[],
): Comparison =>
  joinComparisons(tickets.map((ticket) => compareTicket(earlier.row(ticket), draft.row(ticket))))
