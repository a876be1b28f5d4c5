// What a person decides in an import, kept apart from the screen: the connection and the records chosen by hand.
import { type RecordMatch } from '../../../shared/files/match/matchRecords.ts'
import type { ImportDecision, ImportEntry, ImportMode } from '../../../shared/ipc/areas/fileCalls.ts'
import type { ConnectionRef } from '../../../shared/connection/connectionRef.ts'

type Decisions = readonly ImportDecision[]

const change = (decisions: Decisions, id: string, changed: (before: ImportDecision) => ImportDecision) => {
  const before = decisions.find((decision) => decision.id === id) ?? {
    id,
    connectionId: null,
    mode: null,
    choices: [],
  }
  return [...decisions.filter((decision) => decision.id !== id), changed(before)]
}

/** These relationships go into that connection; records chosen in another one mean nothing there. */
export const intoConnection = (
  decisions: Decisions,
  ids: readonly string[],
  connectionId: string,
): Decisions =>
  ids.reduce<Decisions>(
    (all, id) => change(all, id, ({ mode }) => ({ id, connectionId, mode, choices: [] })),
    decisions,
  )

/** One reference of one relationship gets a record, or stays open with null. */
export const decideReference = (
  decisions: Decisions,
  id: string,
  field: string,
  record: number | null,
): Decisions =>
  change(decisions, id, (before) => ({
    ...before,
    choices: [...before.choices.filter((choice) => choice.field !== field), { field, id: record }],
  }))

/** One that is here under another connection becomes a relationship of its own, or takes the place of that one. */
export const withMode = (decisions: Decisions, id: string, mode: ImportMode): Decisions =>
  change(decisions, id, (before) => ({ ...before, mode }))

/** The entries that come from one connection of the file. */
export type ImportOrigin = { connection: ConnectionRef; entries: readonly ImportEntry[] }

/** The file's entries by the connection they were exported from, in the order of the file. */
export function originsOf(entries: readonly ImportEntry[]): ImportOrigin[] {
  const keyOf = ({ relationship }: ImportEntry) => JSON.stringify(relationship.connection)
  return [...Map.groupBy(entries, keyOf).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ connection: first.relationship.connection, entries: group }] : []
  })
}

/** The connection all entries would use; null when one is created, undefined when they differ. */
export function connectionOf(entries: readonly ImportEntry[]): string | null | undefined {
  const ids = new Set(entries.map(({ connectionId }) => connectionId))
  return ids.size === 1 ? [...ids][0] : undefined
}

export const isOpen = ({ chosen }: RecordMatch): boolean => chosen === null
export const isByName = ({ state }: RecordMatch): boolean => state === 'other-id'

/** How many references of these entries import as "not chosen yet". */
export const openCount = (entries: readonly ImportEntry[]): number =>
  entries.reduce((sum, { matches }) => sum + matches.filter(isOpen).length, 0)
