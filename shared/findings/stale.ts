// Which findings say that a saved value is no longer what ConnectWise has: inactive, renamed, moved or vanished.
import type { Finding, FindingCode } from './codes.ts'

const staleCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'company-unknown',
  'company-deleted',
  'company-inactive',
  'board-unknown',
  'board-inactive',
  'status-unknown',
  'status-inactive',
  'status-not-on-board',
  'priority-unknown',
  'source-unknown',
  'owner-unknown',
  'owner-inactive',
  'work-role-unknown',
  'work-role-inactive',
  'member-unknown',
  'member-inactive',
  'field-filter-unknown',
  'field-filter-renamed',
  'reference-renamed',
])

/** The settings whose saved value has changed in ConnectWise, each once. */
export const staleFields = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.filter(({ code }) => staleCodes.has(code)).map(({ field }) => field)),
]
