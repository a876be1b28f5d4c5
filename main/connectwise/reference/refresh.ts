// Reads a connection's reference data: everything at first, afterwards what changed. Nothing that was there before is lost.
import { sameSite } from '../../../shared/connection/siteAddress.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import type { RefreshResult } from '../../../shared/ipc/referenceCalls.ts'
import { type ErrorCode, ok, type Result } from '../../../shared/result.ts'
import { type CollectionName, collectionLabels } from '../../../shared/reference/collectionNames.ts'
import {
  type RowOf,
  type Snapshot,
  snapshotKind,
  snapshotVersion,
} from '../../../shared/reference/collections.ts'
import type { ConnectionRef } from '../../../shared/relationship/relationship.ts'
import type { Failure } from '../failure/failure.ts'
import { sayFailure } from '../failure/failureWords.ts'
import type { Client } from '../transport/client.ts'
import {
  type ListedCollection,
  readCollection,
  readCustomFields,
  readStatuses,
  type Reader,
} from './readCollection.ts'
import type { Reading } from '../transport/listing.ts'
import { enable, zeroRows } from '../connectionTest/permissions.ts'
import { resources, statusesOf } from './resources.ts'

export type Refreshed = { snapshot: Snapshot; problems: RefreshResult['problems'] }

type RefreshOptions = {
  client: Client
  connection: ConnectionRef
  /** What is stored for the connection; of another site or company it is not used. */
  previous: Snapshot | null
  signal: AbortSignal
  onProgress: (report: ProgressReport) => void
}

/** Changes are read from a little before the last read: clocks and slow writes (django-connectwise reads from its previous start). */
const margin = 5 * 60_000

/** With these the rest cannot work either, so nothing is stored. */
const fatal: readonly ErrorCode[] = [
  'keys-rejected',
  'client-id-rejected',
  'company-not-found',
  'ssl-required',
]
/** These are about the list itself; every other failure is about the way there, and the rows read before stay as good as they were. */
const telling: readonly ErrorCode[] = [
  ...fatal,
  'permission-missing',
  'not-found',
  'condition-refused',
  'request-refused',
]

type OnRows = (done: number, total: number | null) => void
type Stored = { readonly [Name in CollectionName]?: RowOf<Name>[] | undefined }

type Outcome<T = unknown> = {
  name: CollectionName
  /** Undefined when nothing of the collection was ever read. */
  rows: T[] | undefined
  /** `kept`: complete, but as of the previous read; `partial`: not read to the end. */
  state: 'fresh' | 'kept' | 'partial'
  /** How many rows this read brought. */
  brought: number
  error: Failure | null
}

