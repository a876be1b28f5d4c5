// Which findings only say that something is still to be chosen: progress in a new relationship, not mistakes.
import type { Finding, FindingCode } from './codes.ts'

const requiredCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'company-required',
  'boards-required',
  'default-board-required',
  'service-board-required',
  'status-required',
  'priority-required',
  'comment-types-required',
  'work-role-required',
  'member-required',
  'reverse-filter-required',
])

/** Whether the finding goes away by choosing a value where there is none. */
export const isToChoose = ({ code }: Pick<Finding, 'code'>): boolean => requiredCodes.has(code)
