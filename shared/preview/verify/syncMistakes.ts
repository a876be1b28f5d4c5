// The mistakes real sync services make and the made-up one of the demo organisation can make: what `Verify` calls each.
import type { Flow } from '../result/previewResult.ts'
import type { DifferenceCode, VerifyState } from './verifyResult.ts'

type MistakeWords = {
  /** The switch in the window. */
  label: string
  code: DifferenceCode | Extract<VerifyState, 'missing' | 'ambiguous'>
}

export const syncMistakes = {
  'internal-as-discussion': { label: 'Internal notes arrive as discussion', code: 'note-audience-wider' },
  'unselected-notes-sent': { label: 'Notes of unselected types arrive', code: 'note-not-expected' },
  'time-notes-sent': {
    label: 'Texts of time entries arrive although they should stay',
    code: 'time-notes-not-expected',
  },
  'refused-created': { label: 'Tickets arrive that ConnectWise should refuse', code: 'ticket-not-expected' },
  'status-of-another-board': { label: 'The status is wrong', code: 'status-differs' },
  'wrong-priority': { label: 'The priority is wrong', code: 'priority-differs' },
  'wrong-board': { label: 'Tickets land on another board', code: 'board-differs' },
  'wrong-company': { label: 'Tickets belong to another company', code: 'company-differs' },
  'wrong-source': { label: 'The source is wrong', code: 'source-differs' },
  'wrong-owner': { label: 'The owner is wrong', code: 'owner-differs' },
  'title-changed': { label: 'Titles get a prefix', code: 'summary-differs' },
  'notes-lost': { label: 'Notes are lost', code: 'note-missing' },
  'discussion-as-internal': { label: 'Discussion notes arrive as internal', code: 'note-audience-narrower' },
  'attachments-lost': { label: 'Attachments are lost', code: 'attachment-missing' },
  'attachments-sent': {
    label: 'Attachments arrive although they should stay',
    code: 'attachment-not-expected',
  },
  'wrong-fallback': { label: 'Time is recorded under another member', code: 'time-entry-member-differs' },
  'wrong-work-role': { label: 'Time is recorded with another work role', code: 'time-entry-role-differs' },
  'time-rounded': { label: 'Time is rounded up to whole days', code: 'time-entry-duration-differs' },
  'time-lost': { label: 'Time entries are lost', code: 'time-entry-missing' },
  'time-sent': { label: 'Time entries arrive although they should stay', code: 'time-entry-not-expected' },
  'tickets-lost': { label: 'No ticket arrives', code: 'missing' },
  'tickets-twice': { label: 'Tickets are created twice', code: 'ambiguous' },
} as const satisfies Record<string, MistakeWords>

export type SyncMistake = keyof typeof syncMistakes
export const syncMistakeNames = Object.keys(syncMistakes) as SyncMistake[]

/** The change of a sent ConnectWise ticket that a mistake forgets. */
export const forgottenChange: Partial<Record<SyncMistake, 'status' | 'priority'>> = {
  'status-of-another-board': 'status',
  'wrong-priority': 'priority',
}

/** Those that can be made: what is sent to the partner is only changed here, nothing of it arrives. */
export const mistakesOf = (flow: Flow): SyncMistake[] =>
  syncMistakeNames.filter((name) => flow === 'inbound' || forgottenChange[name] !== undefined)
