// What the last change of the form did to one ticket: its judgement before beside its judgement now.
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
export type ValueChange = {
  member: string
  kind: ReferencedCollection | null
  before: unknown
  after: unknown
}

export type TicketChange = {
  verdict: { before: PreviewRow['verdict']; after: PreviewRow['verdict'] } | null
  parts: readonly PartsChange[]
  /** What became of each changed part before, by its place in the ticket. */
  partsBefore: ReadonlyMap<number, ItemVerdict>
  values: readonly ValueChange[]
  requests: { before: number; after: number } | null
  /** Places of the requests that are new or read otherwise. */
  newRequests: ReadonlySet<number>
  /** Reasons and warnings that came, and those that went. */
  came: readonly string[]
  went: readonly string[]
}

/** The values of the ticket itself, by member: of the request that creates it, or of the one that changes it. */
function valuesOf(requests: readonly PreviewRequest[]): Record<string, unknown> {
  const [first] = requests
  if (first === undefined || 'multipart' in first) return {}
  if (first.method === 'POST') return first.path === '/service/tickets' ? first.body : {}
  return Object.fromEntries(first.body.map(({ path, value }) => [path, value]))
}

const text = (value: unknown): string => JSON.stringify(value) ?? ''

function valueChanges(before: PreviewRow, after: PreviewRow): ValueChange[] {
  const [old, now] = [valuesOf(before.requests), valuesOf(after.requests)]
  // A ticket that was not created at all has no values to compare: its verdict says it.
  if (after.verdict === 'create' && (before.requests.length === 0 || after.requests.length === 0)) return []
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((member) => text(old[member]) !== text(now[member]))
    .map((member) => ({
      member,
      kind: collectionBehind(member),
      before: old[member],
      after: now[member],
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
  const had = new Set(before.requests.map(text))
  const codes = ({ reasons, warnings }: PreviewRow): string[] => [...new Set([...reasons, ...warnings])]
  const [oldCodes, newCodes] = [codes(before), codes(after)]
  return {
    verdict: before.verdict === after.verdict ? null : { before: before.verdict, after: after.verdict },
    ...changedParts(before, after),
    values: valueChanges(before, after),
    requests:
      before.requests.length === after.requests.length
        ? null
        : { before: before.requests.length, after: after.requests.length },
    newRequests: new Set(after.requests.flatMap((request, place) => (had.has(text(request)) ? [] : [place]))),
    came: newCodes.filter((code) => !oldCodes.includes(code)),
    went: oldCodes.filter((code) => !newCodes.includes(code)),
  }
}

/** Whether the ticket fares as before. */
export const isUnchanged = ({ verdict, parts, values, requests, newRequests, came, went }: TicketChange) =>
  verdict === null &&
  requests === null &&
  newRequests.size + parts.length + values.length + came.length + went.length === 0
