// The settings on a handover sheet, in the order of the published form; ids stand in a column of their own.
import { draftOf } from '../../relationship/effective.ts'
import { settingAccess, valueAt } from '../../relationship/fieldAccess.ts'
import { type FormSection, sectionTitles } from '../../relationship/fieldRow.ts'
import { commentTypeOptions, type PlacedField, type FieldPath, fieldsOf } from '../../relationship/fields.ts'
import { commentTypes, type Relationship } from '../../relationship/relationship.ts'
import { type Block, type Cell, sheetCell, sheetColumn, sheetHeading, sheetTable } from './blocks.ts'

const hasText = (value: object, key: string): string | null => {
  const text: unknown = Reflect.get(value, key)
  return typeof text === 'string' ? text : null
}

/** A record by its name, with its identifier quietly behind it; its id stands in a column of its own. */
function recordOf(value: object): { name: string; identifier: string; id: string } {
  const id = 'id' in value ? String(value.id) : ''
  return {
    name: hasText(value, 'name') || hasText(value, 'caption') || `#${id}`,
    identifier: hasText(value, 'identifier') ?? '',
    id,
  }
}

/** What a setting holds: in words, and its ids because those decide. */
function shownValue(path: FieldPath, value: unknown): [Cell, string] {
  if (path === 'commentTypes' && Array.isArray(value))
    return [
      {
        text: '',
        checks: commentTypes.map((type) => ({
          label: commentTypeOptions[type].label,
          on: value.includes(type),
        })),
        quiet: commentTypes
          .filter((type) => value.includes(type))
          .map((type) => `${commentTypeOptions[type].label}: ${commentTypeOptions[type].readBy}`)
          .join(' '),
      },
      '',
    ]
  if (value === null || value === undefined || value === '') return [sheetCell(''), '']
  if (typeof value === 'boolean') return [sheetCell(value ? 'On' : 'Off'), '']
  if (typeof value === 'string') return [sheetCell(value), '']
  const records = (Array.isArray(value) ? value : [value])
    .filter((each) => typeof each === 'object' && each !== null)
    .map(recordOf)
  return [
    sheetCell(
      records.map(({ name }) => name).join('; '),
      records.length === 1 ? (records[0]?.identifier ?? '') : '',
    ),
    records.map(({ id }) => id).join(', '),
  ]
}

const sections = Object.keys(sectionTitles) as FormSection[]

/** Keys are in no file. */
const notHere: Readonly<Record<string, true>> = {
  'apiOverride.publicKey': true,
  'apiOverride.privateKey': true,
  'apiOverride.clientId': true,
}

function settingRows(section: FormSection, relationship: Relationship): Cell[][] {
  const draft = draftOf(relationship, '')
  const { role, connection } = relationship
  const inherited: Readonly<Record<string, string>> = {
    'apiOverride.site': connection.site,
    'apiOverride.companyId': connection.companyId,
  }
  const asRow = ({ path, label, required, gate }: PlacedField): Cell[] => {
    const name: Cell = gate ? { text: label, under: 'switch' } : sheetCell(label)
    const { mode } = settingAccess(role, path, draft)
    if (mode === 'read') return [name, sheetCell(inherited[path] ?? '', 'from the connection'), sheetCell('')]
    const [shown, id] = shownValue(path, valueAt(draft, path))
    const isEmpty = shown.text === '' && !shown.checks
    const missing = required.includes(role) ? 'Not chosen yet' : 'Not chosen'
    return [name, isEmpty ? sheetCell('', missing) : shown, sheetCell(id)]
  }
  return fieldsOf(section)
    .filter(({ path }) => settingAccess(role, path, draft).mode !== 'hidden' && !notHere[path])
    .map(asRow)
}

const columns = [sheetColumn('Setting'), sheetColumn('Value', 'strong'), sheetColumn('Id', 'id')]

export const settingBlocks = (relationship: Relationship): Block[] => [
  sheetHeading(2, 'Settings', 'In the order of the sync service’s form'),
  ...sections.flatMap((section) => {
    const rows = settingRows(section, relationship)
    return rows.length === 0 ? [] : [sheetHeading(3, sectionTitles[section]), sheetTable(columns, rows)]
  }),
]
