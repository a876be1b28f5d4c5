// Which relationships the overview shows, and in which order.
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import { rank } from '../../shared/reference/rank.ts'

export type Filter = 'all' | 'ready' | 'notReady' | 'internal'
export type Column = 'contractName' | 'role' | 'connection' | 'readiness' | 'internalNotes' | 'savedAt'
export type Order = { column: Column; descending: boolean }

export const filterLabels: Record<Filter, string> = {
  all: 'All',
  ready: 'Ready',
  notReady: 'Not ready',
  internal: 'Internal notes on',
}

const passes: Record<Filter, (each: RelationshipSummary) => boolean> = {
  all: () => true,
  ready: ({ readiness }) => readiness.ready,
  notReady: ({ readiness }) => !readiness.ready,
  internal: ({ internalNotes }) => internalNotes,
}

/** What a column sorts by; worst first counts as highest. */
const keys: Record<Column, (each: RelationshipSummary, connectionName: string) => string | number> = {
  contractName: ({ contractName }) => contractName,
  role: ({ role }) => role,
  connection: (_each, connectionName) => connectionName,
  readiness: ({ readiness }) => readiness.errors * 1000 + readiness.warnings,
  internalNotes: ({ internalNotes }) => Number(internalNotes),
  savedAt: ({ savedAt }) => savedAt,
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))

/** Filtered and sorted; a search text ranks by match instead. `nameOf` gives the name of a connection. */
export function arrange(
  relationships: readonly RelationshipSummary[],
  { text, filter, order }: { text: string; filter: Filter; order: Order },
  nameOf: (connectionId: string) => string,
): RelationshipSummary[] {
  const passing = relationships.filter(passes[filter])
  if (text.trim() !== '') return rank(passing, text, ({ contractName, partner }) => [contractName, partner])
  const key = (each: RelationshipSummary) => keys[order.column](each, nameOf(each.connectionId))
  const sign = order.descending ? -1 : 1
  return passing.sort((a, b) => sign * compare(key(a), key(b)))
}
