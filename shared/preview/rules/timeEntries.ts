// What becomes of a partner's time entries: refused and why, whose fallback is used, and the entry as it would be posted.
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { CodeSet } from '../codeSet.ts'
import { prepareMatching } from './matching.ts'
import type { ResolvedEntry } from './requests.ts'
import type { FailReason, PreviewWarning } from '../previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { isBlank } from './text.ts'
import { parseSeconds } from './time.ts'

type TimeEntry = NonNullable<PartnerTicket['timeEntries']>[number]

type Given = {
  settings: Relationship['settings']['timeEntries']
  /** The landing board or the status takes no time. */
  blocked: boolean
  reference: Reference | null
  fails: CodeSet<FailReason>
  warns: CodeSet<PreviewWarning>
}

const hoursOf = ({ hours }: TimeEntry): number | null =>
  typeof hours === 'number' && Number.isFinite(hours) && hours > 0 ? hours : null

/** Prepares the rules for time entries; null while `Sync time entries` is off. Masks are those of the code sets given. */
export function prepareTimeEntries({ settings, blocked, reference, fails, warns }: Given) {
  if (!settings.sync) return null
  const { member: memberNamed, workRole: workRoleNamed } = prepareMatching(reference)
  const defaultMember = settings.defaultMember?.id
  const defaultWorkRole = settings.defaultWorkRole?.id
  const always = blocked ? fails.bit('time-entry-not-allowed') : 0
  const withoutStart = fails.bit('time-entry-without-start')
  const withoutDuration = fails.bit('time-entry-without-duration')
  const endsBefore = fails.bit('time-entry-ends-before-start')
  const needsMember = fails.bit('member-required')
  const needsWorkRole = fails.bit('work-role-required')
  const memberFallback = warns.bit('member-fallback')
  const workRoleFallback = warns.bit('work-role-fallback')

  const memberOf = (entry: TimeEntry) => memberNamed(entry.memberName, entry.memberEmail)
  const workRoleOf = (entry: TimeEntry) => workRoleNamed(entry.workRole)

  /** A span of no length is no duration; start and end win over hours. */
  const spanRefusals = (entry: TimeEntry): number => {
    const start = parseSeconds(entry.start)
    const end = parseSeconds(entry.end)
    const missing = start === null ? withoutStart : 0
    if (end === null) return missing | (hoursOf(entry) === null ? withoutDuration : 0)
    if (start === null || end > start) return missing
    return end < start ? endsBefore : withoutDuration
  }

  return {
    /** Why ConnectWise would refuse the entry; 0 when it would take it. */
    refusals: (entry: TimeEntry): number =>
      always |
      spanRefusals(entry) |
      (defaultMember === undefined && memberOf(entry) === undefined ? needsMember : 0) |
      (defaultWorkRole === undefined && workRoleOf(entry) === undefined ? needsWorkRole : 0),
    /** Which defaults an entry that is taken would use. */
    fallbacks: (entry: TimeEntry): number =>
      (memberOf(entry) === undefined ? memberFallback : 0) |
      (workRoleOf(entry) === undefined ? workRoleFallback : 0),
    /** Whether the entry's notes go along. */
    withNotes: (entry: TimeEntry): boolean => settings.includeNotes && !isBlank(entry.notes),
    /** An entry without refusals, as it would be posted; null where start, member or work role is missing. */
    resolve(entry: TimeEntry): ResolvedEntry | null {
      const start = parseSeconds(entry.start)
      const end = parseSeconds(entry.end)
      const member = memberOf(entry) ?? defaultMember
      const workRole = workRoleOf(entry) ?? defaultWorkRole
      if (start === null || member === undefined || workRole === undefined) return null
      const hours = end === null ? hoursOf(entry) : null
      return { member, workRole, start, end, hours, notes: settings.includeNotes ? entry.notes : null }
    },
  }
}
