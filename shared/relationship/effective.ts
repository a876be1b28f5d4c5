// From a draft to what counts: drops what the role or a closed gate hides, and back again from a file to a draft.
import { normalisedPlace } from '../connection/destination.ts'
import { type RelationshipDraft, emptyOverride } from './draft.ts'
import {
  type SettingsDraft,
  emptySettings,
  type Relationship,
  type SourceSettings,
  type TargetSettings,
} from './relationship.ts'
import type { ConnectionRef } from '../connection/connectionRef.ts'

const timeEntriesOf = ({ timeEntries }: SettingsDraft): SourceSettings['timeEntries'] =>
  timeEntries.sync ? { ...timeEntries, sync: true } : { sync: false }

const reverseSyncOf = ({ reverseSync }: SettingsDraft): TargetSettings['reverseSync'] =>
  reverseSync.enabled ? { ...reverseSync, enabled: true } : { enabled: false }

/** The settings a source relationship really uses. */
export const effectiveSource = (draft: SettingsDraft): SourceSettings => {
  const { serviceBoard: _ofTargets, reverseSync: _reverseSync, ...settings } = draft
  return { ...settings, timeEntries: timeEntriesOf(draft) }
}

/** The settings a target relationship really uses. */
export const effectiveTarget = (draft: SettingsDraft): TargetSettings => {
  const { boards: _ofSources, defaultBoard: _defaultBoard, ...settings } = draft
  return { ...settings, timeEntries: timeEntriesOf(draft), reverseSync: reverseSyncOf(draft) }
}

/** The relationship as it counts: role's settings only, gates applied, the override reduced to site and company. */
export function effective(id: string, draft: RelationshipDraft, connection: ConnectionRef): Relationship {
  const { contractName, partner, apiOverride } = draft
  const { enabled, site, companyId } = apiOverride
  const override = enabled ? normalisedPlace({ site, companyId }) : null
  return draft.role === 'source'
    ? {
        id,
        contractName,
        partner,
        role: 'source',
        connection,
        apiOverride: override,
        settings: effectiveSource(draft.settings),
      }
    : {
        id,
        contractName,
        partner,
        role: 'target',
        connection,
        apiOverride: override,
        settings: effectiveTarget(draft.settings),
      }
}

/** A draft holding what a file says; what the file's role or gates leave out keeps the value of `base`. */
export function draftOf(
  relationship: Relationship,
  connectionId: string,
  base: SettingsDraft = emptySettings(),
): RelationshipDraft {
  const { settings } = relationship
  const reverseSync = 'reverseSync' in settings ? settings.reverseSync : base.reverseSync
  return {
    contractName: relationship.contractName,
    partner: relationship.partner,
    role: relationship.role,
    connectionId,
    apiOverride: relationship.apiOverride
      ? { ...emptyOverride(), ...normalisedPlace(relationship.apiOverride), enabled: true }
      : emptyOverride(),
    settings: {
      ...base,
      ...settings,
      timeEntries: { ...base.timeEntries, ...settings.timeEntries },
      reverseSync: { ...base.reverseSync, ...reverseSync },
    },
  }
}
