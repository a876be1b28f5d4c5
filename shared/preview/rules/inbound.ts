// Partner ticket into ConnectWise: would it be created, why not, and with which requests and parts.
import { fittingReference } from '../../findings/connectionRules.ts'
import { raisedCodesOf } from '../../findings/raisedCodes.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import {
  attachmentAudience,
  commentTypeBits,
  commentTypeOf,
  noteAudience,
  selectedTypes,
  timeEntryAudience,
} from './audience.ts'
import { codeSet } from '../result/codeSet.ts'
import { attachmentLabel, commentLabel, timeEntryLabel } from './partLabels.ts'
import { landingOf, landingRefusals } from './landing.ts'
import { documentRequest, requestLimits, noteRequest, ticketRequest, timeEntryRequest } from './requests.ts'
import {
  type Judgement,
  type Prepared,
  type PreviewItem,
  type PreviewRequest,
  type StayReason,
  failReasons,
  previewWarnings,
} from '../result/previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { cleanText, isBlank, needsCleaning } from '../../text/cleanText.ts'
import { prepareTimeEntries } from './timeEntries.ts'

type Comment = NonNullable<PartnerTicket['comments']>[number]
type Attachment = NonNullable<PartnerTicket['attachments']>[number]
type TimeEntry = NonNullable<PartnerTicket['timeEntries']>[number]
/** A part of the ticket and the request it leads to, null when it stays. */
type Part = { item: PreviewItem; request: PreviewRequest | null }

const fails = codeSet(failReasons)
const warns = codeSet(previewWarnings)
const summaryMissing = fails.bit('summary-missing')
const summaryTruncated = warns.bit('summary-truncated')
const emailOmitted = warns.bit('contact-email-omitted')
const textCleaned = warns.bit('text-cleaned')

/** Cleaning only shortens, so most texts need not be cleaned to know. */
const isLonger = (text: string | null | undefined, limit: number): boolean =>
  text !== null && text !== undefined && text.length > limit && cleanText(text).length > limit

const textsOf = ({ key, summary, description, requester, comments, attachments }: PartnerTicket) => [
  key,
  summary,
  description,
  requester?.name,
  requester?.email,
  ...(comments ?? []).map(({ body }) => body),
  ...(attachments ?? []).flatMap(({ fileName, contentType }) => [fileName, contentType]),
]

/** Whether any text of a ticket, time entries aside, would be cleaned: hardly one would, so each is looked at once for all settings. */
const unclean = new WeakMap<PartnerTicket, boolean>()
function mayNeedCleaning(ticket: PartnerTicket): boolean {
  const known = unclean.get(ticket)
  if (known !== undefined) return known
  const found = textsOf(ticket).some(needsCleaning)
  unclean.set(ticket, found)
  return found
}

