// What a preview says: the published result shape, its verdicts, reasons and warnings. Used by the page and the command line.
import type { FindingCode } from '../findings/codes.ts'

export type Flow = 'inbound' | 'outbound'
export type Audience = 'customer' | 'staff' | 'invoice'

/** Why a ConnectWise ticket is not sent. */
export type SkipReason =
  | 'reverse-sync-off'
  | 'not-a-service-ticket'
  | 'board-not-selected'
  | 'company-mismatch'
  | 'not-changed-since-start'
  | 'status-filtered'
  | 'priority-filtered'
  | 'field-filter-off'

/** Why ConnectWise would refuse one of an inbound ticket's requests. */
export type FailReason =
  | 'summary-missing'
  | 'company-deleted'
  | 'status-not-on-board'
  | 'time-entry-without-start'
  | 'time-entry-without-duration'
  | 'time-entry-ends-before-start'
  | 'time-entry-not-allowed'
  | FindingCode

export type StayReason = 'comment-type-not-selected' | 'note-empty' | 'attachments-off' | 'time-entries-off'

export type PreviewWarning =
  | 'summary-truncated'
  | 'contact-email-omitted'
  | 'member-fallback'
  | 'work-role-fallback'
  | 'note-audience-wider'
  | 'note-duplicated-by-time-entry'
  | 'status-missing-on-board'

export type PreviewRequest =
  | { method: 'POST' | 'PATCH'; path: string; body: unknown }
  | { method: 'POST'; path: string; multipart: Record<string, unknown> }

export type PreviewItem = {
  kind: 'note' | 'attachment' | 'timeEntry'
  label: string
  verdict: 'send' | 'stay'
  reasons: (StayReason | FailReason)[]
  warnings: PreviewWarning[]
  audience: Audience[]
}

export type OutboundVerdict = 'send' | 'skip'
export type InboundVerdict = 'create' | 'fail'

/** What is computed for every row on every change of the form. */
export type Judgement = {
  key: string
  verdict: OutboundVerdict | InboundVerdict
  reasons: (SkipReason | FailReason)[]
  warnings: PreviewWarning[]
}

/** A whole row: built for the row looked at, and for all rows by the command line. */
export type PreviewRow = Judgement & { requests: PreviewRequest[]; items: PreviewItem[] }

export type PreviewSummary = Record<'create' | 'fail', number> | Record<'send' | 'skip', number>

export type PreviewResult = { flow: Flow; summary: PreviewSummary; rows: PreviewRow[] }
