// The rows of a snapshot in one form for all collections, findable by id, identifier and folded name.
import type { CollectionName } from '../reference/collectionNames.ts'
import { type Collections, isInactiveStatus, memberName, type Snapshot } from '../reference/collections.ts'
import { fold } from '../text/fold.ts'

/** One record as a reference to it would name it. `offered` is false for what a picker hides. */
export type KnownRecord = {
  id: number
  name: string
  identifier: string | null
  board: { id: number; name: string } | null
  offered: boolean
}

/** The records of one collection; `complete` is false when it was not read, or not to the end. */
export type Records = {
  readonly complete: boolean
  readonly all: readonly KnownRecord[]
  readonly byId: ReadonlyMap<number, KnownRecord>
  readonly byIdentifier: ReadonlyMap<string, readonly KnownRecord[]>
  readonly byName: ReadonlyMap<string, readonly KnownRecord[]>
}

export type FindRecords = (collection: CollectionName) => Records

type Row = { id: number; name?: string | null | undefined }
const plain = (row: Row, more: Partial<KnownRecord> = {}): KnownRecord => ({
  id: row.id,
  name: row.name ?? '',
  identifier: null,
  board: null,
  offered: true,
  ...more,
})

type ReadRows = { readonly [Name in CollectionName]: (collections: Collections) => KnownRecord[] }

const readRows: ReadRows = {
  companies: ({ companies = [], companyStatuses = [] }) => {
    const inactive = new Set(companyStatuses.filter(isInactiveStatus).map(({ id }) => id))
    return companies.map((row) =>
      plain(row, {
        identifier: row.identifier ?? null,
        offered: !row.deletedFlag && !(row.status && inactive.has(row.status.id)),
      }),
    )
  },
  boards: ({ boards = [] }) =>
    boards.map((row) => plain(row, { offered: !row.inactiveFlag && !row.projectFlag })),
  statuses: ({ statuses = [] }) =>
    statuses.map((row) => {
      const board = row.board ? { id: row.board.id, name: row.board.name ?? '' } : null
      return plain(row, { board, offered: !row.inactive })
    }),
  priorities: ({ priorities = [] }) => priorities.map((row) => plain(row)),
  sources: ({ sources = [] }) => sources.map((row) => plain(row)),
  members: ({ members = [] }) =>
    members.map((row) =>
      plain(row, {
        name: memberName(row),
        identifier: row.identifier ?? null,
        offered: !row.inactiveFlag,
      }),
    ),
  workRoles: ({ workRoles = [] }) => workRoles.map((row) => plain(row, { offered: !row.inactiveFlag })),
  customFields: ({ customFields = [] }) =>
    customFields.map((row) =>
      plain({ id: row.id, name: row.caption }, { offered: row.fieldTypeIdentifier === 'Checkbox' }),
    ),
  companyStatuses: ({ companyStatuses = [] }) => companyStatuses.map((row) => plain(row)),
}

function group(records: readonly KnownRecord[], keyOf: (record: KnownRecord) => string) {
  const groups = new Map<string, KnownRecord[]>()
  for (const record of records) {
    const key = fold(keyOf(record))
    const known = groups.get(key)
    if (known) known.push(record)
    else if (key !== '') groups.set(key, [record])
  }
  return groups
}

/** Made when it is first asked for: an index over a hundred thousand companies is not free. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Indexes the collections that are asked for, each once. Without a snapshot every collection is empty and incomplete. */
export function recordsOf(snapshot: Snapshot | null): FindRecords {
  const known = new Map<CollectionName, Records>()
  return (collection) => {
    const found = known.get(collection)
    if (found) return found
    const all = snapshot ? readRows[collection](snapshot.collections) : []
    const byIdentifier = once(() => group(all, ({ identifier }) => identifier ?? ''))
    const byName = once(() => group(all, ({ name }) => name))
    const records: Records = {
      complete: snapshot?.collections[collection] !== undefined && !snapshot.partial?.includes(collection),
      all,
      byId: new Map(all.map((record) => [record.id, record])),
      get byIdentifier() {
        return byIdentifier()
      },
      get byName() {
        return byName()
      },
    }
    known.set(collection, records)
    return records
  }
}

const words = (text: string): ReadonlySet<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu))

/** The offered record that shares most words with a name, at least half of all words of both; null when none does. */
export function closestTo(name: string, records: readonly KnownRecord[]): KnownRecord | null {
  const wanted = words(name)
  let best: { record: KnownRecord | null; score: number } = { record: null, score: 0.5 }
  const parts = [...wanted]
  for (const record of records) {
    // Most of a hundred thousand names share nothing, and looking is cheaper than taking them apart.
    const name = fold(record.name)
    if (!parts.some((part) => name.includes(part))) continue
    const found = words(name)
    const shared = parts.filter((word) => found.has(word)).length
    const score = shared / (wanted.size + found.size - shared || 1)
    const better = best.record === null ? score >= best.score : score > best.score
    if (record.offered && better) best = { record, score }
  }
  return best.record
}