/** Prepares the inbound flow. Without reference data nothing is guessed: only what the settings themselves say counts. */
export function prepareInbound({
  relationship,
  reference: given,
}: {
  relationship: Relationship
  reference: Reference | null
}): Prepared<PartnerTicket> {
  const { settings } = relationship
  const reference = fittingReference(relationship, given)
  const found = raisedCodesOf(relationship, reference)
  const landing = landingOf(relationship)
  const refusedBySettings = landingRefusals(relationship, found, fails)
  const selected = selectedTypes(settings.commentTypes)
  const timeEntries = prepareTimeEntries({ settings: settings.timeEntries, found, reference, fails, warns })

  /** Why the ticket itself would be refused; 0 when ConnectWise would take it. */
  const ticketRefusals = (ticket: PartnerTicket): number =>
    refusedBySettings | (isBlank(ticket.summary) ? summaryMissing : 0)

  function ticketWarnings(ticket: PartnerTicket): number {
    const { key, summary, description, requester } = ticket
    const omitted = isLonger(requester?.email, requestLimits.contactEmailAddress)
    const isDirty =
      mayNeedCleaning(ticket) &&
      [key, summary, description, requester?.name, omitted ? null : requester?.email].some(needsCleaning)
    return (
      (isLonger(summary, requestLimits.summary) && !isBlank(summary) ? summaryTruncated : 0) |
      (omitted ? emailOmitted : 0) |
      (isDirty ? textCleaned : 0)
    )
  }

  const commentGoes = (comment: Comment): boolean => {
    const type = commentTypeOf(comment)
    return type !== null && (selected & commentTypeBits[type]) !== 0 && !isBlank(comment.body)
  }
  const commentWarnings = (comment: Comment): number =>
    needsCleaning(comment.body) && commentGoes(comment) ? textCleaned : 0
  const attachmentWarnings = ({ fileName, contentType }: Attachment): number =>
    settings.syncAttachments && (needsCleaning(fileName) || needsCleaning(contentType)) ? textCleaned : 0

  function judge(ticket: PartnerTicket): Judgement {
    const refused = ticketRefusals(ticket)
    let reasons = refused
    let warnings = ticketWarnings(ticket)
    if (timeEntries && ticket.timeEntries) {
      for (const entry of ticket.timeEntries) {
        const judged = timeEntries.judge(entry)
        reasons |= judged.refused
        if (refused === 0) warnings |= judged.warned
      }
    }
    if (refused === 0 && mayNeedCleaning(ticket)) {
      if (ticket.comments) for (const comment of ticket.comments) warnings |= commentWarnings(comment)
      if (ticket.attachments)
        for (const attachment of ticket.attachments) warnings |= attachmentWarnings(attachment)
    }
    return {
      key: ticket.key,
      verdict: reasons === 0 ? 'create' : 'fail',
      reasons: fails.list(reasons),
      warnings: warns.list(warnings),
    }
  }

  /** A part stays for its own reasons, else for those of a ticket that would be refused. */
  const verdictOf = (
    own: PreviewItem['reasons'],
    refused: number,
  ): Pick<PreviewItem, 'verdict' | 'reasons'> => {
    const reasons = own.length > 0 ? own : fails.list(refused)
    return { verdict: reasons.length === 0 ? 'send' : 'stay', reasons }
  }

  function commentPart(comment: Comment, refused: number): Part {
    const type = commentTypeOf(comment)
    const bit = type ? commentTypeBits[type] : 0
    const own: StayReason[] = []
    if (!(selected & bit)) own.push('comment-type-not-selected')
    if (isBlank(comment.body)) own.push('note-empty')
    const outcome = verdictOf(own, refused)
    return {
      item: {
        kind: 'note',
        label: commentLabel(comment),
        ...outcome,
        warnings: warns.list(refused ? 0 : commentWarnings(comment)),
        audience: noteAudience(bit),
      },
      request: type && outcome.verdict === 'send' ? noteRequest(comment.body ?? '', type) : null,
    }
  }

  function attachmentPart(attachment: Attachment, refused: number): Part {
    const outcome = verdictOf(settings.syncAttachments ? [] : ['attachments-off'], refused)
    return {
      item: {
        kind: 'attachment',
        label: attachmentLabel(attachment),
        ...outcome,
        warnings: warns.list(refused ? 0 : attachmentWarnings(attachment)),
        audience: attachmentAudience,
      },
      request: outcome.verdict === 'send' ? documentRequest(attachment) : null,
    }
  }

  function timeEntryPart(entry: TimeEntry, refused: number): Part {
    const judged = timeEntries?.judge(entry)
    const outcome = verdictOf(judged ? fails.list(judged.refused) : ['time-entries-off'], refused)
    const resolved = outcome.verdict === 'send' ? (timeEntries?.resolve(entry) ?? null) : null
    return {
      item: {
        kind: 'timeEntry',
        label: timeEntryLabel(entry),
        ...outcome,
        warnings: warns.list(refused ? 0 : (judged?.warned ?? 0)),
        audience: timeEntryAudience(
          timeEntries?.withNotes(entry) ?? false,
          timeEntries?.customersRead ?? false,
        ),
      },
      request: resolved && timeEntryRequest(resolved),
    }
  }

  return {
    judge,
    row(ticket) {
      const refused = ticketRefusals(ticket)
      const parts = [
        ...(ticket.comments ?? []).map((comment) => commentPart(comment, refused)),
        ...(ticket.attachments ?? []).map((attachment) => attachmentPart(attachment, refused)),
        ...(ticket.timeEntries ?? []).map((entry) => timeEntryPart(entry, refused)),
      ]
      const requests = refused
        ? []
        : [ticketRequest(ticket, landing), ...parts.flatMap(({ request }) => request ?? [])]
      return { ...judge(ticket), requests, items: parts.map(({ item }) => item) }
    },
  }
}
