// Reads a connection's reference data: everything at first, afterwards what changed. Nothing that was there before is lost.
import { sameSite } from '../../../shared/connection/siteAddress.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import { type CollectionName, collectionNames } from '../../../shared/reference/collectionNames.ts'
import {
  type Board,
  type Collections,
  type RowOf,
  type Snapshot,
  snapshotKind,
  snapshotVersion,
} from '../../../shared/reference/collections.ts'
import type { ConnectionRef } from '../../../shared/connection/connectionRef.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type RightLevels, levelOf, readLevels } from '../connectionTest/permissions.ts'
import { readRightsTable } from '../connectionTest/rightsTable.ts'
import type { Client } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'
import { failureSentence } from '../failure/failureWords.ts'
import { sayListFailure } from '../lists/rowCollector.ts'
import { type Doubts, doubtsIn } from './absence.ts'
import { createCollector, type CollectedList } from './collect.ts'
import { type RefreshProblem, unreadStatuses } from './refreshProblems.ts'
import { type ListedCollection, readCollection, type Reader } from './readCollection.ts'
import { readCustomFields } from './customFields.ts'
import { rightOf } from '../lists/resources.ts'
import { readStatuses } from './statuses.ts'

/** What is remembered of a snapshot beside its file. */
export type SnapshotNotes = {
  /** It came in a file: nothing in it counts as read from this ConnectWise. */
  cameInFile?: boolean | undefined
  /** What ConnectWise said of lists that was not believed. */
  doubts?: Doubts | undefined
}

export type Refreshed = { snapshot: Snapshot; notes: SnapshotNotes; problems: RefreshProblem[] }

export type RefreshOptions = {
  client: Client
  connection: ConnectionRef
  /** What is stored for the connection; of another site or company it is not used. */
  previous: Snapshot | null
  notes?: SnapshotNotes
  /** Lists for which ConnectWise is believed whatever it says; where some are named, they alone are read. */
  take?: readonly CollectionName[] | 'all'
  /** Whether `previous` is a file, which is all that is remembered: what did not come whole is partial in it, and was doubted. */
  isFile?: boolean
  signal: AbortSignal
  onProgress: (report: ProgressReport) => void
}

const day = 86_400_000
/** A time this far ahead of this computer is a mistake, not a difference of clocks. */
const ahead = 5 * 60_000

