// Finds settings by path, by section and by what a finding points at; the table itself is in fieldRules.ts.
import type { FieldRules, FormSection } from './fieldRow.ts'
import { fieldRules } from './fieldRules.ts'
import type { CommentType } from './relationship.ts'

/** Where a setting lives: below `settings`, or below the draft's `apiOverride`. */
export type FieldPath = keyof typeof fieldRules
export type PlacedField = FieldRules & { path: FieldPath }

export const fieldPaths = Object.keys(fieldRules) as FieldPath[]

/** Every setting by its path. */
export const fields: Readonly<Record<FieldPath, FieldRules>> = fieldRules

/** The settings of a section, in the order of the published form. */
export const fieldsOf = (section: FormSection): PlacedField[] =>
  fieldPaths.map((path) => ({ path, ...fields[path] })).filter((field) => field.section === section)

/** Settings that are on or off, and settings that point at records. */
type OfControl<Control> = {
  [Path in FieldPath]: (typeof fieldRules)[Path]['control'] extends Control ? Path : never
}[FieldPath]
export type SwitchPath = OfControl<'switch'>
export type RecordPath = OfControl<'one' | 'many'>

export const isSwitch = (path: FieldPath): path is SwitchPath => fields[path].control === 'switch'
/** The same for every switch, by its path. */
export const bySwitch = <Value>(value: Value): Record<SwitchPath, Value> =>
  Object.fromEntries(fieldPaths.filter(isSwitch).map((path) => [path, value])) as Record<SwitchPath, Value>
export const isRecordPath = (path: FieldPath): path is RecordPath => fields[path].collection !== undefined

type RecordField = Required<Pick<FieldRules, 'control' | 'collection' | 'records'>>
/** What settings that point at records have in common. */
export const recordFields: Readonly<Record<RecordPath, RecordField>> = fieldRules

/** In the order of the published form. */
export const recordPaths: readonly RecordPath[] = fieldPaths.filter(isRecordPath)

/** Where a chosen record stands, as findings and match tables name it: the path, and in a list the number. */
export const recordPlace = (path: RecordPath, index: number): string =>
  fields[path].control === 'many' ? `${path}[${index}]` : path

const isFieldPath = (path: string): path is FieldPath => Object.hasOwn(fieldRules, path)

/** The setting a finding's field points at: `boards[1]` is `boards`; null for `connection` and `snapshot`. */
export function fieldPathOf(findingField: string): FieldPath | null {
  if (findingField === 'apiOverride') return 'apiOverride.enabled'
  const path = findingField.replace(/\[\d+\]$/, '')
  return isFieldPath(path) ? path : null
}

/** The form's label of the setting behind a place, `boards[1]` for one; the place itself where it is no setting. */
export function labelOfPlace(place: string): string {
  const path = fieldPathOf(place)
  return path ? fields[path].label : place
}

/** The three comment types as the form shows them, each with who reads such a note. */
export const commentTypeOptions: Record<CommentType, { label: string; readBy: string }> = {
  internal: { label: 'Internal', readBy: 'Read by staff.' },
  discussion: { label: 'Discussion', readBy: 'Read by the customer and staff.' },
  resolution: { label: 'Resolution', readBy: 'Read by the customer and staff, and can appear on invoices.' },
}
