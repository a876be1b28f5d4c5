// The demo organisation's boards with their statuses and types, priorities, sources and custom fields.
import {
  boardModel,
  boardTypeModel,
  customFieldModel,
  priorityModel,
  sourceModel,
  statusModel,
} from '../model/setup.ts'
import type { Random } from '../random.ts'
import { type Collection, createCollection, isoSeconds, type JsonObject, type Row } from '../rows.ts'
import { departments, locations } from './people.ts'
import { recordInfo, referTo } from './references.ts'
import type { Sizes } from './sizes.ts'

export type Desk = {
  boards: Collection
  /** Statuses and types are valid on their own board only: one collection per board id. */
  statuses: Map<number, Collection>
  types: Map<number, Collection>
  priorities: Collection
  sources: Collection
  customFields: Collection
}

const day = 86_400_000

// A project board, an inactive one, one that locks time entry, one that only has a name.
const fixedBoards: Row[] = [
  { id: 2, name: 'Legacy Support', inactiveFlag: true },
  { id: 4, name: 'Help Desk' },
  { id: 7, name: 'Escalations' },
  { id: 9, name: 'Field Services', location: { id: 2, name: 'Field' } },
  { id: 12, name: 'Client Projects', projectFlag: true },
  { id: 15, name: 'Monitoring Alerts', timeEntryLockedFlag: true },
]

/** Where a board's status ids begin; they never overlap between boards. */
const firstStatusOf = (board: Row): number => fixedFirstStatus[board.id] ?? board.id * 100

const fixedFirstStatus: Record<number, number> = { 2: 201, 4: 31, 7: 61, 9: 91, 12: 121, 15: 151 }

type StatusTraits = { name: string; more?: JsonObject }

// The same names return on every board under other ids. "Completed" does not close a ticket, although it sounds so.
const statusNames: StatusTraits[] = [
  { name: 'New', more: { defaultFlag: true, escalationStatus: 'NotResponded' } },
  { name: 'Assigned', more: { escalationStatus: 'Responded' } },
  { name: 'In Progress', more: { escalationStatus: 'ResolutionPlan' } },
  { name: 'Waiting on Customer', more: { escalationStatus: 'NoEscalation' } },
  { name: 'Scheduled' },
  { name: 'Completed', more: { escalationStatus: 'Resolved' } },
  { name: 'Closed', more: { closedStatus: true, timeEntryNotAllowed: true, escalationStatus: 'Resolved' } },
  { name: 'Old - do not use', more: { inactive: true, displayOnBoard: false } },
]

// Boards differ where it hurts: a status name that another selected board lacks.
const boardStatusNames: Record<number, StatusTraits[]> = {
  7: [{ name: 'Waiting on Vendor' }, { name: 'Merged', more: { closedStatus: true } }],
  9: [{ name: 'Parts ordered' }],
}

const boardNames = [
  'Network Operations',
  'Managed Print',
  'Security Desk',
  'Onboarding',
  'Procurement',
  'Cloud Team',
  'Backup Desk',
  'Telephony',
  'Night Shift',
  'VIP Desk',
]

const createBoards = (size: Sizes, info: JsonObject): Row[] => {
  const rows = [...fixedBoards]
  for (let made = 0; rows.length < size.boards; made++) {
    const round = Math.floor(made / boardNames.length)
    const name = `${boardNames[made % boardNames.length] ?? 'Board'}${round === 0 ? '' : ` ${round + 1}`}`
    rows.push({ id: 20 + made, name, inactiveFlag: made % 2 === 1_000 + made * 100 })
  }
  const [headOffice] = locations
  const [services] = departments
  return rows.map((row) => ({
    location: headOffice ? referTo('location', headOffice) : null,
    department: services ? referTo('department', services) : null,
    inactiveFlag: false,
    projectFlag: false,
    billTime: 'Billable',
    discussionsLockedFlag: false,
    timeEntryLockedFlag: false,
    timeEntryDiscussionFlag: false,
    timeEntryResolutionFlag: false,
    timeEntryInternalAnalysisFlag: true,
    markFirstNoteIssueFlag: false,
    restrictBoardByDefaultFlag: false,
    ...row,
    _info: info,
  }))
}

const createStatuses = (board: Row, first: number, size: Sizes, info: JsonObject): Collection => {
  const traits = [...statusNames, ...(boardStatusNames[board.id] ?? [])]
  // One board of a large site has far more statuses than the rest.
  const wanted = size.statuses > 20 && board.id === 20 ? 60 : size.statuses
  for (let step = 1; traits.length < wanted; step++) traits.push({ name: `Step ${step}` })
  return createCollection(
    statusModel,
    traits.map(({ name, more }, index) => ({
      id: first + index,
      name,
      board: referTo('board', board),
      sortOrder: (index + 1) * 10,
      displayOnBoard: true,
      inactive: false,
      closedStatus: false,
      timeEntryNotAllowed: false,
      defaultFlag: false,
      escalationStatus: 'NoEscalation',
      customerPortalDescription: name,
      ...more,
      _info: info,
    })),
  )
}

const createTypes = (board: Row, info: JsonObject): Collection =>
  createCollection(
    boardTypeModel,
    ['Incident', 'Request', 'Change', 'Old type'].map((name, index) => ({
      id: board.id * 10 + index,
      name,
      board: referTo('board', board),
      category: index === 2 ? 'Proactive' : 'Reactive',
      defaultFlag: index === 0,
      inactiveFlag: index === 3,
      _info: info,
    })),
  )

