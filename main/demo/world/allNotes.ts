// What the note pane of a ticket shows: typed notes, text of time entries, notes of children and merged tickets.
import { type Collection, isStoredObject, type StoredRow, referenceId, textOf } from '../model/storedRows.ts'
import type { Details } from './details.ts'
import { fullName, referTo } from './references.ts'

/** The rows `/allNotes` shows: the ticket's notes, its time entries with text, and the notes of its children and merged tickets. */
export const allNotes = (ticket: StoredRow, tickets: Collection, details: Details): StoredRow[] => {
  const related = tickets.rows.filter(
    (row) => row.parentTicketId === ticket.id || referenceId(row.mergedParentTicket) === ticket.id,
  )
  return [ticket, ...related]
    .flatMap((owner) =>
      notesOf(owner, details, owner !== ticket && referenceId(owner.mergedParentTicket) === ticket.id),
    )
    .toSorted((one, other) => one.id - other.id)
}

const notesOf = (ticket: StoredRow, details: Details, mergedFlag: boolean): StoredRow[] => {
  const common = { ticket: referTo('ticket', ticket), isMarkdownFlag: false, bundledFlag: false, mergedFlag }
  const typed = (details.notes.get(ticket.id)?.rows ?? []).map(
    (note): StoredRow => ({
      id: note.id,
      noteType: 'TicketNote',
      ...common,
      text: note.text,
      detailDescriptionFlag: note.detailDescriptionFlag,
      internalAnalysisFlag: note.internalAnalysisFlag,
      resolutionFlag: note.resolutionFlag,
      issueFlag: note.issueFlag,
      originalAuthor: isStoredObject(note.member)
        ? textOf(note.member.name)
        : isStoredObject(note.contact)
          ? textOf(note.contact.name)
          : '',
      ...(note.member === undefined ? {} : { member: note.member }),
      ...(note.contact === undefined ? {} : { contact: note.contact }),
      _info: note._info,
    }),
  )
  const timed = details.timeEntries.rows
    .filter((entry) => entry.chargeToId === ticket.id && textOf(entry.notes) !== '')
    .map(
      (entry): StoredRow => ({
        id: 500_000_000 + entry.id,
        noteType: 'TimeEntryNote',
        ...common,
        text: entry.notes,
        detailDescriptionFlag: entry.addToDetailDescriptionFlag,
        internalAnalysisFlag: entry.addToInternalAnalysisFlag,
        resolutionFlag: entry.addToResolutionFlag,
        issueFlag: false,
        originalAuthor: isStoredObject(entry.member) ? fullName({ firstName: entry.member.name }) : '',
        ...(entry.member === undefined ? {} : { member: entry.member }),
        timeStart: entry.timeStart,
        timeEnd: entry.timeEnd,
        _info: entry._info,
      }),
    )
  return [...typed, ...timed]
}
