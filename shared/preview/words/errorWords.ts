// The errors of chosen values in words, as a ticket or a time entry with such a value meets them.
import type { fallbackErrors, ticketErrors } from '../result/previewResult.ts'

/** `short` fits a list row; `sentence` says what would happen and why. */
export type ErrorWords = { short: string; sentence: string }

/** Errors about chosen values: a new ticket or time entry with them would be refused, a change is left out. */
export const errorWords: Record<(typeof ticketErrors | typeof fallbackErrors)[number], ErrorWords> = {
  'company-required': {
    short: 'No company chosen',
    sentence: 'No company is chosen, and ConnectWise takes no ticket without one.',
  },
  'company-unknown': {
    short: 'Company unknown',
    sentence: 'The chosen company is not in the reference data; ConnectWise would refuse it.',
  },
  'company-deleted': {
    short: 'Company deleted',
    sentence: 'The chosen company is deleted in ConnectWise, which would refuse tickets for it.',
  },
  'default-board-required': {
    short: 'No default board chosen',
    sentence: 'No default board is chosen, so new tickets have nowhere to land.',
  },
  'service-board-required': {
    short: 'No service board chosen',
    sentence: 'No service board is chosen, so new tickets have nowhere to land.',
  },
  'board-unknown': {
    short: 'Board unknown',
    sentence: 'The board that tickets land on is not in the reference data; ConnectWise would refuse it.',
  },
  'board-inactive': {
    short: 'Board inactive',
    sentence: 'The board that tickets land on is inactive in ConnectWise, which would refuse it.',
  },
  'board-is-project': {
    short: 'Project board',
    sentence: 'The board that tickets land on is a project board and takes no service tickets.',
  },
  'status-required': { short: 'No status chosen', sentence: 'No status is chosen for new tickets.' },
  'status-unknown': {
    short: 'Status unknown',
    sentence: 'The chosen status is not in the reference data; ConnectWise would refuse it.',
  },
  'status-inactive': {
    short: 'Status inactive',
    sentence: 'The chosen status is inactive in ConnectWise, which would refuse it.',
  },
  'status-not-on-board': {
    short: 'Status of another board',
    sentence: 'The chosen status belongs to another board, so ConnectWise would refuse it.',
  },
  'priority-required': {
    short: 'No priority chosen',
    sentence: 'No priority is chosen for new tickets.',
  },
  'priority-unknown': {
    short: 'Priority unknown',
    sentence: 'The chosen priority is not in the reference data; ConnectWise would refuse it.',
  },
  'source-unknown': {
    short: 'Source unknown',
    sentence: 'The chosen source is not in the reference data; ConnectWise would refuse it.',
  },
  'owner-unknown': {
    short: 'Owner unknown',
    sentence: 'The chosen owner is not in the reference data; ConnectWise would refuse tickets for them.',
  },
  'owner-inactive': {
    short: 'Owner inactive',
    sentence: 'The chosen owner is inactive in ConnectWise, which would refuse tickets for them.',
  },
  'work-role-required': {
    short: 'No default work role chosen',
    sentence: 'A time entry needs the default work role, and none is chosen.',
  },
  'work-role-unknown': {
    short: 'Default work role unknown',
    sentence: 'A time entry needs the default work role, which is not in the reference data.',
  },
  'work-role-inactive': {
    short: 'Default work role inactive',
    sentence: 'A time entry needs the default work role, which is inactive in ConnectWise.',
  },
  'member-required': {
    short: 'No default member chosen',
    sentence: 'A time entry needs the default member, and none is chosen.',
  },
  'member-unknown': {
    short: 'Default member unknown',
    sentence: 'A time entry needs the default member, who is not in the reference data.',
  },
  'member-inactive': {
    short: 'Default member inactive',
    sentence: 'A time entry needs the default member, who is inactive in ConnectWise.',
  },
}
