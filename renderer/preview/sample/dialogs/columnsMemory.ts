// Which columns were chosen before, for files with the same set of headers, in whatever order they stand.
import { type Assignment, assignByName, sampleFields } from '../../../../shared/files/sample/sampleFields.ts'
import { z } from '../../../../shared/zod.ts'
import { rememberChoice, rememberedValue } from '../../../state/kept/remembered.ts'

/** Per field the place of its column among the sorted headers: that is the same however a file orders them. */
const placesSchema = z.partialRecord(z.enum(sampleFields), z.int().min(0))

/** The places of the columns, ordered by their names; equal names in the order of the file. */
const inOrder = (columns: readonly string[]): number[] =>
  columns
    .map((_, place) => place)
    .sort((one, other) => {
      const [first = '', second = ''] = [columns[one], columns[other]]
      return first < second ? -1 : first > second ? 1 : one - other
    })

const keyOf = (columns: readonly string[]): string => `columns ${JSON.stringify(columns.toSorted())}`

/** Every field's place by another count, where that has one. */
const placed = (assignment: Assignment, placeOf: (place: number) => number | undefined): Assignment =>
  Object.fromEntries(
    Object.entries(assignment).flatMap(([field, place]) => {
      const other = placeOf(place)
      return other === undefined ? [] : [[field, other]]
    }),
  )

/** What was used last for these headers, else what their names say. */
export function presetFor(columns: readonly string[]): Assignment {
  const places = inOrder(columns)
  const kept = rememberedValue(keyOf(columns), placesSchema)
  return kept ? placed(kept, (place) => places[place]) : assignByName(columns)
}

export function rememberColumns(columns: readonly string[], assignment: Assignment): void {
  const places = inOrder(columns)
  rememberChoice(keyOf(columns), JSON.stringify(placed(assignment, (place) => places.indexOf(place))))
}
