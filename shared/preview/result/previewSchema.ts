// The published shape of a preview result, for `schema preview`; the types beside it are what the code works with.
import { z } from '../../zod.ts'
import {
  audiences,
  failReasons,
  type PreviewResult,
  previewWarnings,
  skipReasons,
  stayReasons,
} from './previewResult.ts'

const count = z.int().min(0)
const object = z.record(z.string(), z.unknown())
const rowReason = z.enum([...skipReasons, ...failReasons])
const warnings = z.array(z.enum(previewWarnings))

const requestSchema = z.union([
  z.object({ method: z.literal('POST'), path: z.string(), body: object }),
  z.object({ method: z.literal('POST'), path: z.string(), multipart: object }),
  z.object({
    method: z.literal('PATCH'),
    path: z.string(),
    body: z.array(
      z.object({
        op: z.literal('replace'),
        path: z.enum(['status', 'priority']),
        value: z.object({ id: z.int() }),
      }),
    ),
  }),
])

const itemSchema = z.object({
  kind: z.enum(['note', 'attachment', 'timeEntry']),
  label: z.string(),
  verdict: z.enum(['send', 'stay']),
  reasons: z.array(z.enum([...stayReasons, ...skipReasons, ...failReasons])),
  warnings,
  audience: z.array(z.enum(audiences)),
})

export const previewResultSchema: z.ZodType<PreviewResult> = z.object({
  flow: z.enum(['inbound', 'outbound']),
  summary: z.union([z.object({ create: count, fail: count }), z.object({ send: count, skip: count })]),
  notRead: z.array(z.object({ row: count, reason: z.string() })),
  rows: z.array(
    z.object({
      key: z.string(),
      verdict: z.enum(['create', 'fail', 'send', 'skip']),
      reasons: z.array(rowReason),
      warnings,
      requests: z.array(requestSchema),
      items: z.array(itemSchema),
    }),
  ),
})
