// The parts of a ticket in words: what each says, whose it is and from when, and which setting lets it go.
import {
  commentTypeBits,
  commentTypeOf,
  namesOfTypes,
  noteTypesOf,
  selectedTypes,
} from '../../../shared/preview/rules/audience.ts'
import type { PreviewItem } from '../../../shared/preview/result/previewResult.ts'
import type { PartnerTicket, ServiceTicket, TicketNote } from '../../../shared/preview/sample/sample.ts'
import { excerpt, isBlank } from '../../../shared/text/cleanText.ts'
import { fields } from '../../../shared/relationship/fields.ts'
import type { CommentType, Relationship } from '../../../shared/relationship/relationship.ts'
import { relativeTime } from '../../ui/words/time.ts'
import type { Detail } from '../judging/judgingSession.ts'

export type PartWords = {
  title: string
  /** Who and when, and what kind; may be empty. */
  meta: string
  /** Why it goes along, as the setting that lets it; empty when the settings would keep it. */
  why: string
}

type Text = string | null | undefined

const typeNames: Record<CommentType, string> = {
  discussion: 'Discussion',
  internal: 'Internal',
  resolution: 'Resolution',
}

const titleOf = (text: Text): string => (isBlank(text) ? '(empty)' : excerpt(text, 160))
const joined = (words: readonly Text[]): string => words.filter((word) => !isBlank(word)).join(' · ')
const timeOf = (iso: Text): string => (isBlank(iso) ? '' : relativeTime(iso))
const named = (types: number): string[] => namesOfTypes(types).map((type) => typeNames[type])
const kinds = (types: number): string[] => (types === 0 ? ['without a type'] : named(types))

/** "Discussion is ticked", "Discussion and Resolution are ticked". */
function ticked(types: number): string {
  const names = named(types)
  if (names.length === 0) return ''
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} ticked`
}

const origins = (note: TicketNote, ticketId: number): string[] => [
  ...(note.noteType === 'TimeEntryNote' ? ['from a time entry'] : []),
  ...(typeof note.ticket?.id === 'number' && note.ticket.id !== ticketId
    ? [`from ticket ${note.ticket.id}`]
    : []),
  ...(note.mergedFlag === true ? ['merged'] : []),
]

const worked = (hours: number | null | undefined, role: Text): string =>
  ['Time entry', ...(typeof hours === 'number' ? [`${hours} h`] : []), ...(isBlank(role) ? [] : [role])].join(
    ', ',
  )

type Whys = { selected: number; attachments: string; time: string }

const ofPartner = (ticket: PartnerTicket, items: readonly PreviewItem[], whys: Whys): PartWords[] => {
  const comments = ticket.comments ?? []
  const attachments = ticket.attachments ?? []
  return [
    ...comments.map((comment) => {
      const type = commentTypeOf(comment)
      const types = type ? commentTypeBits[type] : 0
      return {
        title: titleOf(comment.body),
        meta: joined([comment.author, timeOf(comment.createdAt), ...kinds(types)]),
        why: ticked(types & whys.selected),
      }
    }),
    ...attachments.map((_, index) => ({
      title: items[comments.length + index]?.label ?? '',
      meta: '',
      why: whys.attachments,
    })),
    ...(ticket.timeEntries ?? []).map(({ memberName, memberEmail, workRole, start, hours }) => ({
      title: worked(hours, workRole),
      meta: joined([isBlank(memberName) ? memberEmail : memberName, timeOf(start)]),
      why: whys.time,
    })),
  ]
}

const ofConnectWise = (ticket: ServiceTicket, items: readonly PreviewItem[], whys: Whys): PartWords[] => {
  const notes = ticket.notes ?? []
  const documents = ticket.documents ?? []
  return [
    ...notes.map((note) => {
      const types = noteTypesOf(note)
      return {
        title: titleOf(note.text),
        meta: joined([
          note.member?.name ?? note.contact?.name,
          timeOf(note.timeStart),
          kinds(types).join(', '),
          ...origins(note, ticket.id),
        ]),
        why: ticked(types & whys.selected),
      }
    }),
    ...documents.map((_, index) => ({
      title: items[notes.length + index]?.label ?? '',
      meta: '',
      why: whys.attachments,
    })),
    ...(ticket.timeEntries ?? []).map(({ member, workRole, timeStart, actualHours }) => ({
      title: worked(actualHours, workRole?.name),
      meta: joined([member?.name ?? member?.identifier, timeOf(timeStart)]),
      why: whys.time,
    })),
  ]
}

/** One entry per item of the row, in its order. */
export function partWords({ ticket, row }: Detail, { settings }: Relationship): PartWords[] {
  const whys = {
    selected: selectedTypes(settings.commentTypes),
    attachments: settings.syncAttachments ? `${fields.syncAttachments.label} is on` : '',
    time: settings.timeEntries.sync ? `${fields['timeEntries.sync'].label} is on` : '',
  }
  return 'key' in ticket ? ofPartner(ticket, row.items, whys) : ofConnectWise(ticket, row.items, whys)
}
