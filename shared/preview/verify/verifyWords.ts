// What a difference or a remark of a verification means, in words.
import type { Difference, DifferenceCode, VerifyRemark, VerifyResult, VerifyState } from './verifyResult.ts'
import { countOf, plural } from '../../text/counts.ts'

export const differenceWords: Record<DifferenceCode, string> = {
  'note-not-expected': 'A note that should have stayed arrived',
  'note-audience-wider': 'A note is read by more people',
  'time-notes-not-expected': 'The text of a time entry arrived',
  'ticket-not-expected': 'The ticket should have been refused',
  'summary-differs': 'The title differs',
  'board-differs': 'The board differs',
  'company-differs': 'The company differs',
  'status-differs': 'The status differs',
  'priority-differs': 'The priority differs',
  'source-differs': 'The source differs',
  'owner-differs': 'The owner differs',
  'note-missing': 'A note is missing',
  'note-audience-narrower': 'A note is read by fewer people',
  'attachment-missing': 'An attachment is missing',
  'attachment-not-expected': 'An attachment that should have stayed arrived',
  'time-entry-missing': 'A time entry is missing',
  'time-entry-not-expected': 'A time entry that should have stayed arrived',
  'time-entry-member-differs': 'The member of a time entry differs',
  'time-entry-role-differs': 'The work role of a time entry differs',
  'time-entry-duration-differs': 'A time entry is longer or shorter',
}

/** What is compared is who reads it. */
const aboutReaders: ReadonlySet<DifferenceCode> = new Set([
  'note-not-expected',
  'note-audience-wider',
  'note-audience-narrower',
])

const expectedNothing = (code: DifferenceCode): string =>
  code === 'ticket-not-expected' ? 'Refused' : code.endsWith('-not-expected') ? 'Stays' : 'nothing'

/** Both sides of a difference, for whoever reads it. */
export function sidesInWords({ code, expected, actual }: Difference): { expected: string; actual: string } {
  const readers = (names: string) => (aboutReaders.has(code) ? `read by ${names}` : names)
  return {
    expected: expected === null ? expectedNothing(code) : readers(expected),
    actual: actual === null ? (code.endsWith('-missing') ? 'not there' : 'nothing') : readers(actual),
  }
}

export const verifyStateWords: Record<VerifyState, string> = {
  'as-expected': 'Nothing differs.',
  differs: 'Something differs.',
  missing: 'No ticket with this key or title was found.',
  ambiguous: 'More than one ticket, or more than one row, may be meant: look for its title in ConnectWise.',
}

export const remarkWords: Record<VerifyRemark, string> = {
  'status-moved-on': 'Somebody has changed the ticket since it was created, so its values are not compared.',
  'not-read': 'Notes, attachments or time entries of the ticket were not read, so they are not compared.',
}

/** What is known of who read what; see `leakCount` and `unreadCount`. */
export type ReadersKnown = { leaks: number; unread: number; summary: VerifyResult['summary'] }

export const leaksTitle = (leaks: number): string =>
  `${countOf(leaks, 'text')} reached somebody ${plural(leaks, 'it', 'they')} should not`

/** Nobody is said to have read nothing where that was not looked at. */
export function readersUnknown({ unread, summary }: Omit<ReadersKnown, 'leaks'>): string | null {
  const compared = summary['as-expected'] + summary.differs
  if (compared === 0) return 'No ticket was compared, so who read what is not known.'
  return unread === 0
    ? null
    : `Notes, attachments and time entries of ${countOf(unread, 'ticket')} were not compared: who read those is not known.`
}

/** The same in one line. */
export function readersWords({ leaks, ...known }: ReadersKnown): string {
  const unknown = readersUnknown(known)
  const reached =
    leaks > 0 ? `${leaksTitle(leaks)}.` : unknown ? null : 'No text reached anybody it should not.'
  return [reached, unknown].filter((words) => words !== null).join(' ')
}
