// Writes the relationships export: the same relationships give the same bytes, apart from the time of export.
import type {
  FieldRef,
  Ref,
  Relationship,
  ReverseFilter,
  SourceSettings,
  TargetSettings,
} from '../relationship/relationship.ts'
import type { ConnectionRef } from '../connection/connectionRef.ts'
import { commentTypes } from '../relationship/relationship.ts'
import { byText, orderKeys, stableJson } from './stableJson.ts'

export const relationshipsKind = 'syncwright.relationships'
export const relationshipsVersion = 1

const ref = (value: Ref | FieldRef | null) =>
  value && orderKeys(value, ['id', 'name', 'caption', 'identifier', 'boardId'])

const refs = (values: readonly Ref[]) => [...values].sort((one, other) => one.id - other.id).map(ref)

const connectionOf = ({ name, environment, site, companyId }: ConnectionRef) => ({
  name,
  environment,
  site,
  companyId,
})

const timeEntriesOf = (timeEntries: SourceSettings['timeEntries']) =>
  timeEntries.sync
    ? {
        sync: true,
        defaultWorkRole: ref(timeEntries.defaultWorkRole),
        defaultMember: ref(timeEntries.defaultMember),
        includeNotes: timeEntries.includeNotes,
      }
    : { sync: false }

const filterOf = ({ boards, companies, statuses, priorities }: ReverseFilter) => ({
  boards: refs(boards),
  companies: refs(companies),
  statuses: refs(statuses),
  priorities: refs(priorities),
})

const reverseSyncOf = (reverseSync: TargetSettings['reverseSync']) =>
  reverseSync.enabled
    ? { enabled: true, filter: filterOf(reverseSync.filter), fieldFilter: ref(reverseSync.fieldFilter) }
    : { enabled: false }

/** What both roles share, from the status on. */
const afterBoards = (settings: SourceSettings | TargetSettings) => ({
  status: ref(settings.status),
  priority: ref(settings.priority),
  source: ref(settings.source),
  owner: ref(settings.owner),
  commentTypes: commentTypes.filter((type) => settings.commentTypes.includes(type)),
  syncAttachments: settings.syncAttachments,
  timeEntries: timeEntriesOf(settings.timeEntries),
})

const settingsOf = (relationship: Relationship) =>
  relationship.role === 'source'
    ? {
        company: ref(relationship.settings.company),
        boards: refs(relationship.settings.boards),
        defaultBoard: ref(relationship.settings.defaultBoard),
        ...afterBoards(relationship.settings),
      }
    : {
        company: ref(relationship.settings.company),
        serviceBoard: ref(relationship.settings.serviceBoard),
        ...afterBoards(relationship.settings),
        reverseSync: reverseSyncOf(relationship.settings.reverseSync),
      }

/** One relationship as the export lists it: keys in the published order, nothing but what the format names. */
export function exportedRelationship(relationship: Relationship): Record<string, unknown> {
  const { id, contractName, partner, role, connection, apiOverride } = relationship
  return {
    id,
    contractName,
    partner,
    role,
    connection: connectionOf(connection),
    apiOverride: apiOverride && { site: apiOverride.site, companyId: apiOverride.companyId },
    settings: settingsOf(relationship),
  }
}

/** ISO 8601 in UTC without fractions of a second. */
export const utcSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** The text of a `*.syncwright.json` file. The relationships are effective ones, so it cannot hold a key or secret. */
export const exportRelationships = (relationships: readonly Relationship[], exportedAt: Date): string =>
  stableJson({
    kind: relationshipsKind,
    version: relationshipsVersion,
    exportedAt: utcSeconds(exportedAt),
    relationships: [...relationships]
      .sort((one, other) => byText(one.id, other.id))
      .map(exportedRelationship),
  })
