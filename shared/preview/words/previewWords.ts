// The preview in words: a short form and a sentence for every verdict, reason, warning and audience, and what it assumes.
import type {
  Audience,
  FailReason,
  InboundVerdict,
  OutboundVerdict,
  PreviewItem,
  PreviewWarning,
  SkipReason,
  StayReason,
} from '../result/previewResult.ts'
import { errorWords, type ErrorWords } from './errorWords.ts'

export type { ErrorWords }

export const verdictWords: Record<InboundVerdict | OutboundVerdict, ErrorWords> = {
  create: { short: 'Create', sentence: 'This ticket would be created in ConnectWise.' },
  fail: {
    short: 'Fail',
    sentence: 'ConnectWise would refuse this ticket or a part of it with these settings.',
  },
  send: { short: 'Send', sentence: 'This ticket would be sent to the partner.' },
  skip: { short: 'Skip', sentence: 'This ticket would not be sent to the partner.' },
}

export const itemVerdictWords: Record<PreviewItem['verdict'], ErrorWords> = {
  send: { short: 'Sends', sentence: 'This part would go along.' },
  stay: { short: 'Stays', sentence: 'This part would stay where it is.' },
}

export const reasonWords: Record<SkipReason | FailReason | StayReason, ErrorWords> = {
  ...errorWords,
  'reverse-sync-off': {
    short: 'Reverse sync is off',
    sentence: 'Reverse sync is off, so no ticket would go from ConnectWise to the partner.',
  },
  'not-a-service-ticket': {
    short: 'Not a service ticket',
    sentence: 'This is a project ticket or issue; only service tickets would be sent.',
  },
  'board-not-selected': {
    short: 'Board not selected',
    sentence: 'The ticket is on a board that is not selected.',
  },
  'company-mismatch': {
    short: 'Other company',
    sentence: 'The ticket belongs to a company these settings do not send.',
  },
  'not-changed-since-start': {
    short: 'Not changed since start',
    sentence: 'The ticket was last changed before the chosen start date.',
  },
  'status-filtered': {
    short: 'Status filtered out',
    sentence: 'The ticket has a status the reverse sync filter leaves out.',
  },
  'priority-filtered': {
    short: 'Priority filtered out',
    sentence: 'The ticket has a priority the reverse sync filter leaves out.',
  },
  'field-filter-off': {
    short: 'Filter field not ticked',
    sentence: 'The checkbox of the field based filter is not ticked on this ticket.',
  },
  'summary-missing': {
    short: 'The ticket has no title',
    sentence: 'The ticket has no title, and ConnectWise takes no ticket without a summary.',
  },
  'time-entry-without-start': {
    short: 'Time entry has no start',
    sentence: 'A time entry has no start, and ConnectWise takes none without it.',
  },
  'time-entry-without-duration': {
    short: 'Time entry has no duration',
    sentence: 'A time entry has neither an end after its start nor hours above zero.',
  },
  'time-entry-ends-before-start': {
    short: 'Time entry ends before it starts',
    sentence: 'A time entry ends before it starts.',
  },
  'time-entry-unreadable-time': {
    short: 'Time entry has an unreadable time',
    sentence: 'A time entry has a start or an end that is no date with a time of day.',
  },
  'time-entry-not-allowed': {
    short: 'No time allowed here',
    sentence: 'The status of new tickets does not allow time entries.',
  },
  'comment-type-not-selected': {
    short: 'Comment type not selected',
    sentence: 'None of this note’s types is selected under Comment types.',
  },
  'note-empty': {
    short: 'Empty note',
    sentence: 'The note has no text, so it would not be posted.',
  },
  'attachments-off': {
    short: 'Attachments are off',
    sentence: 'Sync attachments is off.',
  },
  'attachment-is-link': {
    short: 'A link, no file',
    sentence: 'The document is a link and no file, so there is nothing to send.',
  },
  'time-entries-off': {
    short: 'Time entries are off',
    sentence: 'Sync time entries is off.',
  },
}

export const warningWords: Record<PreviewWarning, ErrorWords> = {
  ...errorWords,
  'status-blocks-time': {
    short: 'Status without time',
    sentence: 'The chosen status does not allow time entries, although they are synced.',
  },
  'summary-truncated': {
    short: 'Title cut',
    sentence:
      'The title would be cut at 100 characters; the full title would stand at the top of the description.',
  },
  'contact-email-omitted': {
    short: 'Contact e-mail left out',
    sentence: 'The requester’s e-mail address is longer than 250 characters and would be left out.',
  },
  'text-cleaned': {
    short: 'Text cleaned',
    sentence: 'A text holds half characters or NUL; they would be replaced or dropped.',
  },
  'member-fallback': {
    short: 'Default member used',
    sentence: 'A time entry names no active member of ConnectWise, so the default member would be used.',
  },
  'member-ambiguous': {
    short: 'Several members fit',
    sentence: 'A time entry names several members alike; the one with the lowest id would be used.',
  },
  'work-role-fallback': {
    short: 'Default work role used',
    sentence:
      'A time entry names no active work role of ConnectWise, so the default work role would be used.',
  },
  'reference-not-read': {
    short: 'List not read',
    sentence:
      'A member, work role or status had to be looked for in a list that was not read to the end, and was not found there.',
  },
  'board-may-lock-time': {
    short: 'Board may lock time',
    sentence: 'The board is marked as locked for time entries and may refuse them.',
  },
  'time-notes-reach-customer': {
    short: 'Customers read the time notes',
    sentence:
      'The board adds the text of time entries to the discussion or the resolution, where customers read it.',
  },
  'note-audience-wider': {
    short: 'Note also has an unselected type',
    sentence:
      'A note would go because of one of its types, although it also carries a type that is not selected.',
  },
  'note-duplicated-by-time-entry': {
    short: 'Note arrives twice',
    sentence: 'The text of a time entry would go twice: as a note, and with the time entry itself.',
  },
  'time-note-type-not-selected': {
    short: 'Time note of an unselected type',
    sentence:
      'The text of a time entry would go along, although none of its types is selected under Comment types.',
  },
  'status-missing-on-board': {
    short: 'Status unknown on this board',
    sentence:
      'No active status of the chosen name is known on the ticket’s board, so its status would stay as it is.',
  },
}

export const audienceWords: Record<Audience, ErrorWords> = {
  customer: { short: 'Customer', sentence: 'Seen in the portal and in e-mail.' },
  staff: { short: 'Staff', sentence: 'Seen by technicians only.' },
  invoice: { short: 'Invoice', sentence: 'Can appear on invoices.' },
}

/** What the preview takes for granted. Shown beside every preview. */
export const assumptions: readonly string[] = [
  'The preview shows what these settings mean. It is computed on this computer, is not the sync service, and sends nothing.',
  'How the sync service itself matches tickets, members and roles, and when it runs, is not public.',
  'Only the first creation of a ticket is shown. Later updates are not.',
  'The partner’s status and priority are not mapped: new tickets get the status and priority chosen here.',
  'Notifications follow ConnectWise’s own defaults; no request switches them on or off.',
  'Closed time periods are not known: ConnectWise refuses time entries in them.',
  'Line breaks may show as blanks in ConnectWise, as its own guide shows them.',
  'Whether an invoice prints the discussion or the resolution is its template’s choice.',
  '{id} stands for the number ConnectWise would give the new ticket.',
  'Notes that ConnectWise lists with a ticket count as its own, also those of its child tickets.',
  'Attachments are listed by name and size; their content is not read.',
  'Times without a zone are taken as UTC.',
  'Members and work roles are matched in the reference data as it was last read.',
]
