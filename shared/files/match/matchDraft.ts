// The match table of a whole draft, what it keeps without using included: nothing of another ConnectWise stays behind in it.
import { draftOf, effective } from '../../relationship/effective.ts'
import type { RelationshipDraft } from '../../relationship/draft.ts'
import type { Relationship, Role } from '../../relationship/relationship.ts'
import type { ConnectionRef } from '../../connection/connectionRef.ts'
import type { FindRecords } from '../records.ts'
import { type Choices, type Match, matchReferences } from './matchRecords.ts'
import { applyMatches } from './rebind.ts'

type Input = {
  draft: RelationshipDraft
  records: FindRecords
  /** Whether ids mean the same records there. */
  sameOrganisation: boolean
  choices: Choices
}

const roles: readonly Role[] = ['source', 'target']
const nowhere: ConnectionRef = { name: '', environment: 'sandbox', site: '', companyId: '' }

/** Everything the draft holds for a role, with every gate open. */
const openedAs = (role: Role, draft: RelationshipDraft): Relationship =>
  effective(
    'draft',
    {
      ...draft,
      role,
      settings: {
        ...draft.settings,
        timeEntries: { ...draft.settings.timeEntries, sync: true },
        reverseSync: { ...draft.settings.reverseSync, enabled: true },
      },
    },
    nowhere,
  )

/** Its own role first; of the other role what only that one uses. */
const rolesOf = ({ role }: RelationshipDraft): readonly Role[] => [
  role,
  ...roles.filter((other) => other !== role),
]

/** What each reference of the draft would become there, one row a field. */
export function matchDraft({ draft, ...rest }: Input): Match[] {
  const rows = rolesOf(draft).map((role) =>
    matchReferences({ relationship: openedAs(role, draft), inUse: new Map(), ...rest }),
  )
  const own = new Set(rows[0]?.map(({ field }) => field))
  return rows.flatMap((matches, index) =>
    index === 0 ? matches : matches.filter(({ field }) => !own.has(field)),
  )
}

/** The draft in its new connection: every reference by its record there, the open ones cleared, gates as they were. */
export function reboundDraft(
  draft: RelationshipDraft,
  connectionId: string,
  matches: readonly Match[],
  records: FindRecords,
): RelationshipDraft {
  const settings = rolesOf(draft)
    .toReversed()
    .reduce(
      (base, role) =>
        draftOf(applyMatches(openedAs(role, draft), matches, records), connectionId, base).settings,
      draft.settings,
    )
  return {
    ...draft,
    connectionId,
    settings: {
      ...settings,
      timeEntries: { ...settings.timeEntries, sync: draft.settings.timeEntries.sync },
      reverseSync: { ...settings.reverseSync, enabled: draft.settings.reverseSync.enabled },
    },
  }
}
