// What the last change of the form did to one ticket: its judgement before beside its judgement now.
import {
  changedRequests,
  memberChanges,
  readerChanges,
  type MemberChange,
  type ReaderChange,
  type RequestChange,
} from '../../../shared/preview/compare.ts'
import type { PreviewItem, PreviewRequest, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import {
  collectionBehind,
  type ReferencedCollection,
} from '../../../shared/preview/rules/referenceMembers.ts'

/** A change in words, and the settings as they counted before it. */
export type ChangeInForm = { title: string; was: string; before: Relationship }

type Kind = PreviewItem['kind']
type ItemVerdict = PreviewItem['verdict']

/** So many parts of a kind that now fare otherwise. */
export type PartsChange = { kind: Kind; count: number; from: ItemVerdict; to: ItemVerdict }
/** A member of the ticket's own request; `kind` tells where the names behind the ids are found. */
export type ValueChange = MemberChange & { kind: ReferencedCollection | null }

export type TicketChange = {
  verdict: { before: PreviewRow['verdict']; after: PreviewRow['verdict'] } | null
  parts: readonly PartsChange[]
  /** What became of each changed part before, by its place in the ticket. */
  partsBefore: ReadonlyMap<number, ItemVerdict>
  /** Parts that go along as before, for other readers. */
  readers: readonly ReaderChange[]
  values: readonly ValueChange[]
  requests: { before: number; after: number } | null
  /** The requests that came, and those that read otherwise, by their place. */
  changedRequests: ReadonlyMap<number, RequestChange>
  /** Reasons and warnings that came, and those that went. */
  came: readonly string[]
  went: readonly string[]
}

/** The request that creates a ticket, or the one that changes it: the first where there is any. */
const ticketRequest = ([first]: readonly PreviewRequest[]): PreviewRequest | undefined =>
  first && !('multipart' in first) && (first.method === 'PATCH' || first.path === '/service/tickets')
    ? first
    : undefined

function valueChanges(before: PreviewRow, after: PreviewRow): ValueChange[] {
  // A ticket that was not created at all has no values to compare: its verdict says it.
  if (after.verdict === 'create' && (before.requests.length === 0 || after.requests.length === 0)) return []
  return memberChanges(ticketRequest(before.requests), ticketRequest(after.requests)).map((change) => ({
    ...change,
    kind: collectionBehind(change.member),
  }))
}

function changedParts(before: PreviewRow, after: PreviewRow) {
  const counts = new Map<string, PartsChange>()
  const partsBefore = new Map<number, ItemVerdict>()
  for (const [place, { kind, verdict }] of after.items.entries()) {
    const from = before.items[place]?.verdict
    if (from === undefined || from === verdict) continue
    partsBefore.set(place, from)
    const name = `${kind} ${from}`
    counts.set(name, { kind, from, to: verdict, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return { parts: [...counts.values()], partsBefore }
}

/** Compares two judgements of the same ticket. */
export function compareRows(before: PreviewRow, after: PreviewRow): TicketChange {
  const codes = ({ reasons, warnings }: PreviewRow): string[] => [...new Set([...reasons, ...warnings])]
  const [oldCodes, newCodes] = [codes(before), codes(after)]
  return {
    verdict: before.verdict === after.verdict ? null : { before: before.verdict, after: after.verdict },
    ...changedParts(before, after),
    readers: readerChanges(before, after),
    values: valueChanges(before, after),
    requests:
      before.requests.length === after.requests.length
        ? null
        : { before: before.requests.length, after: after.requests.length },
    changedRequests: changedRequests(before.requests, after.requests),
    came: newCodes.filter((code) => !oldCodes.includes(code)),
    went: oldCodes.filter((code) => !newCodes.includes(code)),
  }
}

/** Whether the ticket fares as before. */
export const isUnchanged = ({
  verdict,
  parts,
  readers,
  values,
  requests,
  changedRequests,
  came,
  went,
}: TicketChange) =>
  verdict === null &&
  requests === null &&
  changedRequests.size + parts.length + readers.length + values.length + came.length + went.length === 0
