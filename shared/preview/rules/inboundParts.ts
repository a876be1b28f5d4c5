// The parts of a partner's ticket: which go along, what they warn of, who reads them, and the request each leads to.
import type { Relationship } from '../../relationship/relationship.ts'
import {
  attachmentAudience,
  commentTypeBits,
  commentTypeOf,
  noteAudience,
  selectedTypes,
  timeEntryAudience,
} from './audience.ts'
import type { CodeSet } from '../result/codeSet.ts'
import { attachmentLabel, commentLabel, timeEntryLabel } from './partLabels.ts'
import { partVerdict } from './partVerdict.ts'
import { documentRequest, noteRequest, timeEntryRequest } from './requests.ts'
import type {
  FailReason,
  PreviewItem,
  PreviewRequest,
  PreviewWarning,
  StayReason,
} from '../result/previewResult.ts'
import type { PartnerTicket } from '../sample/sample.ts'
import { isBlank, needsCleaning } from '../../text/cleanText.ts'
import type { prepareTimeEntries } from './timeEntries.ts'

type Comment = NonNullable<PartnerTicket['comments']>[number]
type Attachment = NonNullable<PartnerTicket['attachments']>[number]
type TimeEntry = NonNullable<PartnerTicket['timeEntries']>[number]
/** A part of the ticket and the request it leads to, null when it stays. */
type Part = { item: PreviewItem; request: PreviewRequest | null }

type PartRules = {
  settings: Relationship['settings']
  timeEntries: ReturnType<typeof prepareTimeEntries>
  fails: CodeSet<FailReason>
  warns: CodeSet<PreviewWarning>
}

export function prepareInboundParts({ settings, timeEntries, fails, warns }: PartRules) {
  const selected = selectedTypes(settings.commentTypes)
  const textCleaned = warns.bit('text-cleaned')

  const commentGoes = (comment: Comment): boolean => {
    const type = commentTypeOf(comment)
    return type !== null && (selected & commentTypeBits[type]) !== 0 && !isBlank(comment.body)
  }
  const commentWarnings = (comment: Comment): number =>
    needsCleaning(comment.body) && commentGoes(comment) ? textCleaned : 0
  const attachmentWarnings = ({ fileName, contentType }: Attachment): number =>
    settings.syncAttachments && (needsCleaning(fileName) || needsCleaning(contentType)) ? textCleaned : 0

  function commentPart(comment: Comment, refused: number): Part {
    const type = commentTypeOf(comment)
    const bit = type ? commentTypeBits[type] : 0
    const own: StayReason[] = []
    if (!(selected & bit)) own.push('comment-type-not-selected')
    if (isBlank(comment.body)) own.push('note-empty')
    const outcome = partVerdict(own, fails.list(refused))
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
    const outcome = partVerdict(settings.syncAttachments ? [] : ['attachments-off'], fails.list(refused))
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
    const outcome = partVerdict(
      judged ? fails.list(judged.refused) : ['time-entries-off'],
      fails.list(refused),
    )
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
    /** What comments and attachments warn of; time entries are judged beside. */
    textWarnings: (ticket: PartnerTicket): number => {
      let warnings = 0
      if (ticket.comments) for (const comment of ticket.comments) warnings |= commentWarnings(comment)
      if (ticket.attachments)
        for (const attachment of ticket.attachments) warnings |= attachmentWarnings(attachment)
      return warnings
    },
    /** In the order of the ticket; `refused` are the reasons why the ticket itself would be. */
    partsOf: (ticket: PartnerTicket, refused: number): Part[] => [
      ...(ticket.comments ?? []).map((comment) => commentPart(comment, refused)),
      ...(ticket.attachments ?? []).map((attachment) => attachmentPart(attachment, refused)),
      ...(ticket.timeEntries ?? []).map((entry) => timeEntryPart(entry, refused)),
    ],
  }
}
