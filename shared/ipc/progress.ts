// What main tells the page while a long call runs: the one event besides answers.
import { stageSchema } from '../connection/connection.ts'
import { goLiveSchema, tickSchema } from '../golive/goLive.ts'
import { collectionNameSchema } from '../reference/collections.ts'
import { z } from '../zod.ts'
import { callId } from './areas/call.ts'

/** What a running call reports while it works. */
export const progressSchema = z.object({
  callId,
  report: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stage'), stage: stageSchema }),
    z.object({
      kind: z.literal('collection'),
      collection: collectionNameSchema,
      done: z.int(),
      /** null while the total is not known. */
      total: z.int().nullable(),
      finished: z.boolean(),
    }),
    z.object({ kind: z.literal('tickets'), done: z.int(), total: z.int().nullable() }),
    /** ConnectWise asked to wait: seconds left. */
    z.object({ kind: z.literal('wait'), seconds: z.number() }),
    /** What is ticked of the watched relationship and the last test of its keys, now and after every change of any window. */
    z.object({ kind: z.literal('goLive'), goLive: goLiveSchema, tested: tickSchema.nullable() }),
  ]),
})

export type Progress = z.infer<typeof progressSchema>
export type ProgressReport = Progress['report']
