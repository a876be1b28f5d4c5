// What becomes of a partner's time entries: refused and why, whose fallback is used, and the entry as it would be posted.
import type { RaisedCodes } from '../../findings/raisedCodes.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { CodeSet } from '../result/codeSet.ts'
import { isUnsure, matchingIn, type PersonMatch } from './matching.ts'
import type { ResolvedEntry } from './requests.ts'
import { type FailReason, fallbackErrors, type PreviewWarning } from '../result/previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { isBlank, needsCleaning } from '../../text/cleanText.ts'
import { parseSeconds } from './parseTime.ts'

type TimeEntry = NonNullable<PartnerTicket['timeEntries']>[number]

type Given = {
  settings: Relationship['settings']['timeEntries']
  found: RaisedCodes
  reference: Reference | null
  fails: CodeSet<FailReason>
  warns: CodeSet<PreviewWarning>
}

const hoursOf = ({ hours }: TimeEntry): number | null =>
  typeof hours === 'number' && Number.isFinite(hours) && hours > 0 ? hours : null

type Times = { start: ReturnType<typeof parseSeconds>; end: ReturnType<typeof parseSeconds> }

/** A sample stays the same while settings change: its times are read once. */
const timesRead = new WeakMap<TimeEntry, Times>()
function timesOf(entry: TimeEntry): Times {
  const known = timesRead.get(entry)
  if (known) return known
  const times = { start: parseSeconds(entry.start), end: parseSeconds(entry.end) }
  timesRead.set(entry, times)
  return times
}

/** Prepares the rules for time entries; null while `Sync time entries` is off. Masks are those of the code sets given. */
export function prepareTimeEntries({ settings, found, reference, fails, warns }: Given) {
  if (!settings.sync) return null
  const matching = matchingIn(reference)
  const defaultMember = settings.defaultMember?.id
  const defaultWorkRole = settings.defaultWorkRole?.id
  const always = found.has('status-blocks-time') ? fails.bit('time-entry-not-allowed') : 0
  const memberErrors = fails.mask(found.errorsAt('timeEntries.defaultMember'))
  const workRoleErrors = fails.mask(found.errorsAt('timeEntries.defaultWorkRole'))
  const fallbacks = fails.mask(fallbackErrors)
  const withoutStart = fails.bit('time-entry-without-start')
  const withoutDuration = fails.bit('time-entry-without-duration')
  const endsBefore = fails.bit('time-entry-ends-before-start')
  const unreadable = fails.bit('time-entry-unreadable-time')
  const memberFallback = warns.bit('member-fallback')
  const memberAmbiguous = warns.bit('member-ambiguous')
  const workRoleFallback = warns.bit('work-role-fallback')
  const notRead = warns.bit('reference-not-read')
  const textCleaned = warns.bit('text-cleaned')
  const mayLock = found.has('board-may-lock-time') ? warns.bit('board-may-lock-time') : 0
  const reachesCustomer = found.has('time-notes-reach-customer') ? warns.bit('time-notes-reach-customer') : 0

  const memberOf = (entry: TimeEntry): PersonMatch => matching.member(entry.memberName, entry.memberEmail)
  const workRoleOf = (entry: TimeEntry): PersonMatch => matching.workRole(entry.workRole)
  const withNotes = ({ notes }: TimeEntry): boolean => settings.includeNotes && !isBlank(notes)

  /** Start and end win over hours; where they are equal, hours are the duration. */
  const spanRefusals = (entry: TimeEntry): number => {
    const { start, end } = timesOf(entry)
    const begins = start === 'absent' ? withoutStart : start === 'unreadable' ? unreadable : 0
    if (end === 'unreadable') return begins | unreadable
    if (end === 'absent') return begins | (hoursOf(entry) === null ? withoutDuration : 0)
    if (typeof start !== 'number' || end > start) return begins
    if (end < start) return endsBefore
    return hoursOf(entry) === null ? withoutDuration : 0
  }

  const unsure = (match: PersonMatch): number => (isUnsure(match) ? notRead : 0)
  const fallback = (match: PersonMatch, used: number): number =>
    match.id === null && match.certain ? used : 0

  /** What an entry warns of; one that is refused only where it depends on lists nobody read. */
  function warnings(entry: TimeEntry, refused: number, member: PersonMatch, role: PersonMatch): number {
    if (refused & ~fallbacks) return 0
    const unread = unsure(member) | unsure(role)
    if (refused) return unread
    return (
      unread |
      fallback(member, memberFallback) |
      (member.id !== null && member.ambiguous ? memberAmbiguous : 0) |
      fallback(role, workRoleFallback) |
      mayLock |
      (withNotes(entry) ? reachesCustomer | (needsCleaning(entry.notes) ? textCleaned : 0) : 0)
    )
  }

  return {
    /** Why ConnectWise would refuse the entry, 0 when it would take it, and what the entry warns of. */
    judge(entry: TimeEntry): { refused: number; warned: number } {
      const member = memberOf(entry)
      const role = workRoleOf(entry)
      const refused =
        always |
        spanRefusals(entry) |
        (member.id === null ? memberErrors : 0) |
        (role.id === null ? workRoleErrors : 0)
      return { refused, warned: warnings(entry, refused, member, role) }
    },
    /** Whether the entry's notes go along. */
    withNotes,
    /** Whether the landing board shows notes that go along to customers. */
    customersRead: reachesCustomer !== 0,
    /** An entry without refusals, as it would be posted; null where start, member or work role is missing. */
    resolve(entry: TimeEntry): ResolvedEntry | null {
      const { start, end } = timesOf(entry)
      const member = memberOf(entry).id ?? defaultMember
      const workRole = workRoleOf(entry).id ?? defaultWorkRole
      if (typeof start !== 'number' || member === undefined || workRole === undefined) return null
      const spans = typeof end === 'number' && end > start
      return {
        member,
        workRole,
        start,
        end: spans ? end : null,
        hours: spans ? null : hoursOf(entry),
        notes: settings.includeNotes ? entry.notes : null,
      }
    },
  }
}
