// What a difference or a remark of a verification means, in words.
import type { DifferenceCode, VerifyRemark, VerifyState } from './verifyResult.ts'

export const differenceWords: Record<DifferenceCode, string> = {
  'note-not-expected': 'A note that should have stayed arrived',
  'note-audience-wider': 'A note is read by more people',
  'time-notes-not-expected': 'The text of a time entry arrived',
  'ticket-not-expected': 'The ticket should have been refused',
  'summary-differs': 'The title is another',
  'board-differs': 'The board is another',
  'company-differs': 'The company is another',
  'status-differs': 'The status is another',
  'priority-differs': 'The priority is another',
  'source-differs': 'The source is another',
  'owner-differs': 'The owner is another',
  'note-missing': 'A note is missing',
  'note-audience-narrower': 'A note is read by fewer people',
  'attachment-missing': 'An attachment is missing',
  'attachment-not-expected': 'An attachment that should have stayed arrived',
  'time-entry-missing': 'A time entry is missing',
  'time-entry-not-expected': 'A time entry that should have stayed arrived',
  'time-entry-member-differs': 'The member of a time entry is another',
  'time-entry-role-differs': 'The work role of a time entry is another',
  'time-entry-duration-differs': 'A time entry is longer or shorter',
}

export const verifyStateWords: Record<VerifyState, string> = {
  'as-expected': 'Nothing differs.',
  differs: 'Something differs.',
  missing: 'No ticket with this key or title was found.',
  ambiguous: 'More than one ticket, or more than one row, may be meant.',
}

export const remarkWords: Record<VerifyRemark, string> = {
  'status-moved-on': 'Somebody has changed the ticket since it was created, so its values are not compared.',
  'not-read': 'Notes, attachments or time entries of the ticket were not read, so they are not compared.',
}
