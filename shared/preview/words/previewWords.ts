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
} from '../previewResult.ts'

/** `short` fits a list row; `sentence` says what would happen and why. */
export type Words = { short: string; sentence: string }

export const verdictWords: Record<InboundVerdict | OutboundVerdict, Words> = {
  create: { short: 'Create', sentence: 'This ticket would be created in ConnectWise.' },
  fail: {
    short: 'Fail',
    sentence: 'ConnectWise would refuse this ticket or a part of it with these settings.',
  },
  send: { short: 'Send', sentence: 'This ticket would be sent to the partner.' },
  skip: { short: 'Skip', sentence: 'This ticket would not be sent to the partner.' },
}

export const itemVerdictWords: Record<PreviewItem['verdict'], Words> = {
  send: { short: 'Sends', sentence: 'This part would go along.' },
  stay: { short: 'Stays', sentence: 'This part would stay where it is.' },
}

export const reasonWords: Record<SkipReason | FailReason | StayReason, Words> = {
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
  'company-deleted': {
    short: 'Company deleted',
    sentence: 'The chosen company is deleted in ConnectWise, which would refuse tickets for it.',
  },
  'status-not-on-board': {
    short: 'Status of another board',
    sentence: 'The chosen status belongs to another board, so ConnectWise would refuse the ticket.',
  },
  'time-entry-without-start': {
    short: 'Time entry has no start',
    sentence: 'A time entry has no start time that can be read, and ConnectWise takes none without it.',
  },
  'time-entry-without-duration': {
    short: 'Time entry has no duration',
    sentence: 'A time entry has neither an end after its start nor hours above zero.',
  },
  'time-entry-ends-before-start': {
    short: 'Time entry ends before it starts',
    sentence: 'A time entry ends before it starts.',
  },
  'time-entry-not-allowed': {
    short: 'No time allowed here',
    sentence: 'The board is locked for time entries, or the status does not allow them.',
  },
  'company-required': {
    short: 'No company chosen',
    sentence: 'No company is chosen, and ConnectWise takes no ticket without one.',
  },
  'default-board-required': {
    short: 'No default board chosen',
    sentence: 'No default board is chosen, so new tickets have nowhere to land.',
  },
  'service-board-required': {
    short: 'No service board chosen',
    sentence: 'No service board is chosen, so new tickets have nowhere to land.',
  },
  'status-required': {
    short: 'No status chosen',
    sentence: 'No status is chosen for new tickets.',
  },
  'priority-required': {
    short: 'No priority chosen',
    sentence: 'No priority is chosen for new tickets.',
  },
  'work-role-required': {
    short: 'No default work role chosen',
    sentence: 'A time entry names no work role ConnectWise knows, and no default work role is chosen.',
  },
  'member-required': {
    short: 'No default member chosen',
    sentence: 'A time entry names nobody ConnectWise knows, and no default member is chosen.',
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
  'time-entries-off': {
    short: 'Time entries are off',
    sentence: 'Sync time entries is off.',
  },
}

export const warningWords: Record<PreviewWarning, Words> = {
  'summary-truncated': {
    short: 'Title cut',
    sentence:
      'The title would be cut at 100 characters; the full title would stand at the top of the description.',
  },
  'contact-email-omitted': {
    short: 'Contact e-mail left out',
    sentence: 'The requester’s e-mail address is longer than 250 characters and would be left out.',
  },
  'member-fallback': {
    short: 'Default member used',
    sentence: 'A time entry names no active member of ConnectWise, so the default member would be used.',
  },
  'work-role-fallback': {
    short: 'Default work role used',
    sentence:
      'A time entry names no active work role of ConnectWise, so the default work role would be used.',
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
  'status-missing-on-board': {
    short: 'Status unknown on this board',
    sentence:
      'No active status of the chosen name is known on the ticket’s board, so its status would stay as it is.',
  },
}

export const audienceWords: Record<Audience, Words> = {
  customer: { short: 'Customer', sentence: 'Seen in the portal and in e-mail.' },
  staff: { short: 'Staff', sentence: 'Seen by technicians only.' },
  invoice: { short: 'Invoice', sentence: 'Can appear on invoices.' },
}

/** What the preview takes for granted. Shown beside every preview. */
export const assumptions: readonly string[] = [
  'The preview shows what these settings mean. It is computed on this computer, is not the sync service, and sends nothing.',
  'Only the first creation of a ticket is shown. Later updates are not.',
  'The partner’s status and priority are not mapped: new tickets get the status and priority chosen here.',
  'Notifications follow ConnectWise’s own defaults; no request switches them on or off.',
  '{id} stands for the number ConnectWise would give the new ticket.',
  'Notes that ConnectWise lists with a ticket count as its own, also those of its child tickets.',
  'Attachments are listed by name and size; their content is not read.',
  'Times without a zone are taken as UTC.',
  'Members and work roles are matched by name in the reference data as it was last read.',
]
