// Findings as the panel shows them: grouped by severity, with the words of each group and of each link.
import type { Finding, Severity } from '../../shared/findings/findingSeverities.ts'
import { fieldPathOf, fields } from '../../shared/relationship/fields.ts'
import type { IconKind } from '../ui/SeverityIcon.tsx'
import { countOf } from '../../shared/text/counts.ts'

const headings: Record<Severity, { label: string; icon: IconKind }> = {
  error: { label: 'Errors', icon: 'error' },
  warning: { label: 'Warnings', icon: 'warning' },
  info: { label: 'Information', icon: 'info' },
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

export type FindingGroup = {
  severity: Severity
  label: string
  icon: IconKind
  findings: readonly Finding[]
}

/** The groups that hold anything, worst first; inside a group the given order stays. */
export const groupFindings = (findings: readonly Finding[]): FindingGroup[] =>
  severities
    .map((severity) => ({
      severity,
      ...headings[severity],
      findings: findings.filter((finding) => finding.severity === severity),
    }))
    .filter((group) => group.findings.length > 0)

/** What tells one finding from another. */
export const keyOf = ({ code, field }: Finding): string => `${code} ${field}`

/** The finding opened last, and where it stood then. */
export type Visited = { key: string; place: number }

/**
 * The place of the finding to open next. Where the one opened last was fixed meanwhile, the one that took its place is
 * the next, so that none is passed over.
 */
export function nextPlace(ordered: readonly Finding[], visited: Visited | null, by: 1 | -1): number {
  const around = (place: number) => (place + ordered.length) % ordered.length
  if (visited === null) return by === 1 ? 0 : ordered.length - 1
  const at = ordered.findIndex((finding) => keyOf(finding) === visited.key)
  if (at >= 0) return around(at + by)
  return around(by === 1 ? visited.place : visited.place - 1)
}

/** Where one stands: at the setting one is in, if something is said of it and it was not opened from here; else where one was. */
export function visitedAt(
  ordered: readonly Finding[],
  visited: Visited | null,
  here: string | undefined,
  by: 1 | -1,
): Visited | null {
  const isHere = ({ field }: Finding) => here !== undefined && (fieldPathOf(field) ?? field) === here
  const last = ordered.find((finding) => keyOf(finding) === visited?.key)
  if (last && isHere(last)) return visited
  const place = by === 1 ? ordered.findLastIndex(isHere) : ordered.findIndex(isHere)
  const finding = ordered[place]
  return finding ? { key: keyOf(finding), place } : visited
}

/** What a finding’s field is called: the label of its setting. */
export function fieldLabel(field: string): string {
  if (field === 'connection') return 'connection'
  if (field === 'snapshot') return 'reference data'
  const path = fieldPathOf(field)
  return path === null ? field : fields[path].label
}

/** Above the list: what stands between this relationship and Ready. */
export function readinessText(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const errors = count('error')
  if (errors > 0) return `${countOf(errors, 'error')} to fix before it is Ready.`
  const warnings = count('warning')
  if (warnings > 0) return `${countOf(warnings, 'warning')} to know about.`
  return 'No errors or warnings.'
}
