// ConnectWise ticket to the partner: would it be sent, why not, and what becomes of its notes, attachments and time.
import { fittingReference } from '../../findings/connectionRules.ts'
import { raisedCodesOf } from '../../findings/raisedCodes.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import {
  attachmentAudience,
  customerTypes,
  noteAudience,
  noteTypesOf,
  selectedTypes,
  timeEntryAudience,
  timeNoteTypesOf,
} from './audience.ts'
import { codeSet } from '../result/codeSet.ts'
import { documentLabel, noteLabel, ticketTimeEntryLabel } from './partLabels.ts'
import { partVerdict } from './partVerdict.ts'
import { prepareSkips } from './outboundRules.ts'
import { preparePatch } from './patch.ts'
import {
  type Judgement,
  type Prepared,
  type PreviewItem,
  type StayReason,
  previewWarnings,
  skipReasons,
} from '../result/previewResult.ts'
import type { ServiceTicket, TicketDocument, TicketNote, TicketTimeEntry } from '../sample/sample.ts'
import { isBlank } from '../../text/cleanText.ts'

const skips = codeSet(skipReasons)
const warns = codeSet(previewWarnings)
const audienceWider = warns.bit('note-audience-wider')
const duplicated = warns.bit('note-duplicated-by-time-entry')
const timeTypeUnselected = warns.bit('time-note-type-not-selected')

/**
 * Prepares the outbound flow. `since` is an ISO 8601 date or time, inclusive; what is not a time filters nothing.
 * Without reference data no namesake of the status is known on other boards.
 */
export function prepareOutbound({
  relationship,
  reference: given,
  since,
}: {
  relationship: Relationship
  reference: Reference | null
  since: string | null
}): Prepared<ServiceTicket> {
  const { settings } = relationship
  const skipped = prepareSkips(relationship, since, skips)
  const reference = fittingReference(relationship, given)
  const patch =
    relationship.role === 'source'
      ? preparePatch(relationship.settings, reference, raisedCodesOf(relationship, reference), warns)
      : null
  const selected = selectedTypes(settings.commentTypes)
  const { timeEntries } = settings
  const timeNotesGo = timeEntries.sync && timeEntries.includeNotes

  /** What a note of a sent ticket warns of; a note that stays warns of nothing. */
  const noteWarnings = (note: TicketNote): number => {
    const types = noteTypesOf(note)
    if (!(types & selected)) return 0
    return (
      (types & ~selected ? audienceWider : 0) |
      (timeNotesGo && note.noteType === 'TimeEntryNote' ? duplicated : 0)
    )
  }

  const textGoes = ({ notes }: TicketTimeEntry): boolean => timeNotesGo && !isBlank(notes)

  /** The published setting carries a text whatever its types are, so one of other types than selected is told. */
  const timeWarnings = (entry: TicketTimeEntry): number => {
    const types = timeNoteTypesOf(entry)
    return types !== 0 && !(types & selected) && textGoes(entry) ? timeTypeUnselected : 0
  }

  function judge(ticket: ServiceTicket): Judgement {
    const reasons = skipped(ticket)
    let warnings = 0
    if (reasons === 0) {
      if (ticket.notes) for (const note of ticket.notes) warnings |= noteWarnings(note)
      if (timeNotesGo && ticket.timeEntries)
        for (const entry of ticket.timeEntries) warnings |= timeWarnings(entry)
      if (patch) warnings |= patch.warnings(ticket)
    }
    return {
      key: String(ticket.id),
      verdict: reasons === 0 ? 'send' : 'skip',
      reasons: skips.list(reasons),
      warnings: warns.list(warnings),
    }
  }

  function noteItem(note: TicketNote, ticketId: number, skip: number): PreviewItem {
    const types = noteTypesOf(note)
    const outcome = partVerdict(types & selected ? [] : ['comment-type-not-selected'], skips.list(skip))
    return {
      kind: 'note',
      label: noteLabel(note, ticketId),
      ...outcome,
      warnings: warns.list(outcome.verdict === 'send' ? noteWarnings(note) : 0),
      audience: noteAudience(types),
    }
  }

  function documentItem(document: TicketDocument, skip: number): PreviewItem {
    const isLink = document.linkFlag === true || document.urlFlag === true
    const own: StayReason[] = !settings.syncAttachments
      ? ['attachments-off']
      : isLink
        ? ['attachment-is-link']
        : []
    return {
      kind: 'attachment',
      label: documentLabel(document),
      ...partVerdict(own, skips.list(skip)),
      warnings: [],
      audience: attachmentAudience,
    }
  }

  function timeItem(entry: TicketTimeEntry, skip: number): PreviewItem {
    return {
      kind: 'timeEntry',
      label: ticketTimeEntryLabel(entry),
      ...partVerdict(timeEntries.sync ? [] : ['time-entries-off'], skips.list(skip)),
      warnings: warns.list(skip === 0 ? timeWarnings(entry) : 0),
      audience: timeEntryAudience(textGoes(entry), (timeNoteTypesOf(entry) & customerTypes) !== 0),
    }
  }

  return {
    judge,
    row(ticket) {
      const skip = skipped(ticket)
      const change = skip === 0 ? (patch?.request(ticket) ?? null) : null
      const items: PreviewItem[] = [
        ...(ticket.notes ?? []).map((note) => noteItem(note, ticket.id, skip)),
        ...(ticket.documents ?? []).map((document) => documentItem(document, skip)),
        ...(ticket.timeEntries ?? []).map((entry) => timeItem(entry, skip)),
      ]
      return { ...judge(ticket), requests: change ? [change] : [], items }
    },
  }
}
