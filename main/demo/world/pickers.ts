// Priorities, sources and custom fields of the demo organisation, and the custom field values tickets carry.
import { priorityModel, sourceModel } from '../model/setup.ts'
import { customFieldModel } from '../model/system.ts'
import { type Collection, createCollection, type JsonObject, type StoredRow } from '../model/storedRows.ts'
import type { Sizes } from './sizes.ts'

const fixedPriorities: StoredRow[] = [
  { id: 5, name: 'Priority 1 - Critical', color: 'Red', sortOrder: 1, defaultFlag: false },
  { id: 6, name: 'Priority 3 - Medium', color: 'Yellow', sortOrder: 3, defaultFlag: true },
  { id: 8, name: 'Priority 2 - High', color: 'Orange', sortOrder: 2, defaultFlag: false },
  { id: 9, name: 'Priority 4 - Low' },
]

const sourceNames = ['Phone', 'Walk-in', 'Email', 'Portal', 'Monitoring', 'Chat', 'Renewal', 'Sync']

/** `more` is what a row of this list holds beside its name. */
const createNamed = (
  fixed: StoredRow[],
  count: number,
  label: string,
  info: JsonObject,
  more: (id: number) => JsonObject,
): StoredRow[] => {
  const rows = fixed.map(
    (row): StoredRow => ({ ...row, ...(row.defaultFlag === undefined ? {} : { _info: info }) }),
  )
  for (let id = 20; rows.length < count; id++) {
    rows.push({ id, name: `${label} ${id - 19}`, defaultFlag: false, ...more(id), _info: info })
  }
  return rows
}

/** Ids of the ticket custom fields the rest of the world speaks of. */
export const customFieldIds = { syncToPartner: 28, impactArea: 29, partnerReference: 30, vip: 31 } as const

const ticketScreen = { podId: 4, screenId: 'sr100' }

const companyScreen = { podId: 1, screenId: 'cm100' }
const checkbox = { fieldTypeIdentifier: 'Checkbox', entryTypeIdentifier: 'EntryField' }

const fixedFields: StoredRow[] = [
  {
    id: 12,
    ...companyScreen,
    caption: 'Region',
    fieldTypeIdentifier: 'Text',
    entryTypeIdentifier: 'List',
  },
  { id: 13, ...companyScreen, caption: 'Sync to partner', ...checkbox },
  { id: customFieldIds.syncToPartner, ...ticketScreen, caption: 'Sync to partner', ...checkbox },
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
  { id: customFieldIds.vip, ...ticketScreen, caption: 'VIP', ...checkbox },
]

const createFields = (size: Sizes, info: JsonObject): StoredRow[] => {
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
export const customFieldValues = (
  fields: StoredRow[],
  values: Record<number, JsonObject['value']>,
): JsonObject[] =>
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

export type Pickers = { priorities: Collection; sources: Collection; customFields: Collection }

/** What every board shares; `entered` is when the sources were set up. */
export const createPickers = (size: Sizes, info: JsonObject, entered: string): Pickers => {
  const sources = sourceNames.map(
    (name, index): StoredRow => ({
      id: index + 1,
      name,
      defaultFlag: index === 0,
      enteredBy: 'admin',
      dateEntered: entered,
    }),
  )
  const priorities = createNamed(fixedPriorities, size.priorities, 'Priority', info, (id) => ({
    color: 'Blue',
    sortOrder: id,
  }))
  return {
    priorities: createCollection(priorityModel, priorities),
    sources: createCollection(
      sourceModel,
      createNamed(sources, size.sources, 'Source', info, () => ({})),
    ),
    customFields: createCollection(customFieldModel, createFields(size, info)),
  }
}
