// Which columns were chosen before, for files with the same headers.
import { type Assignment, assignByName, sampleFields } from '../../../../shared/files/sample/sampleFields.ts'
import { z } from '../../../../shared/zod.ts'
import { remember, remembered } from '../../../state/remembered.ts'

const placesSchema = z.partialRecord(z.enum(sampleFields), z.int().min(0))

const keyOf = (columns: readonly string[]): string => `columns ${JSON.stringify(columns)}`

/** What was used last for these headers, else what their names say. */
export function presetFor(columns: readonly string[]): Assignment {
  const byName = assignByName(columns)
  try {
    const kept = placesSchema.parse(JSON.parse(remembered(keyOf(columns)) ?? 'null'))
    return Object.values(kept).every((place) => place < columns.length) ? kept : byName
  } catch {
    return byName
  }
}

export const rememberColumns = (columns: readonly string[], assignment: Assignment): void =>
  remember(keyOf(columns), JSON.stringify(assignment))
