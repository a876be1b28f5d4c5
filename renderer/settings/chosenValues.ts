// The records a setting holds, by the names the settings know.
import { valueAt } from '../../shared/relationship/fieldAccess.ts'
import type { DraftValues } from '../../shared/relationship/values.ts'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import type { FieldRef, Ref } from '../../shared/relationship/relationship.ts'

/** A chosen record as a picker shows it. */
export const shownValue = (ref: Ref | FieldRef | null) =>
  ref && {
    id: ref.id,
    label: 'caption' in ref && typeof ref.caption === 'string' ? ref.caption : String(ref.name),
  }

const isRef = (value: unknown): value is Ref | FieldRef =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'

/** One for a single choice, all of a multiple one, none for a setting that points at nothing. */
export function chosenValues(draft: DraftValues, path: FieldPath): { id: number; name: string }[] {
  const value = valueAt(draft, path)
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter(isRef).map((ref) => ({ id: ref.id, name: shownValue(ref)?.label ?? `#${ref.id}` }))
}
