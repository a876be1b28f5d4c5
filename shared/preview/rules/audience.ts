// Who reads what: every note type, attachment and time entry maps to customer, staff and invoice.
import type { CommentType } from '../../relationship/relationship.ts'
import { type Audience, audiences } from '../result/previewResult.ts'
import type { PartnerTicket, TicketNote, TicketTimeEntry } from '../sample/sample.ts'

type Comment = NonNullable<PartnerTicket['comments']>[number]

/** One bit per comment type, so that a note's flags and the selected types compare as numbers. */
export const commentTypeBits: Record<CommentType, number> = { discussion: 1, internal: 2, resolution: 4 }

const noteReaders: Record<CommentType, readonly Audience[]> = {
  discussion: ['customer', 'staff'],
  internal: ['staff'],
  resolution: ['customer', 'staff', 'invoice'],
}

/** The comment types a ConnectWise note carries, as bits (ServiceTicketNote flags, OpenAPI model 2022.1). */
export const noteTypesOf = (note: TicketNote): number =>
  (note.detailDescriptionFlag === true ? commentTypeBits.discussion : 0) |
  (note.internalAnalysisFlag === true ? commentTypeBits.internal : 0) |
  (note.resolutionFlag === true ? commentTypeBits.resolution : 0)

/** Where the text of a time entry shows on its ticket, as bits (TimeEntry flags, OpenAPI model 2022.1). */
export const timeNoteTypesOf = (entry: TicketTimeEntry): number =>
  (entry.addToDetailDescriptionFlag === true ? commentTypeBits.discussion : 0) |
  (entry.addToInternalAnalysisFlag === true ? commentTypeBits.internal : 0) |
  (entry.addToResolutionFlag === true ? commentTypeBits.resolution : 0)

const commentTypeNamed = { public: 'discussion', internal: 'internal', resolution: 'resolution' } as const

/** The comment type of a partner's comment; one that names none is of no selected type. */
export const commentTypeOf = ({ type }: Comment): CommentType | null => (type ? commentTypeNamed[type] : null)

/** The comment types a selection holds, as bits. */
export const selectedTypes = (types: readonly CommentType[]): number =>
  types.reduce((bits, type) => bits | commentTypeBits[type], 0)

/** The comment types of a mask by name, in the order people meet them. */
export const namesOfTypes = (types: number): CommentType[] =>
  (['discussion', 'internal', 'resolution'] as const).filter((type) => types & commentTypeBits[type])

/** Per mask of types; a note is asked about often. */
const readersOfTypes: readonly (readonly Audience[])[] = Array.from({ length: 8 }, (_, types) => {
  const readers = new Set(namesOfTypes(types).flatMap((type) => noteReaders[type]))
  return audiences.filter((audience) => readers.has(audience))
})

/** Who reads a note of these types: the union over all of them, widest audience first. */
export const noteAudience = (types: number): readonly Audience[] => readersOfTypes[types] ?? []

export const attachmentAudience: readonly Audience[] = ['customer', 'staff']

const withText: readonly Audience[] = ['staff', 'invoice']
const withoutText: readonly Audience[] = ['staff']

/** Who reads a time entry: with its text invoices print it, and customers read it where it shows on the ticket. */
export function timeEntryAudience(textGoes: boolean, customersRead: boolean): readonly Audience[] {
  if (!textGoes) return withoutText
  return customersRead ? audiences : withText
}

/** Note types that customers read. */
export const customerTypes = commentTypeBits.discussion | commentTypeBits.resolution
