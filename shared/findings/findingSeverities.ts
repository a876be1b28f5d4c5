// Every finding code with its severity: stable names that files, the window and the command line share.
export const findingSeverities = {
  'company-required': 'error',
  'company-unknown': 'error',
  'company-deleted': 'error',
  'boards-required': 'error',
  'default-board-required': 'error',
  'default-board-not-selected': 'error',
  'service-board-required': 'error',
  'board-unknown': 'error',
  'board-inactive': 'error',
  'board-is-project': 'error',
  'status-required': 'error',
  'status-unknown': 'error',
  'status-inactive': 'error',
  'status-not-on-board': 'error',
  'status-blocks-time': 'error',
  'priority-required': 'error',
  'priority-unknown': 'error',
  'source-unknown': 'error',
  'owner-unknown': 'error',
  'owner-inactive': 'error',
  'comment-types-required': 'error',
  'work-role-required': 'error',
  'work-role-unknown': 'error',
  'work-role-inactive': 'error',
  'member-required': 'error',
  'member-unknown': 'error',
  'member-inactive': 'error',
  'reverse-filter-required': 'error',
  'field-filter-unknown': 'error',
  'field-filter-not-checkbox': 'error',
  'override-incomplete': 'error',
  'snapshot-missing': 'error',
  'permission-missing': 'error',
  'company-inactive': 'warning',
  'status-closed': 'warning',
  'status-missing-on-board': 'warning',
  'owner-is-api-member': 'warning',
  'owner-excluded-from-board': 'warning',
  'member-is-api-member': 'warning',
  'internal-notes-leave': 'warning',
  'time-notes-duplicate': 'warning',
  'field-filter-renamed': 'warning',
  'override-same-as-connection': 'warning',
  'snapshot-stale': 'warning',
  'board-may-lock-time': 'warning',
  'time-notes-reach-customer': 'warning',
  'internal-time-notes-leave': 'warning',
  'member-not-listed': 'warning',
  'reference-renamed': 'info',
  'resolution-notes-on-invoices': 'info',
} as const

export type FindingCode = keyof typeof findingSeverities
export type Severity = (typeof findingSeverities)[FindingCode]

/** One thing the app has to say about a configuration. */
export type Finding = {
  code: FindingCode
  severity: Severity
  /** Path below `settings` with dots and indexes, or `connection`, `apiOverride`, `snapshot`. */
  field: string
  message: string
  next: string
}
