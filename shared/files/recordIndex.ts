// The rows of a snapshot in one form for all collections, findable by id, identifier and folded name.
import type { CollectionName } from '../reference/collectionNames.ts'
import {
  type Collections,
  isCheckbox,
  isInactiveStatus,
  memberName,
  type Snapshot,
} from '../reference/collections.ts'
import { fold } from '../text/fold.ts'

/** One record as a reference to it would name it. `offered` is false for what a picker hides. */
export type KnownRecord = {
  id: number
  name: string
  identifier: string | null
  board: { id: number; name: string } | null
  offered: boolean
}

/**
 * The records of one collection; `complete` is false when it was not read, or not to the end. Of statuses those of
 * `unreadBoards` may not be read.
 */
export type Records = {
  readonly complete: boolean
  readonly unreadBoards: ReadonlySet<number>
  readonly all: readonly KnownRecord[]
  readonly byId: ReadonlyMap<number, KnownRecord>
  readonly byIdentifier: RecordGroups
  readonly byName: RecordGroups
}

/** The records of each folded text. */
export type RecordGroups = Pick<ReadonlyMap<string, readonly KnownRecord[]>, 'get' | 'keys'>

export type FindRecords = (collection: CollectionName) => Records

type Row = { id: number; name?: string | null | undefined }
const plain = (
  row: Row,
  { name = row.name ?? '', identifier = null, board = null, offered = true }: Partial<KnownRecord> = {},
): KnownRecord => ({ id: row.id, name, identifier, board, offered })

type Reader = (collections: Collections) => Iterable<KnownRecord>

const readRows: { readonly [Name in CollectionName]: Reader } = {
  *companies({ companies = [], companyStatuses = [] }) {
    const inactive = new Set(companyStatuses.filter(isInactiveStatus).map(({ id }) => id))
    for (const row of companies)
      yield plain(row, {
        identifier: row.identifier ?? null,
        offered: !row.deletedFlag && !(row.status && inactive.has(row.status.id)),
      })
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
    customFields.map((row) => plain({ id: row.id, name: row.caption }, { offered: isCheckbox(row) })),
  companyStatuses: ({ companyStatuses = [] }) => companyStatuses.map((row) => plain(row)),
}

/** Nearly every text has one record alone: a list for each of a hundred thousand would be collected for longer than it is used. */
function createGroups(): RecordGroups & { add: (text: string, record: KnownRecord) => void } {
  const groups = new Map<string, KnownRecord | KnownRecord[]>()
  return {
    keys: () => groups.keys(),
    get: (folded) => {
      const group = groups.get(folded)
      return group === undefined || Array.isArray(group) ? group : [group]
    },
    add: (text, record) => {
      const key = fold(text)
      const known = groups.get(key)
      if (Array.isArray(known)) known.push(record)
      else if (known) groups.set(key, [known, record])
      else if (key !== '') groups.set(key, record)
    },
  }
}

const rowsAStep = 500

/** Indexes one collection step by step: a hundred thousand companies take a while. */
function* indexing(snapshot: Snapshot | null, collection: CollectionName): Generator<undefined, Records> {
  const all: KnownRecord[] = []
  const byId = new Map<number, KnownRecord>()
  const byIdentifier = createGroups()
  const byName = createGroups()
  for (const record of snapshot ? readRows[collection](snapshot.collections) : []) {
    all.push(record)
    byId.set(record.id, record)
    byIdentifier.add(record.identifier ?? '', record)
    byName.add(record.name, record)
    if (all.length % rowsAStep === 0) yield
  }
  const isRead = snapshot?.collections[collection] !== undefined
  const unreadBoards = new Set(collection === 'statuses' ? snapshot?.unreadBoards : [])
  const complete = isRead && !snapshot.partial?.includes(collection)
  return { all, byId, byIdentifier, byName, unreadBoards, complete }
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Indexes the collections that are asked for, each once. Without a snapshot every collection is empty and incomplete. */
export function recordsOf(
  snapshot: Snapshot | null,
  known: ReadonlyMap<CollectionName, Records> = new Map(),
): FindRecords {
  const found = new Map(known)
  return (collection) => {
    const records = found.get(collection) ?? atOnce(indexing(snapshot, collection))
    found.set(collection, records)
    return records
  }
}

/** The same with one list indexed beforehand, giving way to others between two steps. */
export async function indexRecords(
  snapshot: Snapshot | null,
  giveWay: () => Promise<void>,
  collection: CollectionName = 'companies',
): Promise<FindRecords> {
  const steps = indexing(snapshot, collection)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return recordsOf(snapshot, new Map([[collection, value]]))
    await giveWay()
  }
}

const words = (text: string): ReadonlySet<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu))

/** The offered record that shares most words with a name, at least half of all words of both; null when none does. */
export function closestTo(
  name: string,
  { byName }: Pick<Records, 'byName'>,
  fits: (record: KnownRecord) => boolean = () => true,
): KnownRecord | null {
  const wanted = words(name)
  let best: { record: KnownRecord | null; score: number } = { record: null, score: 0.5 }
  const parts = [...wanted]
  for (const folded of byName.keys()) {
    // Most of a hundred thousand names share nothing, and looking is cheaper than taking them apart.
    if (!parts.some((part) => folded.includes(part))) continue
    const record = byName.get(folded)?.find((each) => each.offered && fits(each))
    if (!record) continue
    const found = words(folded)
    const shared = parts.filter((word) => found.has(word)).length
    const score = shared / (wanted.size + found.size - shared || 1)
    if (best.record === null ? score >= best.score : score > best.score) best = { record, score }
  }
  return best.record
}
