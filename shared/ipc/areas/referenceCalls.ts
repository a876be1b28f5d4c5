// The calls about reference data: reading it from ConnectWise, what pickers offer, the search in companies.
import { apiTargetSchema } from '../../connection/connection.ts'
import { collectionNameSchema, collectionsSchema, companySchema } from '../../reference/collections.ts'
import { collectionNames } from '../../reference/collectionNames.ts'
import { connectionRefSchema } from '../../connection/connectionRef.ts'
import { z } from '../../zod.ts'
import { defineCall, callId } from './call.ts'

/** The small collections travel whole; companies stay in main and are searched there. */
const referenceViewSchema = z.object({
  connection: connectionRefSchema,
  fetchedAt: z.string(),
  partial: z.array(collectionNameSchema),
  unreadBoards: z.array(z.int()),
  counts: z.partialRecord(collectionNameSchema, z.int()),
  // Not strict: companies are taken out on the way, not refused.
  collections: z.object(collectionsSchema.omit({ companies: true }).shape),
})

const refreshResultSchema = z.object({
  fetchedAt: z.string(),
  counts: z.partialRecord(collectionNameSchema, z.int()),
  partial: z.array(collectionNameSchema),
  /** One sentence per collection that could not be read, with what to do. */
  problems: z.array(
    z.object({
      collection: collectionNameSchema,
      message: z.string(),
      next: z.string(),
      /** Fewer rows came than were there before; they can be taken. */
      shorter: z.boolean().optional(),
    }),
  ),
})

/** `reference:…`, `companies:…` */
export const referenceCalls = {
  'reference:refresh': defineCall(
    z.strictObject({
      callId,
      target: apiTargetSchema,
      /** Lists for which ConnectWise is believed at once, however little comes. */
      take: z.union([z.literal('all'), z.array(collectionNameSchema).max(collectionNames.length)]).optional(),
    }),
    refreshResultSchema,
  ),
  'reference:get': defineCall(z.strictObject({ target: apiTargetSchema }), referenceViewSchema.nullable()),
  'companies:search': defineCall(
    z.strictObject({
      target: apiTargetSchema,
      text: z.string().max(200),
      limit: z.int().min(1).max(500),
      /** Also offer deleted companies and those whose status is inactive. */
      showHidden: z.boolean(),
    }),
    z.object({
      rows: z.array(companySchema.extend({ inactive: z.boolean() })),
      /** So many of the rows, the last ones, only resemble what was typed. */
      guesses: z.int(),
      /** How many match and are offered, also beyond `limit`. */
      total: z.int(),
      /** How many match but are hidden (deleted or inactive). */
      hidden: z.int(),
    }),
  ),
  'companies:lookup': defineCall(
    z.strictObject({ target: apiTargetSchema, ids: z.array(z.int()).max(1000) }),
    z.array(companySchema),
  ),
}

export type ReferenceView = z.infer<typeof referenceViewSchema>
export type RefreshResult = z.infer<typeof refreshResultSchema>
