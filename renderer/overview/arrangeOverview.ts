// Which relationships the overview shows, in which order, and under which headings.
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { goLiveWords } from '../../shared/golive/goLiveWords.ts'
import { rankByText } from '../../shared/reference/rank.ts'
import type { Role } from '../../shared/relationship/roles.ts'
import type { Environment } from '../../shared/connection/environments.ts'
import { compareNaturally } from '../state/naturalOrder.ts'
import { formatCount } from '../../shared/text/counts.ts'

export type StateFilter = 'all' | 'notReady' | 'warnings' | 'ready'
export type OverviewSort =
  | 'contractName'
  | 'partner'
  | 'state'
  | 'role'
  | 'company'
  | 'landsOn'
  | 'owner'
  | 'internalNotes'
  | 'goLive'
  | 'savedAt'
export type Grouping = 'connection' | 'none'

/** What a person asked the overview for; remembered while the window is open. */
export type OverviewQuery = {
  text: string
  state: StateFilter
  internal: boolean
  environment: Environment | null
  role: Role | null
  column: OverviewSort
  descending: boolean
  grouping: Grouping
  /** Connection ids whose group is closed. */
  folded: readonly string[]
}

export const firstQuery: OverviewQuery = {
  text: '',
  state: 'all',
  internal: false,
  environment: null,
  role: null,
  column: 'contractName',
  descending: false,
  grouping: 'connection',
  folded: [],
}

type Group = { connectionId: string; connection: ConnectionView | undefined; rows: RelationshipSummary[] }
export type OverviewLine =
  | { kind: 'group'; group: Group; folded: boolean }
  | { kind: 'row'; row: RelationshipSummary; connection: ConnectionView | undefined }

const passesState: Record<StateFilter, (readiness: RelationshipSummary['readiness']) => boolean> = {
  all: () => true,
  notReady: ({ ready }) => !ready,
  warnings: ({ ready, warnings }) => ready && warnings > 0,
  ready: ({ ready }) => ready,
}

const stateLabels: Record<StateFilter, string> = {
  all: 'All',
  notReady: 'Not ready',
  warnings: 'Warnings',
  ready: 'Ready',
}

/** What a column sorts by; worst first counts as highest. */
const keys: Record<OverviewSort, (each: RelationshipSummary) => string | number> = {
  contractName: ({ contractName }) => contractName,
  partner: ({ partner }) => partner,
  state: ({ readiness }) => readiness.errors * 1000 + readiness.warnings,
  role: ({ role }) => role,
  company: ({ company }) => company ?? '',
  landsOn: ({ landsOn }) => landsOn ?? '',
  owner: ({ owner }) => owner ?? '',
  internalNotes: ({ internalNotes }) => Number(internalNotes),
  goLive: ({ goLive }) => goLiveWords.indexOf(goLive),
  savedAt: ({ savedAt }) => savedAt,
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : compareNaturally(String(one), String(other))

/** What a person asked for, whatever the order. */
export const questionOf = ({ text, state, internal, environment, role }: OverviewQuery): string =>
  JSON.stringify([text.trim(), state, internal, environment, role])

/** What fits a search text best stands first as long as nobody chose another order. */
export const isByFit = ({ text, column, descending }: OverviewQuery): boolean =>
  text.trim() !== '' && column === firstQuery.column && descending === firstQuery.descending

/** The relationships that pass every filter, in the order that is asked for. */
export function arrangeOverview(
  relationships: readonly RelationshipSummary[],
  query: OverviewQuery,
  connectionOf: (id: string) => ConnectionView | undefined,
): RelationshipSummary[] {
  const passing = relationships.filter(
    (each) =>
      passesState[query.state](each.readiness) &&
      (!query.internal || each.internalNotes) &&
      (query.role === null || each.role === query.role) &&
      (query.environment === null || connectionOf(each.connectionId)?.environment === query.environment),
  )
  const found = rankByText(passing, query.text, (each) => [
    each.contractName,
    each.partner,
    each.company ?? '',
    each.owner ?? '',
  ]).map(({ item }) => item)
  if (isByFit(query)) return found
  const key = keys[query.column]
  const sign = query.descending ? -1 : 1
  return found.sort(
    (one, other) =>
      sign * compare(key(one), key(other)) || compareNaturally(one.contractName, other.contractName),
  )
}

/** The lines of the table: every group's heading before its rows, unless nothing is grouped. */
export function overviewLines(
  rows: readonly RelationshipSummary[],
  { grouping, folded, text }: OverviewQuery,
  connectionOf: (id: string) => ConnectionView | undefined,
): OverviewLine[] {
  const lineOf = (row: RelationshipSummary): OverviewLine => ({
    kind: 'row',
    row,
    connection: connectionOf(row.connectionId),
  })
  if (grouping === 'none' || text.trim() !== '') return rows.map(lineOf)
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const connection = connectionOf(row.connectionId)
    const connectionId = connection ? row.connectionId : ''
    const group = groups.get(connectionId) ?? { connectionId, connection, rows: [] }
    group.rows.push(row)
    groups.set(connectionId, group)
  }
  return [...groups.values()]
    .sort((one, other) => compareNaturally(one.connection?.name ?? '', other.connection?.name ?? ''))
    .flatMap((group): OverviewLine[] => {
      const isFolded = folded.includes(group.connectionId)
      return [{ kind: 'group', group, folded: isFolded }, ...(isFolded ? [] : group.rows.map(lineOf))]
    })
}

/** The state filters with how many relationships each would show. */
export const stateFilters = (relationships: readonly RelationshipSummary[]) =>
  (['all', 'notReady', 'warnings', 'ready'] as const).map((value) => ({
    value,
    label: `${stateLabels[value]} ${formatCount(relationships.filter(({ readiness }) => passesState[value](readiness)).length)}`,
  }))

/** "14 · 9 Ready · 2 with warnings · 3 Not ready"; "2 Ready" where that is all of them. */
export function groupWords(rows: readonly RelationshipSummary[]): string {
  const count = (filter: StateFilter) => rows.filter(({ readiness }) => passesState[filter](readiness)).length
  const [ready, warnings, notReady] = [count('ready'), count('warnings'), count('notReady')]
  if (ready === rows.length && warnings === 0) return `${formatCount(ready)} Ready`
  return [
    formatCount(rows.length),
    ...(ready > 0 ? [`${formatCount(ready)} Ready`] : []),
    ...(warnings > 0 ? [`${formatCount(warnings)} with warnings`] : []),
    ...(notReady > 0 ? [`${formatCount(notReady)} Not ready`] : []),
  ].join(' · ')
}
