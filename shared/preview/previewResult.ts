// What a preview says: the published result shape, its verdicts, reasons and warnings. Used by the page and the command line.
import type { FindingCode } from '../findings/codes.ts'

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

/** Required values not chosen: the codes their findings have. */
const valuesRequired = [
  'company-required',
  'default-board-required',
  'service-board-required',
  'status-required',
  'priority-required',
  'work-role-required',
  'member-required',
] as const satisfies readonly FindingCode[]

/** Why ConnectWise would refuse one of an inbound ticket's requests, in the order every list of reasons keeps. */
export const failReasons = [
  'summary-missing',
  'company-deleted',
  'status-not-on-board',
  'time-entry-without-start',
  'time-entry-without-duration',
  'time-entry-ends-before-start',
  'time-entry-not-allowed',
  ...valuesRequired,
] as const

/** Why a part of a ticket stays where it is. */
export const stayReasons = [
  'comment-type-not-selected',
  'note-empty',
  'attachments-off',
  'time-entries-off',
] as const

export const previewWarnings = [
  'summary-truncated',
  'contact-email-omitted',
  'member-fallback',
  'work-role-fallback',
  'note-audience-wider',
  'note-duplicated-by-time-entry',
  'status-missing-on-board',
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

export type PreviewResult = { flow: Flow; summary: PreviewSummary; rows: PreviewRow[] }

/** Settings made ready to judge tickets: `judge` for every row, `row` for the one looked at. They always agree. */
export type Prepared<Ticket> = {
  judge: (ticket: Ticket) => Judgement
  row: (ticket: Ticket) => PreviewRow
}
