// The calls about samples: tickets read from ConnectWise or kept on disk, handed over in parts.
import { apiTargetSchema } from '../../connection/connection.ts'
import {
  flowSchema,
  keptSampleSchema,
  readBackSchema,
  sampleLimits,
  sampleNameSchema,
} from '../../preview/sample/keptSample.ts'
import { z } from '../../zod.ts'
import { defineCall, callId, idSchema, noInput } from './call.ts'

/** `samples:…` */
export const sampleCalls = {
  'samples:read': defineCall(
    z.strictObject({
      callId,
      target: apiTargetSchema,
      boards: z.array(z.int()).max(200),
      /** Only these tickets; those of the boards without. */
      ids: z.array(z.int()).max(5000).optional(),
      /** Those of other boards too that carry one of these, where none of the boards does. */
      xrefs: z.array(z.string().max(100)).max(5000).optional(),
      /** Start date (ISO 8601), null reads without one. */
      since: z.iso.datetime().nullable(),
      limit: z.int().min(1).max(5000),
      /** The relationship whose first sync is read back: kept for comparing without a network. */
      firstSyncOf: z
        .strictObject({
          relationshipId: idSchema,
          ...readBackSchema.pick({ flow: true, sample: true }).shape,
        })
        .optional(),
    }),
    /** The tickets are fetched with `samples:load` under `sampleId`, until something else is read or loaded. */
    z.object({
      sampleId: z.string(),
      rows: z.int(),
      partial: z.boolean(),
      /** Why a first sync could not be kept. */
      notKept: z.string().optional(),
    }),
  ),
  /** What was last read back of a relationship's first sync, to be fetched like what was just read; null without. */
  'samples:readBack': defineCall(
    z.strictObject({ relationshipId: idSchema }),
    z.object({ sampleId: z.string(), readAt: z.string(), ...readBackSchema.shape }).nullable(),
  ),
  'samples:forgetReadBack': defineCall(z.strictObject({ relationshipId: idSchema }), noInput),
  /** Newest first. */
  'samples:list': defineCall(noInput, z.array(keptSampleSchema)),
  'samples:keep': defineCall(
    z.strictObject({
      /** Chosen by the page: a large sample arrives in parts under one id. */
      keepId: callId,
      name: sampleNameSchema,
      connectionId: idSchema,
      flow: flowSchema,
      /** How many tickets came before this part. */
      from: z.int().min(0),
      /** Tickets in their published format as JSON: the page hands them on without looking inside. */
      text: z.string().max(sampleLimits.one),
      last: z.boolean(),
    }),
    /** null until the last part is there. */
    keptSampleSchema.nullable(),
  ),
  'samples:load': defineCall(
    z.strictObject({ id: idSchema, from: z.int().min(0) }),
    /** `text`: tickets as JSON; `next`: where the following part begins, null after the last. */
    z.object({ text: z.string(), next: z.int().nullable() }),
  ),
  'samples:remove': defineCall(z.strictObject({ id: idSchema }), noInput),
}
