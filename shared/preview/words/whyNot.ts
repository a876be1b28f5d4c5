// Why, as a way out: the settings that would change the verdict of a skipped, failing or staying row, or take a warning away.
import type { FieldPath } from '../../relationship/fields.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { FailReason, PreviewWarning, SkipReason, StayReason } from '../result/previewResult.ts'

type Fields = readonly FieldPath[]
type PreviewCode = SkipReason | FailReason | StayReason | PreviewWarning

const landingBoard = ({ role }: Relationship): FieldPath =>
  role === 'source' ? 'defaultBoard' : 'serviceBoard'

/** Companies of the reverse filter replace the configured one, which then decides nothing. */
function companyFields({ role, settings }: Relationship): Fields {
  if (role === 'source') return ['company']
  const { reverseSync } = settings
  const replaced = reverseSync.enabled && reverseSync.filter.companies.length > 0
  return replaced ? ['reverseSync.filter.companies'] : ['company', 'reverseSync.filter.companies']
}

const board = (relationship: Relationship): Fields => [landingBoard(relationship)]
const defaultWorkRole: Fields = ['timeEntries.defaultWorkRole', 'timeEntries.sync']
const defaultMember: Fields = ['timeEntries.defaultMember', 'timeEntries.sync']

const fieldsBehind: Record<PreviewCode, Fields | ((relationship: Relationship) => Fields)> = {
  'reverse-sync-off': ['reverseSync.enabled'],
  'not-a-service-ticket': [],
  'board-not-selected': ({ role }) => (role === 'source' ? ['boards'] : ['reverseSync.filter.boards']),
  'company-mismatch': companyFields,
  'not-changed-since-start': [],
  'status-filtered': ['reverseSync.filter.statuses'],
  'priority-filtered': ['reverseSync.filter.priorities'],
  'field-filter-off': ['reverseSync.fieldFilter'],
  'summary-missing': [],
  'time-entry-without-start': ['timeEntries.sync'],
  'time-entry-without-duration': ['timeEntries.sync'],
  'time-entry-ends-before-start': ['timeEntries.sync'],
  'time-entry-unreadable-time': ['timeEntries.sync'],
  'time-entry-not-allowed': ['status', 'timeEntries.sync'],
  'company-required': ['company'],
  'company-unknown': ['company'],
  'company-deleted': ['company'],
  'default-board-required': ['defaultBoard'],
  'service-board-required': ['serviceBoard'],
  'board-unknown': board,
  'board-inactive': board,
  'board-is-project': board,
  'status-required': ['status'],
  'status-unknown': ['status'],
  'status-inactive': ['status'],
  'status-not-on-board': (relationship) => ['status', landingBoard(relationship)],
  'priority-required': ['priority'],
  'priority-unknown': ['priority'],
  'source-unknown': ['source'],
  'owner-unknown': ['owner'],
  'owner-inactive': ['owner'],
  'work-role-required': defaultWorkRole,
  'work-role-unknown': defaultWorkRole,
  'work-role-inactive': defaultWorkRole,
  'member-required': defaultMember,
  'member-unknown': defaultMember,
  'member-inactive': defaultMember,
  'comment-type-not-selected': ['commentTypes'],
  'note-empty': [],
  'attachments-off': ['syncAttachments'],
  'attachment-is-link': [],
  'time-entries-off': ['timeEntries.sync'],
  'summary-truncated': [],
  'text-cleaned': [],
  'contact-email-omitted': [],
  'member-fallback': ['timeEntries.defaultMember'],
  'member-ambiguous': [],
  'work-role-fallback': ['timeEntries.defaultWorkRole'],
  'reference-not-read': [],
  'board-may-lock-time': ['timeEntries.sync'],
  'time-notes-reach-customer': ['timeEntries.includeNotes'],
  'note-audience-wider': ['commentTypes'],
  'note-duplicated-by-time-entry': ['timeEntries.includeNotes', 'commentTypes'],
  'time-note-type-not-selected': ['timeEntries.includeNotes', 'commentTypes'],
  'status-missing-on-board': ['status', 'boards'],
  'status-blocks-time': ['status', 'timeEntries.sync'],
}

/**
 * Paths below `settings` (the syntax of findings) whose change would remove the reason or the warning; empty where only the ticket
 * itself or the preview's start date could.
 */
export function settingsBehind(code: PreviewCode, relationship: Relationship): Fields {
  const fields = fieldsBehind[code]
  return typeof fields === 'function' ? fields(relationship) : fields
}
