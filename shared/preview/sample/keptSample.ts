// Samples that were kept: what is told of one without reading its tickets, and how much room they may take.
import { typedName } from '../../text/typedName.ts'
import { z } from '../../zod.ts'

/** One sample may take this many bytes, and all of them together that many. */
export const sampleLimits = { one: 64 * 1024 * 1024, all: 512 * 1024 * 1024 } as const

export const flowSchema = z.enum(['inbound', 'outbound'])
export const sampleNameSchema = z.string().overwrite(typedName).min(1).max(100)

/** Of a first sync that was read back: what was asked for, and whether there was more. */
export const readBackSchema = z.object({
  flow: flowSchema,
  since: z.iso.datetime().nullable(),
  /** The sample it is compared with, in words. */
  sample: z.string().max(300),
  partial: z.boolean(),
})

/** The head of a kept sample; `bytes` is the size of its tickets as JSON. */
export const keptSampleSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1),
  flow: flowSchema,
  /** ISO 8601. */
  keptAt: z.string(),
  /** It goes away together with this connection. */
  connectionId: z.string().min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  readBack: readBackSchema.optional(),
})

export type KeptSample = z.infer<typeof keptSampleSchema>
