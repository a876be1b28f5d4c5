// What pointed at a record that its connection does not have, and so is empty: remembered with the revision until somebody decides.
import { z } from '../zod.ts'
import type { RelationshipDraft } from './draft.ts'
import { isSameAt } from './fieldAccess.ts'
import { fieldPathOf, labelOfPlace } from './fields.ts'

const leftOpenRecordSchema = z.strictObject({
  /** Path below `settings` as it was, e.g. `boards[1]`. */
  field: z.string(),
  /** The record it pointed at. */
  name: z.string(),
})
export const leftOpenSchema = z.array(leftOpenRecordSchema)
export type LeftOpen = readonly z.infer<typeof leftOpenRecordSchema>[]

/** Those of a draft that are as open in a later one: a setting that was changed since was decided. */
export const stillOpen = (
  leftOpen: LeftOpen,
  before: RelationshipDraft,
  after: RelationshipDraft,
): LeftOpen =>
  leftOpen.filter(({ field }) => {
    const path = fieldPathOf(field)
    return path !== null && isSameAt(before, after, path)
  })

/** What is open after a revision: what was so before and is untouched, and what the revision itself empties. */
export function openAfter(
  before: { draft: RelationshipDraft; leftOpen?: LeftOpen | undefined },
  { draft, leftOpen }: { draft: RelationshipDraft; leftOpen: LeftOpen },
): LeftOpen {
  const fresh = new Set(leftOpen.map(({ field }) => field))
  const earlier = stillOpen(before.leftOpen ?? [], before.draft, draft)
  return [...earlier.filter(({ field }) => !fresh.has(field)), ...leftOpen]
}

/** `Owner (Robin Hale), Boards (Help Desk)` */
export const leftOpenWords = (leftOpen: LeftOpen): string =>
  leftOpen.map(({ field, name }) => `${labelOfPlace(field)} (${name})`).join(', ')