const fixedPriorities: Row[] = [
  { id: 5, name: 'Priority 1 - Critical', color: 'Red', sortOrder: 1, defaultFlag: false },
  { id: 6, name: 'Priority 3 - Medium', color: 'Yellow', sortOrder: 3, defaultFlag: true },
  { id: 8, name: 'Priority 2 - High', color: 'Orange', sortOrder: 2, defaultFlag: false },
  { id: 9, name: 'Priority 4 - Low' },
]

const sourceNames = ['Phone', 'Walk-in', 'Email', 'Portal', 'Monitoring', 'Chat', 'Renewal', 'Sync']

const createNamed = (fixed: Row[], count: number, label: string, info: JsonObject): Row[] => {
  const rows = fixed.map(
    (row): Row => ({ ...row, ...(row.defaultFlag === undefined ? {} : { _info: info }) }),
  )
  for (let id = 20; rows.length < count; id++) {
    rows.push({ id, name: `${label} ${id - 19}`, sortOrder: id, defaultFlag: false, _info: info })
  }
  return rows
}

/** Ids of the ticket custom fields the rest of the world speaks of. */
export const customFieldIds = { syncToPartner: 28, impactArea: 29, partnerReference: 30, vip: 31 } as const

const ticketScreen = { podId: 4, screenId: 'sr100' }

const fixedFields: Row[] = [
  {
    id: 12,
    podId: 1,
    screenId: 'cm100',
    caption: 'Region',
    fieldTypeIdentifier: 'Text',
    entryTypeIdentifier: 'List',
  },
  {
    id: 13,
    podId: 1,
    screenId: 'cm100',
    caption: 'Sync to partner',
    fieldTypeIdentifier: 'Checkbox',
    entryTypeIdentifier: 'EntryField',
  },
  {
    id: customFieldIds.syncToPartner,
    ...ticketScreen,
    caption: 'Sync to partner',
    fieldTypeIdentifier: 'Checkbox',
    entryTypeIdentifier: 'EntryField',
  },
  {
    id: customFieldIds.impactArea,
    ...ticketScreen,
    caption: 'Impact area',
    fieldTypeIdentifier: 'Text',
    entryTypeIdentifier: 'List',
    options: [
      { id: 1, optionValue: 'One user', defaultFlag: true, inactiveFlag: false, sortOrder: 1 },
      { id: 2, optionValue: 'Whole site', defaultFlag: false, inactiveFlag: false, sortOrder: 2 },
      { id: 3, optionValue: 'Retired value', defaultFlag: false, inactiveFlag: true, sortOrder: 3 },
    ],
  },
  {
    id: customFieldIds.partnerReference,
    ...ticketScreen,
    caption: 'Partner reference',
    fieldTypeIdentifier: 'Text',
    entryTypeIdentifier: 'EntryField',
  },
  {
    id: customFieldIds.vip,
    ...ticketScreen,
    caption: 'VIP',
    fieldTypeIdentifier: 'Checkbox',
    entryTypeIdentifier: 'EntryField',
  },
]

const createFields = (size: Sizes, info: JsonObject): Row[] => {
  const rows = [...fixedFields]
  const others = rows.filter((row) => row.screenId !== ticketScreen.screenId).length
  for (let id = 40; rows.length - others < size.customFields; id++) {
    rows.push({
      id,
      ...ticketScreen,
      caption: `Field ${id - 39}`,
      fieldTypeIdentifier: 'Number',
      entryTypeIdentifier: 'EntryField',
    })
  }
  return rows.map((row, index) => ({
    sequenceNumber: index + 1,
    requiredFlag: false,
    readOnlyFlag: false,
    displayOnScreenFlag: true,
    listViewFlag: false,
    options: [],
    locationIds: [1, 2],
    businessUnitIds: [10],
    ...row,
    _info: info,
  }))
}

/** The custom field values of a ticket: every ticket row lists every ticket field (seen in other clients). */
export const customFieldValues = (fields: Row[], values: Record<number, JsonObject['value']>): JsonObject[] =>
  fields
    .filter((field) => field.screenId === ticketScreen.screenId)
    .map((field) => ({
      id: field.id,
      caption: field.caption,
      type: field.fieldTypeIdentifier,
      entryMethod: field.entryTypeIdentifier,
      numberOfDecimals: 0,
      ...(values[field.id] === undefined ? {} : { value: values[field.id] }),
    }))

/** Boards and everything tickets choose from; the same seed gives the same desk. */
export const createDesk = (size: Sizes, random: Random, now: number): Desk => {
  const info = recordInfo(
    isoSeconds(now - 800 * day),
    'admin',
    isoSeconds(now - random.int(40, 90) * day),
    'admin',
  )
  const boards = createBoards(size, info)
  const statuses = new Map(boards.map((row) => [row.id, createStatuses(row, firstStatusOf(row), size, info)]))
  const entered = isoSeconds(now - 800 * day)
  const sources = sourceNames.map(
    (name, index): Row => ({
      id: index + 1,
      name,
      defaultFlag: index === 0,
      enteredBy: 'admin',
      dateEntered: entered,
    }),
  )
  return {
    boards: createCollection(boardModel, boards),
    statuses,
    types: new Map(boards.map((row) => [row.id, createTypes(row, info)])),
    priorities: createCollection(
      priorityModel,
      createNamed(fixedPriorities, size.priorities, 'Priority', info),
    ),
    sources: createCollection(sourceModel, createNamed(sources, size.sources, 'Source', info)),
    customFields: createCollection(customFieldModel, createFields(size, info)),
  }
}
