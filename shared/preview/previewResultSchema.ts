// The published form of a preview result, for its JSON Schema; the result itself is made, not read.
import { z } from '../zod.ts'
import {
  audiences,
  failReasons,
  type PreviewItem,
  type PreviewResult,
  previewWarnings,
  skipReasons,
  stayReasons,
} from './previewResult.ts'

const count = z.int().min(0)
const rowReason = z.enum([...skipReasons, ...failReasons])
const warnings = z.array(z.enum(previewWarnings))

const itemSchema = z.strictObject({
  kind: z.enum(['note', 'attachment', 'timeEntry'] satisfies PreviewItem['kind'][]),
  label: z.string(),
  verdict: z.enum(['send', 'stay'] satisfies PreviewItem['verdict'][]),
  reasons: z.array(z.enum([...stayReasons, ...skipReasons, ...failReasons])),
  warnings,
  audience: z.array(z.enum(audiences)),
})

const members = z.record(z.string(), z.unknown())
const patch = z.strictObject({
  op: z.literal('replace'),
  path: z.enum(['status', 'priority']),
  value: z.strictObject({ id: z.int() }),
})
const requestSchema = z.union([
  z.strictObject({ method: z.literal('POST'), path: z.string(), body: members }),
  z.strictObject({ method: z.literal('PATCH'), path: z.string(), body: z.array(patch) }),
  z.strictObject({ method: z.literal('POST'), path: z.string(), multipart: members }),
])

/** What `preview --json` writes. */
export const previewResultSchema = z.strictObject({
  flow: z.enum(['inbound', 'outbound'] satisfies PreviewResult['flow'][]),
  summary: z.union([
    z.strictObject({ create: count, fail: count }),
    z.strictObject({ send: count, skip: count }),
  ]),
  notRead: z.array(z.strictObject({ row: z.int().min(1), reason: z.string() })),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      verdict: z.enum([
        'create',
        'fail',
        'send',
        'skip',
      ] satisfies PreviewResult['rows'][number]['verdict'][]),
      reasons: z.array(rowReason),
      warnings,
      requests: z.array(requestSchema),
      items: z.array(itemSchema),
    }),
  ),
})
