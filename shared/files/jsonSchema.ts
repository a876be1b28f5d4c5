// The published JSON Schema of each file format, derived from the schemas that read the files.
import { outboundSampleSchema, publishedPartnerTicketSchema } from '../preview/sample/sample.ts'
import { previewResultSchema } from '../preview/result/previewSchema.ts'
import { verifyResultSchema } from '../preview/verify/verifyResult.ts'
import { policyFileSchema } from '../relationship/policy.ts'
import { snapshotSchema } from '../reference/collections.ts'
import { z } from '../zod.ts'
import { manifestSchema } from './bundle.ts'
import { relationshipsFileSchema } from './relationshipsFile.ts'

const ticket = publishedPartnerTicketSchema.shape
/** Numbers and booleans in the scalar fields of a sample are taken as text. */
const asText = (text: z.ZodType) => z.union([text, z.number(), z.boolean()])
const writtenTicketSchema = publishedPartnerTicketSchema.extend({
  key: asText(ticket.key),
  summary: asText(ticket.summary),
  description: asText(ticket.description),
  status: asText(ticket.status),
  priority: asText(ticket.priority),
  createdAt: asText(ticket.createdAt),
  updatedAt: asText(ticket.updatedAt),
})

const formats = {
  'syncwright.relationships': {
    title: 'Relationships export (*.syncwright.json)',
    schema: relationshipsFileSchema,
  },
  'syncwright.reference': { title: 'Reference snapshot (*.reference.json)', schema: snapshotSchema },
  'syncwright.bundle': {
    title: 'Field bundle (*.syncwright-bundle): its manifest.json',
    schema: manifestSchema,
  },
  'inbound-sample': {
    title: 'Inbound sample: tickets of the partner',
    schema: z.array(writtenTicketSchema),
  },
  'outbound-sample': { title: 'Outbound sample: tickets of ConnectWise', schema: outboundSampleSchema },
  preview: { title: 'Result of `preview --json`', schema: previewResultSchema },
  verify: { title: 'Result of `verify --json`', schema: verifyResultSchema },
  policy: { title: 'Policy of the administrator (policy.json)', schema: policyFileSchema },
} as const

export type FormatName = keyof typeof formats

/** Every published format with what it is. */
export const formatTitles: readonly { kind: FormatName; title: string }[] = (
  Object.keys(formats) as FormatName[]
).map((kind) => ({ kind, title: formats[kind].title }))

/** Finds a format by its kind, with or without the product's name in front: `reference`. */
export const formatNamed = (name: string): FormatName | undefined =>
  formatTitles.find(({ kind }) => kind === name || kind === `syncwright.${name}`)?.kind

/** Files of our own may name their schema at the top, as editors want it. */
const withSchemaMember = (schema: Record<string, unknown>): Record<string, unknown> =>
  typeof schema['properties'] === 'object' && schema['properties'] !== null && 'kind' in schema['properties']
    ? { ...schema, properties: { $schema: { type: 'string' }, ...schema['properties'] } }
    : schema

/** The JSON Schema (2020-12) of what may be written by hand; what a reader fills in by itself may be left out. */
export const jsonSchemaOf = (kind: FormatName): Record<string, unknown> => {
  const { title, schema } = formats[kind]
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { $schema, title, ...withSchemaMember(rest) }
}
