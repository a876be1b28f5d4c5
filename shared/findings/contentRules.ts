// Rules about what leaves the house and who reads it, and about the field based filter.
import { isCheckbox } from '../reference/collections.ts'
import { isBlank } from '../text/cleanText.ts'
import { sendsTickets } from '../relationship/chosenRecords.ts'
import { type Rule, inSentence, quoteName, firesWhen } from './rule.ts'

export const contentRules: readonly Rule[] = [
  {
    code: 'internal-notes-leave',
    check: ({ relationship }) =>
      firesWhen(
        relationship.settings.commentTypes.includes('internal') && sendsTickets(relationship),
        'commentTypes',
        `Internal is selected and tickets are sent: internal notes leave to ${inSentence(relationship.partner) || 'the partner'}.`,
      ),
    next: 'Clear Internal, unless the partner is meant to read internal notes.',
  },
  {
    code: 'time-notes-duplicate',
    check: ({ relationship }) => {
      const { timeEntries, commentTypes } = relationship.settings
      return firesWhen(
        sendsTickets(relationship) && timeEntries.sync && timeEntries.includeNotes && commentTypes.length > 0,
        'timeEntries.includeNotes',
        'The text of a time entry can arrive twice: as a note and with its time entry.',
      )
    },
    next: 'Switch Include time entry notes off, or accept the repeated text.',
  },
  {
    code: 'internal-time-notes-leave',
    check: ({ relationship }) => {
      const { timeEntries, commentTypes } = relationship.settings
      return firesWhen(
        sendsTickets(relationship) &&
          timeEntries.sync &&
          timeEntries.includeNotes &&
          !commentTypes.includes('internal'),
        'timeEntries.includeNotes',
        `Internal is not selected, but the text of internal time entries leaves to ${inSentence(relationship.partner) || 'the partner'} as well.`,
      )
    },
    next: 'Switch Include time entry notes off, unless the partner is meant to read every text.',
  },
  {
    code: 'resolution-notes-on-invoices',
    check: ({ relationship }) =>
      firesWhen(
        relationship.settings.commentTypes.includes('resolution'),
        'commentTypes',
        'Resolution notes can appear on invoices.',
      ),
    next: 'Clear Resolution, unless that is wanted.',
  },
  {
    code: 'field-filter-not-checkbox',
    check: ({ chosen, reference }) =>
      chosen
        .filter(({ collection }) => collection === 'customFields')
        .flatMap(({ id, name, field }) => {
          const row = reference?.customFields?.get(id)
          const type = row?.fieldTypeIdentifier
          return firesWhen(
            row !== undefined && !isBlank(type) && !isCheckbox(row),
            field,
            `Custom field ${quoteName(name, id)} is of the type ${inSentence(type ?? '')}, not a checkbox.`,
          )
        }),
    next: 'Choose a checkbox field, or clear Field based filter.',
  },
]
