// Which findings say that a saved value is no longer what ConnectWise has: vanished, inactive, renamed or moved.
import type { Finding, FindingCode } from './findingSeverities.ts'

/** What has become of the record behind such a finding. */
export const changedRecordStates: Readonly<
  Partial<Record<FindingCode, 'gone' | 'inactive' | 'renamed' | 'moved'>>
> = {
  'company-unknown': 'gone',
  'company-deleted': 'gone',
  'company-inactive': 'inactive',
  'board-unknown': 'gone',
  'board-inactive': 'inactive',
  'status-unknown': 'gone',
  'status-inactive': 'inactive',
  'status-not-on-board': 'moved',
  'priority-unknown': 'gone',
  'source-unknown': 'gone',
  'owner-unknown': 'gone',
  'owner-inactive': 'inactive',
  'work-role-unknown': 'gone',
  'work-role-inactive': 'inactive',
  'member-unknown': 'gone',
  'member-inactive': 'inactive',
  'field-filter-unknown': 'gone',
  'field-filter-renamed': 'renamed',
  'reference-renamed': 'renamed',
}

/** The settings whose saved value has changed in ConnectWise, each once. */
export const changedRecordFields = (findings: readonly Finding[]): string[] => [
  ...new Set(
    findings.filter(({ code }) => changedRecordStates[code] !== undefined).map(({ field }) => field),
  ),
]
