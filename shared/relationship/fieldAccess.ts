// What the form may do with a setting: edit it, only show it, or hide it, and why.
import { type PlacedField, type FieldPath, fieldPaths, fields } from './fields.ts'
import { type Role, roleWords } from './roles.ts'
import type { DraftValues } from './fieldRow.ts'
import { readSetting } from './values.ts'

export type SettingAccess = { mode: 'edit' | 'read' | 'hidden'; reason?: string }

/** Decides by role first, then by gate. A closed override shows the connection's values; other gates hide. */
export function settingAccess(role: Role, path: FieldPath, draft: DraftValues): SettingAccess {
  const { roles, gate } = fields[path]
  if (!roles.includes(role)) return { mode: 'hidden', reason: `Not used in the role ${roleWords[role]}.` }
  if (gate === undefined || readSetting(draft, gate)) return { mode: 'edit' }
  if (gate === 'apiOverride.enabled') return { mode: 'read', reason: 'Inherited from the connection.' }
  return { mode: 'hidden', reason: `Used only while ${fields[gate].label} is on.` }
}

/** What the draft holds at a setting; undefined for the private key, which no draft holds. */
export const valueAt = (draft: DraftValues, path: FieldPath): unknown => fields[path].at?.read(draft)

/** Whether two drafts hold the same at a setting, to the letter. */
export const isSameAt = (one: DraftValues, other: DraftValues, path: FieldPath): boolean =>
  JSON.stringify(valueAt(one, path)) === JSON.stringify(valueAt(other, path))

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== false

/** The settings that hold a value which this role and these gates do not use: kept in the draft, part of nothing. */
export const keptButUnused = (role: Role, draft: DraftValues): PlacedField[] =>
  fieldPaths
    .filter((path) => settingAccess(role, path, draft).mode !== 'edit' && isFilled(valueAt(draft, path)))
    .map((path) => ({ path, ...fields[path] }))
