// What the sidebar lists: relationships under their connection, narrowed by the filter, those without one last.
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { makeLazily } from '../../shared/text/makeLazily.ts'
import { fold } from '../../shared/text/fold.ts'

/** A heading's `connection` is null for relationships whose connection was deleted. */
export type SidebarLine =
  | { kind: 'group'; key: string; connection: ConnectionView | null }
  | { kind: 'relationship'; key: string; relationship: RelationshipSummary }

/** Relationships and connections come in the order they are to stand. Every word of the filter has to be found. */
export function sidebarLines(
  connections: readonly ConnectionView[],
  relationships: readonly RelationshipSummary[],
  filter: string,
): SidebarLine[] {
  const words = fold(filter).split(/\s+/).filter(Boolean)
  const groups = new Map<string, RelationshipSummary[]>(connections.map(({ id }) => [id, []]))
  const detached: RelationshipSummary[] = []
  const names = new Map(connections.map(({ id, name }) => [id, name]))
  const isFound = ({ contractName, partner, connectionId }: RelationshipSummary): boolean => {
    const text = fold(`${contractName} ${partner} ${names.get(connectionId) ?? ''}`)
    return words.every((word) => text.includes(word))
  }
  for (const each of words.length === 0 ? relationships : relationships.filter(isFound))
    (groups.get(each.connectionId) ?? detached).push(each)
  const linesOf = (connection: ConnectionView | null, rows: readonly RelationshipSummary[]): SidebarLine[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'group', key: `group ${connection?.id ?? ''}`, connection },
          ...rows.map(
            (relationship): SidebarLine => ({
              kind: 'relationship',
              key: relationship.id,
              relationship,
            }),
          ),
        ]
  return [
    ...connections.flatMap((connection) => linesOf(connection, groups.get(connection.id) ?? [])),
    ...linesOf(null, detached),
  ]
}

const characters = makeLazily(() => new Intl.Segmenter())
const firstOf = (word: string): string => characters().segment(word).containing(0)?.segment ?? ''

/** Two signs for the narrow sidebar: the first letters of two words, or a letter and the number a name ends in. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  const first = firstOf(words[0] ?? '').toUpperCase()
  if (words.length > 1 && /^\d{1,3}$/.test(last)) return `${first}${last}`
  return words.slice(0, 2).map(firstOf).join('').toUpperCase()
}