/** Reads all collections at once through the client's queue. Fails only where nothing could be read at all. */
export async function refreshReference(options: RefreshOptions): Promise<Result<Refreshed>> {
  const { client, connection, notes = {}, isFile = false, signal, onProgress } = options
  const previous = options.previous && isSameCompany(options.previous, connection) ? options.previous : null
  const stop = new AbortController()
  const read = {
    signal: AbortSignal.any([signal, stop.signal]),
    onWait: (seconds: number) => onProgress({ kind: 'wait', seconds }),
  }
  const company = await client.connect(read)
  if (!company.ok) return { ok: false, error: failureSentence(company.error) }
  const started = client.now()
  const reader: Reader = { client, read, since: sinceOf(previous, started, client.clockSkew()) }
  const isAnew = options.take === 'all' || notes.cameInFile === true || isAhead(previous, started)
  let levels: Promise<RightLevels | null> | undefined
  const collect = createCollector({
    previous,
    isForeign: notes.cameInFile === true,
    isAnew,
    doubts: isFile && previous ? doubtsIn(previous) : (notes.doubts ?? {}),
    take: options.take ?? [],
    now: started,
    isHidden: async (name) => {
      levels ??= levelsOf(client, read)
      return levelOf(rightOf(name), await levels) === 'My'
    },
    onProgress,
    giveUp: () => stop.abort(),
  })
  const list = <Name extends ListedCollection>(name: Name) =>
    collect(name, (known, onRows) => readCollection(reader, name, known, onRows))

  // Companies first: theirs are most of the pages, and the others fit in between.
  const companies = list('companies')
  const boards = list('boards')
  let unread: readonly Board[] = []
  const statuses = boards.then(({ rows = [], state, error, isFatal }) =>
    collect('statuses', async (known, onRows) => {
      // Boards known from before have statuses although their own list was refused.
      if (error && (isFatal || state === 'kept' || rows.length === 0))
        return { rows: new Map(), error, unusable: 0, miscounted: null }
      const stored = { before: previous?.collections.statuses ?? [], known: known !== null }
      const reading = await readStatuses(reader, rows, stored, onRows)
      unread = reading.unread
      return { ...reading, error: reading.error ?? error }
    }),
  )
  const reading: { readonly [Name in CollectionName]: Promise<CollectedList<RowOf<Name>>> } = {
    companies,
    boards,
    statuses,
    priorities: list('priorities'),
    sources: list('sources'),
    members: list('members'),
    workRoles: list('workRoles'),
    customFields: collect('customFields', (known, onRows) => readCustomFields(reader, known, onRows)),
    companyStatuses: list('companyStatuses'),
  }
  const outcomes: CollectedList[] = await Promise.all(Object.values(reading))
  const collections: Collections = {}
  const take = async <Name extends CollectionName>(name: Name): Promise<void> => {
    collections[name] = (await reading[name]).rows
  }
  for (const name of collectionNames) await take(name)
  const failure = failureOf(outcomes)
  if (failure) return { ok: false, error: sayListFailure(failure) }
  const names = (state: CollectedList['state']) =>
    outcomes.filter((outcome) => outcome.state === state).map(({ name }) => name)
  const kept = names('kept')
  const partial = [...names('partial'), ...(isFile ? kept : [])]
  const isUnread = kept.length > 0 || names('fresh').length === 0
  const isAsOld = previous !== null && !isFile && !isAhead(previous, started) && isUnread
  const unreadBoards = (await statuses).isAsked ? unread.map(({ id }) => id) : (previous?.unreadBoards ?? [])
  const snapshot: Snapshot = {
    kind: snapshotKind,
    version: snapshotVersion,
    connection,
    // Rows kept from before make the whole as old as they are, so that the next read misses no change.
    fetchedAt: isAsOld ? previous.fetchedAt : timeText(started),
    collections,
    ...(partial.length > 0 && { partial }),
    ...(unreadBoards.length > 0 && { unreadBoards: unreadBoards.toSorted((a, b) => a - b) }),
  }
  const problems = outcomes.flatMap((outcome) => outcome.problems)
  return ok({
    snapshot,
    notes: { doubts: Object.assign({}, ...outcomes.map(({ name, doubt }) => doubt && { [name]: doubt })) },
    problems: unread.length > 0 ? [...problems, unreadStatuses(unread)] : problems,
  })
}

const isSameCompany = ({ connection }: Snapshot, other: ConnectionRef): boolean =>
  sameSite(connection.site, other.site) &&
  connection.companyId.trim().toLowerCase() === other.companyId.trim().toLowerCase()

/** UTC to the second, as everything in our files. */
const timeText = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** A snapshot from the future says nothing about what changed since. */
const isAhead = (previous: Snapshot | null, now: Date): boolean =>
  previous !== null && Date.parse(previous.fetchedAt) > now.getTime() + ahead

/**
 * Changes are read from a day before the last read on: some sites read times in conditions in their own zone, and rows are
 * written slowly. A server whose clock is behind gets that on top; one that is ahead, or says so, makes nothing later.
 */
function sinceOf(previous: Snapshot | null, now: Date, clockSkew: number): Date {
  const last = previous ? Date.parse(previous.fetchedAt) : now.getTime()
  const behind = Math.min(0, clockSkew)
  return new Date(Math.max(0, last + behind - day))
}

/** What ConnectWise's own table of rights says, null where it cannot be read. */
async function levelsOf(client: Client, read: ReadOptions): Promise<RightLevels | null> {
  const table = await readRightsTable(client, { ...read, what: 'rights' })
  return table && readLevels(table)
}

/** What stopped everything: the failure that nothing could get past, else the first one. */
function failureOf(outcomes: readonly CollectedList[]): CollectedList['error'] {
  const asked = outcomes.filter(({ isAsked }) => isAsked)
  if (!asked.every(({ error, brought }) => error && brought === 0)) return null
  return (asked.find(({ isFatal }) => isFatal) ?? asked[0])?.error ?? null
}