/** Reads all collections at once through the client's queue. Fails only where nothing could be read at all. */
export async function refreshReference(options: RefreshOptions): Promise<Result<Refreshed>> {
  const { client, connection, signal, onProgress } = options
  const previous = options.previous && isSameCompany(options.previous, connection) ? options.previous : null
  const stored: Stored = previous?.collections ?? {}
  const partialBefore = new Set<CollectionName>(previous?.partial)
  const stop = new AbortController()
  const read = {
    signal: AbortSignal.any([signal, stop.signal]),
    onWait: (seconds: number) => onProgress({ kind: 'wait', seconds }),
  }
  const company = await client.connect(read)
  if (!company.ok) return { ok: false, error: sayFailure(company.error) }
  const startedAt = timeText(client.serverTime())
  const since = new Date(Date.parse(previous?.fetchedAt ?? startedAt) - margin)
  const reader: Reader = { client, read, since }

  async function collect<Name extends CollectionName>(
    name: Name,
    work: (known: RowOf<Name>[] | null, onRows: OnRows) => Promise<Reading<RowOf<Name>>>,
  ): Promise<Outcome<RowOf<Name>>> {
    const report = (done: number, total: number | null, finished: boolean) =>
      onProgress({ kind: 'collection', collection: name, done, total, finished })
    report(0, null, false)
    const before = stored[name]
    const complete = before && !partialBefore.has(name) ? before : null
    const { rows, error } = await work(complete, (done, total) => report(done, total, false))
    if (error && fatal.includes(error.code)) stop.abort()
    const kept = complete !== null && error !== null && !telling.includes(error.code)
    const all = error ? new Map([...(before ?? []).map((row) => [row.id, row] as const), ...rows]) : rows
    const sorted = all.size > 0 || !error ? [...all.values()].sort((a, b) => a.id - b.id) : before
    report(all.size, all.size, true)
    return {
      name,
      rows: sorted,
      state: error ? (kept ? 'kept' : 'partial') : 'fresh',
      brought: rows.size,
      error,
    }
  }
  const list = <Name extends ListedCollection>(name: Name) =>
    collect(name, (known, onRows) => readCollection(reader, name, known, onRows))

  // Companies first: theirs are most of the pages, and the others fit in between.
  const companies = list('companies')
  const boards = list('boards')
  const results = await Promise.all([
    companies,
    boards,
    boards.then(({ rows = [], error }) =>
      // Each board's list stands for itself, so what is stored of it counts even where others are missing.
      collect('statuses', async (_known, onRows) =>
        error ? { rows: new Map(), error } : readStatuses(reader, rows, stored.statuses ?? [], onRows),
      ),
    ),
    list('priorities'),
    list('sources'),
    list('members'),
    list('workRoles'),
    collect('customFields', (known, onRows) => readCustomFields(reader, known, onRows)),
    list('companyStatuses'),
  ])
  const outcomes: Outcome[] = results
  const errors = outcomes.flatMap(({ error }) => error ?? [])
  const hopeless = errors.find(({ code }) => fatal.includes(code))
  const nothing = outcomes.every(({ error, brought }) => error && brought === 0) ? errors[0] : undefined
  const error = hopeless ?? nothing
  if (error) return { ok: false, error: sayFailure(error) }
  const names = (state: Outcome['state']) =>
    outcomes.filter((outcome) => outcome.state === state).map(({ name }) => name)
  const partial = names('partial')
  const snapshot: Snapshot = {
    kind: snapshotKind,
    version: snapshotVersion,
    connection,
    // Rows kept from before make the whole as old as they are, so that the next read misses no change.
    fetchedAt: names('kept').length > 0 && previous ? previous.fetchedAt : startedAt,
    collections: {
      companies: results[0].rows,
      boards: results[1].rows,
      statuses: results[2].rows,
      priorities: results[3].rows,
      sources: results[4].rows,
      members: results[5].rows,
      workRoles: results[6].rows,
      customFields: results[7].rows,
      companyStatuses: results[8].rows,
    },
    ...(partial.length > 0 && { partial }),
  }
  return ok({ snapshot, problems: outcomes.flatMap((outcome) => problemOf(outcome) ?? []) })
}

const isSameCompany = ({ connection }: Snapshot, other: ConnectionRef): boolean =>
  sameSite(connection.site, other.site) &&
  connection.companyId.trim().toLowerCase() === other.companyId.trim().toLowerCase()

/** UTC to the second, as everything in our files. */
const timeText = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** Lists that no working company has empty: nothing in them means that the role hides it. */
const neverEmpty: readonly CollectionName[] = ['companies', 'boards', 'priorities', 'members']

function problemOf(outcome: Outcome): RefreshResult['problems'][number] | null {
  const { name, rows = [], brought, error } = outcome
  const label = collectionLabels[name]
  if (error) {
    const extent = brought > 0 ? ' to the end' : ''
    const kept = rows.length > brought ? ' The rows read before are kept.' : ''
    const right = name === 'statuses' ? statusesOf(0).right : resources[name].right
    const said = sayFailure(error)
    const next = error.code === 'permission-missing' ? enable(right, name) : (said.next ?? '')
    return { collection: name, message: `${label} could not be read${extent}. ${said.message}${kept}`, next }
  }
  if (rows.length > 0 || !neverEmpty.includes(name)) return null
  return { collection: name, ...zeroRows(label.toLowerCase()) }
}
