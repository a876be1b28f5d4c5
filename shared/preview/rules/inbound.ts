// Partner ticket into ConnectWise: would it be created, why not, and with which requests and parts.
import { fittingReference } from '../../findings/connectionRules.ts'
import { raisedCodesOf } from '../../findings/raisedCodes.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import { codeSet } from '../result/codeSet.ts'
import { landingOf, landingRefusals } from './landing.ts'
import { prepareInboundParts } from './inboundParts.ts'
import { requestLimits, ticketRequest } from './requests.ts'
import { type Judgement, type Prepared, failReasons, previewWarnings } from '../result/previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { cleanText, isBlank, needsCleaning } from '../../text/cleanText.ts'
import { prepareTimeEntries } from './timeEntries.ts'

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
  const timeEntries = prepareTimeEntries({ settings: settings.timeEntries, found, reference, fails, warns })
  const { textWarnings, partsOf } = prepareInboundParts({ settings, timeEntries, fails, warns })

  /** Why the ticket itself would be refused; 0 when ConnectWise would take it. */
  const ticketRefusals = (ticket: PartnerTicket): number =>
    refusedBySettings | (isBlank(ticket.summary) ? summaryMissing : 0)

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
    if (refused === 0 && mayNeedCleaning(ticket)) warnings |= textWarnings(ticket)
    return {
      key: ticket.key,
      verdict: reasons === 0 ? 'create' : 'fail',
      reasons: fails.list(reasons),
      warnings: warns.list(warnings),
    }
  }

  return {
    judge,
    row(ticket) {
      const refused = ticketRefusals(ticket)
      const parts = partsOf(ticket, refused)
      const requests = refused
        ? []
        : [ticketRequest(ticket, landing), ...parts.flatMap(({ request }) => request ?? [])]
      return { ...judge(ticket), requests, items: parts.map(({ item }) => item) }
    },
  }
}
