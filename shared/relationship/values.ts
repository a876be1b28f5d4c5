// Reading and writing one setting of a draft by its path, each with its own type.
import type { RelationshipDraft, SettingsDraft } from './draft.ts'

/** A draft as far as settings go: both parts that hold them. */
export type DraftValues = Pick<RelationshipDraft, 'settings' | 'apiOverride'>

const readersOf = <Readers extends Record<string, (draft: DraftValues) => unknown>>(
  readers: Readers,
): Readers => readers

/** Where each setting stands. The private key is no setting: it goes to the keystore and is never in a draft. */
const readers = readersOf({
  company: ({ settings }) => settings.company,
  boards: ({ settings }) => settings.boards,
  defaultBoard: ({ settings }) => settings.defaultBoard,
  serviceBoard: ({ settings }) => settings.serviceBoard,
  status: ({ settings }) => settings.status,
  priority: ({ settings }) => settings.priority,
  source: ({ settings }) => settings.source,
  owner: ({ settings }) => settings.owner,
  commentTypes: ({ settings }) => settings.commentTypes,
  syncAttachments: ({ settings }) => settings.syncAttachments,
  'timeEntries.sync': ({ settings }) => settings.timeEntries.sync,
  'timeEntries.defaultWorkRole': ({ settings }) => settings.timeEntries.defaultWorkRole,
  'timeEntries.defaultMember': ({ settings }) => settings.timeEntries.defaultMember,
  'timeEntries.includeNotes': ({ settings }) => settings.timeEntries.includeNotes,
  'reverseSync.enabled': ({ settings }) => settings.reverseSync.enabled,
  'reverseSync.filter.boards': ({ settings }) => settings.reverseSync.filter.boards,
  'reverseSync.filter.companies': ({ settings }) => settings.reverseSync.filter.companies,
  'reverseSync.filter.statuses': ({ settings }) => settings.reverseSync.filter.statuses,
  'reverseSync.filter.priorities': ({ settings }) => settings.reverseSync.filter.priorities,
  'reverseSync.fieldFilter': ({ settings }) => settings.reverseSync.fieldFilter,
  'apiOverride.enabled': ({ apiOverride }) => apiOverride.enabled,
  'apiOverride.site': ({ apiOverride }) => apiOverride.site,
  'apiOverride.companyId': ({ apiOverride }) => apiOverride.companyId,
  'apiOverride.publicKey': ({ apiOverride }) => apiOverride.publicKey,
  'apiOverride.clientId': ({ apiOverride }) => apiOverride.clientId,
})

export type SettingPath = keyof typeof readers
/** The value each setting holds. */
export type FieldValues = { [Path in SettingPath]: ReturnType<(typeof readers)[Path]> }
export type GetSetting<Path extends SettingPath> = (draft: DraftValues) => FieldValues[Path]

/** Reads one setting from a draft, whether or not it counts. */
export const getSetting: { [Path in SettingPath]: GetSetting<Path> } = readers

export type PutSetting<Path extends SettingPath> = (
  draft: RelationshipDraft,
  value: FieldValues[Path],
) => RelationshipDraft

const inSettings = (draft: RelationshipDraft, part: Partial<SettingsDraft>): RelationshipDraft => ({
  ...draft,
  settings: { ...draft.settings, ...part },
})
const inTime = (draft: RelationshipDraft, part: Partial<SettingsDraft['timeEntries']>) =>
  inSettings(draft, { timeEntries: { ...draft.settings.timeEntries, ...part } })
const inReverse = (draft: RelationshipDraft, part: Partial<SettingsDraft['reverseSync']>) =>
  inSettings(draft, { reverseSync: { ...draft.settings.reverseSync, ...part } })
const inFilter = (draft: RelationshipDraft, part: Partial<SettingsDraft['reverseSync']['filter']>) =>
  inReverse(draft, { filter: { ...draft.settings.reverseSync.filter, ...part } })
const inOverride = (draft: RelationshipDraft, part: Partial<RelationshipDraft['apiOverride']>) => ({
  ...draft,
  apiOverride: { ...draft.apiOverride, ...part },
})

/** Writes one setting into a copy of the draft; no rule follows from it. */
export const putSetting: { [Path in SettingPath]: PutSetting<Path> } = {
  company: (draft, company) => inSettings(draft, { company }),
  boards: (draft, boards) => inSettings(draft, { boards }),
  defaultBoard: (draft, defaultBoard) => inSettings(draft, { defaultBoard }),
  serviceBoard: (draft, serviceBoard) => inSettings(draft, { serviceBoard }),
  status: (draft, status) => inSettings(draft, { status }),
  priority: (draft, priority) => inSettings(draft, { priority }),
  source: (draft, source) => inSettings(draft, { source }),
  owner: (draft, owner) => inSettings(draft, { owner }),
  commentTypes: (draft, commentTypes) => inSettings(draft, { commentTypes }),
  syncAttachments: (draft, syncAttachments) => inSettings(draft, { syncAttachments }),
  'timeEntries.sync': (draft, sync) => inTime(draft, { sync }),
  'timeEntries.defaultWorkRole': (draft, defaultWorkRole) => inTime(draft, { defaultWorkRole }),
  'timeEntries.defaultMember': (draft, defaultMember) => inTime(draft, { defaultMember }),
  'timeEntries.includeNotes': (draft, includeNotes) => inTime(draft, { includeNotes }),
  'reverseSync.enabled': (draft, enabled) => inReverse(draft, { enabled }),
  'reverseSync.filter.boards': (draft, boards) => inFilter(draft, { boards }),
  'reverseSync.filter.companies': (draft, companies) => inFilter(draft, { companies }),
  'reverseSync.filter.statuses': (draft, statuses) => inFilter(draft, { statuses }),
  'reverseSync.filter.priorities': (draft, priorities) => inFilter(draft, { priorities }),
  'reverseSync.fieldFilter': (draft, fieldFilter) => inReverse(draft, { fieldFilter }),
  'apiOverride.enabled': (draft, enabled) => inOverride(draft, { enabled }),
  'apiOverride.site': (draft, site) => inOverride(draft, { site }),
  'apiOverride.companyId': (draft, companyId) => inOverride(draft, { companyId }),
  'apiOverride.publicKey': (draft, publicKey) => inOverride(draft, { publicKey }),
  'apiOverride.clientId': (draft, clientId) => inOverride(draft, { clientId }),
}

/** `draft` with one setting taken from `from`. */
export function copySetting<Path extends SettingPath>(
  draft: RelationshipDraft,
  from: RelationshipDraft,
  path: Path,
): RelationshipDraft {
  const read: GetSetting<Path> = getSetting[path]
  const write: PutSetting<Path> = putSetting[path]
  return write(draft, read(from))
}
