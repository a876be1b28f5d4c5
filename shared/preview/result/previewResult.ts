// What a preview says: the published result shape, its verdicts, reasons and warnings. Used by the page and the command line.
import type { FindingCode } from '../../findings/findingSeverities.ts'

export type Flow = 'inbound' | 'outbound'

/** Who reads an item once it is on the other side, widest first. */
export const audiences = ['customer', 'staff', 'invoice'] as const

/** Why a ConnectWise ticket is not sent, in the order every list of reasons keeps. */
export const skipReasons = [
  'reverse-sync-off',
  'not-a-service-ticket',
  'board-not-selected',
  'company-mismatch',
  'not-changed-since-start',
  'status-filtered',
  'priority-filtered',
  'field-filter-off',
] as const

/** What `check` calls an error about a value that a new ticket carries: ConnectWise would refuse the ticket. */
export const ticketErrors = [
  'company-required',
  'company-unknown',
  'company-deleted',
  'default-board-required',
  'service-board-required',
  'board-unknown',
  'board-inactive',
  'board-is-project',
  'status-required',
  'status-unknown',
  'status-inactive',
  'status-not-on-board',
  'priority-required',
  'priority-unknown',
  'source-unknown',
  'owner-unknown',
  'owner-inactive',
] as const satisfies readonly FindingCode[]

/** The same for a time entry that falls back on the default member or work role. */
export const fallbackErrors = [
  'work-role-required',
  'work-role-unknown',
  'work-role-inactive',
  'member-required',
  'member-unknown',
  'member-inactive',
] as const satisfies readonly FindingCode[]

/** What `check` calls an error about the value of a change: the change is left out. */
export const patchErrors = [
  'status-unknown',
  'status-inactive',
  'status-not-on-board',
  'status-blocks-time',
  'priority-unknown',
] as const satisfies readonly FindingCode[]

/** What a ticket lacks by itself, whatever the settings. */
const ticketFaults = [
  'summary-missing',
  'time-entry-without-start',
  'time-entry-without-duration',
  'time-entry-ends-before-start',
  'time-entry-unreadable-time',
] as const
const faults: ReadonlySet<string> = new Set(ticketFaults)
export const isOfTicket = (reason: string): boolean => faults.has(reason)

/** Why ConnectWise would refuse one of an inbound ticket's requests, in the order every list of reasons keeps. */
export const failReasons = [
  ...ticketFaults,
  'time-entry-not-allowed',
  ...ticketErrors,
  ...fallbackErrors,
] as const

/** Why a part of a ticket stays where it is. */
export const stayReasons = [
  'comment-type-not-selected',
  'note-empty',
  'attachments-off',
  'attachment-is-link',
  'time-entries-off',
] as const

export const previewWarnings = [
  'summary-truncated',
  'text-cleaned',
  'contact-email-omitted',
  'member-fallback',
  'member-ambiguous',
  'work-role-fallback',
  'reference-not-read',
  'board-may-lock-time',
  'time-notes-reach-customer',
  'note-audience-wider',
  'note-duplicated-by-time-entry',
  'time-note-type-not-selected',
  'status-missing-on-board',
  ...patchErrors,
] as const

export type Audience = (typeof audiences)[number]
export type SkipReason = (typeof skipReasons)[number]
export type FailReason = (typeof failReasons)[number]
export type StayReason = (typeof stayReasons)[number]
export type RowReason = SkipReason | FailReason
export type PreviewWarning = (typeof previewWarnings)[number]

export type PatchOperation = { op: 'replace'; path: 'status' | 'priority'; value: { id: number } }

export type PreviewRequest =
  | { method: 'POST'; path: string; body: Record<string, unknown> }
  | { method: 'PATCH'; path: string; body: readonly PatchOperation[] }
  | { method: 'POST'; path: string; multipart: Record<string, unknown> }

export type PreviewItem = {
  kind: 'note' | 'attachment' | 'timeEntry'
  label: string
  verdict: 'send' | 'stay'
  /** Why it stays: its own reason, or those of the ticket it would have gone with. Empty when it is sent. */
  reasons: readonly (StayReason | RowReason)[]
  warnings: readonly PreviewWarning[]
  /** Who reads an item of this kind; says nothing about whether it goes. */
  audience: readonly Audience[]
}

export type OutboundVerdict = 'send' | 'skip'
export type InboundVerdict = 'create' | 'fail'

/** What is computed for every row on every change of the form. The lists are shared between rows and frozen. */
export type Judgement = {
  key: string
  verdict: OutboundVerdict | InboundVerdict
  reasons: readonly RowReason[]
  warnings: readonly PreviewWarning[]
}

/** A whole row: built for the row looked at, and for all rows by the command line. */
export type PreviewRow = Judgement & { requests: readonly PreviewRequest[]; items: readonly PreviewItem[] }

export type PreviewSummary = Record<'create' | 'fail', number> | Record<'send' | 'skip', number>

/** A row of the sample that was skipped: the line of the sheet (the header is line 1), or the place in the list from 1. */
export type NotRead = { row: number; reason: string }

export type PreviewResult = {
  flow: Flow
  summary: PreviewSummary
  notRead: readonly NotRead[]
  rows: PreviewRow[]
}

/** Settings made ready to judge tickets: `judge` for every row, `row` for the one looked at. They always agree. */
export type Prepared<Ticket> = {
  judge: (ticket: Ticket) => Judgement
  row: (ticket: Ticket) => PreviewRow
}
