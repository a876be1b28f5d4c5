// The members of tickets, notes and time entries that hold `{ "id": … }`, with the collection the id belongs to.
import type { CollectionName } from '../../reference/collectionNames.ts'

export const referenceMembers = {
  company: 'companies',
  board: 'boards',
  status: 'statuses',
  priority: 'priorities',
  source: 'sources',
  owner: 'members',
  member: 'members',
  workRole: 'workRoles',
} as const satisfies Record<string, CollectionName>

type ReferenceMember = keyof typeof referenceMembers
export type ReferencedCollection = (typeof referenceMembers)[ReferenceMember]

const isReferenceMember = (name: string): name is ReferenceMember => Object.hasOwn(referenceMembers, name)

/** The collection behind the id in a member; null where a member holds no id. */
export const collectionBehind = (member: string): ReferencedCollection | null =>
  isReferenceMember(member) ? referenceMembers[member] : null
