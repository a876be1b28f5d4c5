// Why not, as a way out: the settings that would change the verdict of a skipped, failing or staying row.
import type { FieldPath } from '../../relationship/fields.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { FailReason, SkipReason, StayReason } from '../previewResult.ts'

type Fields = readonly FieldPath[]
type Reason = SkipReason | FailReason | StayReason

const landingBoard = ({ role }: Relationship): FieldPath =>
  role === 'source' ? 'defaultBoard' : 'serviceBoard'

/** Companies of the reverse filter replace the configured one, which then decides nothing. */
function companyFields({ role, settings }: Relationship): Fields {
  if (role === 'source') return ['company']
  const { reverseSync } = settings
  const replaced = reverseSync.enabled && reverseSync.filter.companies.length > 0
  return replaced ? ['reverseSync.filter.companies'] : ['company', 'reverseSync.filter.companies']
}

const fieldsBehind: Record<Reason, Fields | ((relationship: Relationship) => Fields)> = {
  'reverse-sync-off': ['reverseSync.enabled'],
  'not-a-service-ticket': [],
  'board-not-selected': ({ role }) => (role === 'source' ? ['boards'] : ['reverseSync.filter.boards']),
  'company-mismatch': companyFields,
  'not-changed-since-start': [],
  'status-filtered': ['reverseSync.filter.statuses'],
  'priority-filtered': ['reverseSync.filter.priorities'],
  'field-filter-off': ['reverseSync.fieldFilter'],
  'summary-missing': [],
  'company-deleted': ['company'],
  'status-not-on-board': (relationship) => ['status', landingBoard(relationship)],
  'time-entry-without-start': ['timeEntries.sync'],
  'time-entry-without-duration': ['timeEntries.sync'],
  'time-entry-ends-before-start': ['timeEntries.sync'],
  'time-entry-not-allowed': (relationship) => [landingBoard(relationship), 'status', 'timeEntries.sync'],
  'company-required': ['company'],
  'default-board-required': ['defaultBoard'],
  'service-board-required': ['serviceBoard'],
  'status-required': ['status'],
  'priority-required': ['priority'],
  'work-role-required': ['timeEntries.defaultWorkRole', 'timeEntries.sync'],
  'member-required': ['timeEntries.defaultMember', 'timeEntries.sync'],
  'comment-type-not-selected': ['commentTypes'],
  'note-empty': [],
  'attachments-off': ['syncAttachments'],
  'time-entries-off': ['timeEntries.sync'],
}

/**
 * Paths below `settings` (the syntax of findings) whose change would remove the reason; empty where only the ticket
 * itself or the preview's start date could.
 */
export function settingsBehind(reason: Reason, relationship: Relationship): Fields {
  const fields = fieldsBehind[reason]
  return typeof fields === 'function' ? fields(relationship) : fields
}
