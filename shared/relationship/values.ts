// Reading and writing one setting of a draft by its path, each with its own type.
import type { FieldPath } from './fields.ts'
import { fieldRules } from './fieldRules.ts'
import type { DraftValues, SettingPlace } from './fieldRow.ts'

type Rows = typeof fieldRules
/** The settings a draft holds: all but the private key. */
export type SettingPath = {
  [Path in FieldPath]: Rows[Path] extends { at: unknown } ? Path : never
}[FieldPath]
/** The value each setting holds. */
export type FieldValues = { [Path in SettingPath]: ReturnType<Rows[Path]['at']['read']> }

const rows: { readonly [Path in SettingPath]: { readonly at: SettingPlace<FieldValues[Path]> } } = fieldRules

/** Reads one setting from a draft, whether or not it counts. */
export const readSetting = <Path extends SettingPath>(draft: DraftValues, path: Path): FieldValues[Path] =>
  rows[path].at.read(draft)

/** Writes one setting into a copy of the draft; no rule follows from it. */
export const writeSetting = <Path extends SettingPath, Draft extends DraftValues>(
  draft: Draft,
  path: Path,
  value: FieldValues[Path],
): Draft => rows[path].at.write(draft, value)

/** `draft` with one setting taken from `from`. */
export const copySetting = <Draft extends DraftValues>(
  draft: Draft,
  from: DraftValues,
  path: SettingPath,
): Draft => writeSetting(draft, path, readSetting(from, path))
