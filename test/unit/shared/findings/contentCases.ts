// Cases of the rules about notes, time entries and the field based filter.
import {
  reference,
  reverseSyncOn,
  sourceRelationship,
  targetRelationship,
  timeEntriesOn,
} from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const off = { reverseSync: { enabled: false as const } }
const internal = { commentTypes: ['internal' as const] }
const withNotes = { timeEntries: { ...timeEntriesOn, includeNotes: true } }
const filtered = targetRelationship({
  reverseSync: { ...reverseSyncOn, fieldFilter: { id: 28, caption: 'Sync to partner' } },
})
const field = (fieldTypeIdentifier?: string) =>
  reference({ customFields: [{ id: 28, caption: 'Sync to partner', fieldTypeIdentifier }] })

export const contentCases: Case[] = [
  row('internal-notes-leave', 'a source sends them', sourceRelationship(internal), ['commentTypes']),
  row('internal-notes-leave', 'reverse sync sends them', targetRelationship(internal), ['commentTypes']),
  row('internal-notes-leave', 'nothing is sent', targetRelationship({ ...internal, ...off }), []),
  row('internal-notes-leave', 'internal is not selected', sourceRelationship(), []),
  row('time-notes-duplicate', 'a source sends both', sourceRelationship(withNotes), [
    'timeEntries.includeNotes',
  ]),
  row('time-notes-duplicate', 'reverse sync sends both', targetRelationship(withNotes), [
    'timeEntries.includeNotes',
  ]),
  row('time-notes-duplicate', 'the notes stay', sourceRelationship(), []),
  row('time-notes-duplicate', 'nothing is sent', targetRelationship({ ...withNotes, ...off }), []),
  row(
    'time-notes-duplicate',
    'no comment type is selected',
    sourceRelationship({ ...withNotes, commentTypes: [] }),
    [],
  ),
  row('internal-time-notes-leave', 'a source sends them', sourceRelationship(withNotes), [
    'timeEntries.includeNotes',
  ]),
  row('internal-time-notes-leave', 'reverse sync sends them', targetRelationship(withNotes), [
    'timeEntries.includeNotes',
  ]),
  row(
    'internal-time-notes-leave',
    'internal is selected anyway',
    sourceRelationship({ ...withNotes, ...internal }),
    [],
  ),
  row('internal-time-notes-leave', 'nothing is sent', targetRelationship({ ...withNotes, ...off }), []),
  row('internal-time-notes-leave', 'the notes stay', sourceRelationship(), []),
  row('resolution-notes-on-invoices', 'resolution is selected', targetRelationship(off), ['commentTypes']),
  row('resolution-notes-on-invoices', 'it is not', targetRelationship({ commentTypes: ['discussion'] }), []),
  row('field-filter-not-checkbox', 'the field is text', filtered, ['reverseSync.fieldFilter'], {
    reference: field('Text'),
  }),
  row('field-filter-not-checkbox', 'the field is a checkbox', filtered, [], { reference: field('Checkbox') }),
  row('field-filter-not-checkbox', 'the type is missing', filtered, [], { reference: field() }),
]
