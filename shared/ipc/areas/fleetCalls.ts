// The calls about many relationships at once: where a record is used, and one replaced by another everywhere.
import { apiTargetSchema } from '../../connection/connection.ts'
import { recordKinds } from '../../fleet/recordKey.ts'
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput } from './call.ts'

const kindSchema = z.enum(recordKinds)
const recordSchema = z.strictObject({ collection: kindSchema, id: z.int().min(0) })

const countsSchema = z.object({ ready: z.boolean(), errors: z.int(), warnings: z.int() })

const reviewRowSchema = z.object({
  id: z.string(),
  /** The saved revision that was looked at; another one in the store is a conflict. */
  revision: z.int(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  before: countsSchema,
  after: countsSchema,
  /** Findings that only the replacement brings, as sentences. */
  news: z.array(z.string()),
  /** Statuses without a namesake on the new board, as sentences; such a row waits for a decision. */
  lost: z.array(z.string()),
  /** It has unsaved changes, so it is left out. */
  unsaved: z.boolean(),
})

/** `target`: whose ConnectWise the record is in, that of a connection or of the override of one relationship. */
const replacementShape = { target: apiTargetSchema, record: recordSchema, withId: z.int().min(0) }

/** `fleet:…` */
export const fleetCalls = {
  /** Which relationships use a record of a ConnectWise, and where; `name` is the one their settings know, null where unused. */
  'fleet:uses': defineCall(
    z.strictObject({ target: apiTargetSchema, record: recordSchema }),
    z.object({
      name: z.string().nullable(),
      rows: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })),
    }),
  ),
  /** What a replacement would do; nothing is stored. */
  'fleet:review': defineCall(z.strictObject(replacementShape), z.array(reviewRowSchema)),
  /** One revision for each named relationship, or none at all when one of them has moved on. */
  'fleet:replace': defineCall(
    z.strictObject({
      ...replacementShape,
      rows: z.array(z.strictObject({ id: idSchema, revision: z.int() })).max(100_000),
      note: z.string().max(1000),
    }),
    z.object({ undo: z.string(), replaced: z.int() }),
  ),
  /** Takes a replacement back as one more revision each, as long as none of them has moved on. */
  'fleet:undo': defineCall(z.strictObject({ undo: z.string() }), noInput),
  /** Records in use that are gone, inactive or renamed in the lists as they were read last. */
  'fleet:changed': defineCall(
    z.strictObject({ connectionId: idSchema }),
    z.array(
      z.object({
        collection: kindSchema,
        id: z.int(),
        name: z.string(),
        state: z.enum(['gone', 'inactive', 'renamed', 'moved']),
        relationships: z.array(z.string()),
      }),
    ),
  ),
}

export type ReviewRow = z.infer<typeof reviewRowSchema>
