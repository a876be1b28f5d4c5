// The settings of one relationship as they count and as they are exported: one schema per role.
import { connectionRefSchema, nameSchema, siteSchema } from '../connection/connectionRef.ts'
import { z } from '../zod.ts'
import { roles } from './roles.ts'

export const commentTypes = ['internal', 'discussion', 'resolution'] as const

export const roleSchema = z.enum(roles)
export const commentTypeSchema = z.enum(commentTypes)

/** ConnectWise ids are 32-bit integers (OpenAPI model 2022.1: format int32). */
const idSchema = z.int().min(0).max(2_147_483_647)

/** What a reference may carry beside id and name; `null` is as good as absent. */
const extra = <T extends z.ZodType>(schema: T) =>
  schema
    .nullable()
    .transform((value) => value ?? undefined)
    .optional()

/** A pointer to a ConnectWise record. The id decides; names are for people and for matching on another instance. */
export const refSchema = z.looseObject({ id: idSchema, name: z.string() })
export const identifiedRefSchema = refSchema.extend({ identifier: extra(z.string()) })
export const statusRefSchema = refSchema.extend({ boardId: extra(idSchema) })
export const fieldRefSchema = z.looseObject({ id: idSchema, caption: z.string() })

/** Required settings may be unfinished, so `null`; optional ones may be left out of a file as well. */
const required = <T extends z.ZodType>(schema: T) => schema.nullable()
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** The order of the comment types is part of the file format, so any order is read and one is kept. */
export const commentTypesSchema = z
  .array(commentTypeSchema)
  .max(100)
  .transform((chosen) => commentTypes.filter((type) => chosen.includes(type)))

/** A key behind a closed gate: whatever it holds is read and dropped. */
const behindClosedGate = z.unknown().optional()

const timeEntriesSchema = z.discriminatedUnion('sync', [
  z
    .strictObject({
      sync: z.literal(false),
      defaultWorkRole: behindClosedGate,
      defaultMember: behindClosedGate,
      includeNotes: behindClosedGate,
    })
    .transform(() => ({ sync: false as const })),
  z.strictObject({
    sync: z.literal(true),
    defaultWorkRole: optional(refSchema),
    defaultMember: optional(identifiedRefSchema),
    includeNotes: z.boolean().default(false),
  }),
])

export const reverseFilterSchema = z.strictObject({
  boards: z.array(refSchema).default([]),
  companies: z.array(identifiedRefSchema).default([]),
  statuses: z.array(statusRefSchema).default([]),
  priorities: z.array(refSchema).default([]),
})

const reverseSyncSchema = z.discriminatedUnion('enabled', [
  z
    .strictObject({ enabled: z.literal(false), filter: behindClosedGate, fieldFilter: behindClosedGate })
    .transform(() => ({ enabled: false as const })),
  z.strictObject({
    enabled: z.literal(true),
    filter: reverseFilterSchema.default({ boards: [], companies: [], statuses: [], priorities: [] }),
    fieldFilter: optional(fieldRefSchema),
  }),
])

const landing = {
  status: required(statusRefSchema),
}
const recorded = {
  source: optional(refSchema),
  owner: optional(identifiedRefSchema),
  commentTypes: commentTypesSchema,
  syncAttachments: z.boolean(),
  timeEntries: timeEntriesSchema,
}

export const sourceSettingsSchema = z.strictObject({
  company: required(identifiedRefSchema),
  boards: z.array(refSchema),
  defaultBoard: required(refSchema),
  ...landing,
  priority: optional(refSchema),
  ...recorded,
})

export const targetSettingsSchema = z.strictObject({
  company: required(identifiedRefSchema),
  serviceBoard: required(refSchema),
  ...landing,
  priority: required(refSchema),
  ...recorded,
  reverseSync: reverseSyncSchema,
})

export const apiOverrideSchema = z.strictObject({ site: siteSchema, companyId: nameSchema })

const relationshipHead = {
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
      'Expected letters, digits, hyphens and underscores, at most 64',
    ),
  contractName: nameSchema,
  partner: nameSchema,
}
const relationshipConnection = {
  connection: connectionRefSchema,
  apiOverride: apiOverrideSchema.nullable().default(null),
}

/** One relationship in its effective form: what counts, what is exported, what findings and preview judge. */
export const relationshipSchema = z.discriminatedUnion('role', [
  z.strictObject({
    ...relationshipHead,
    role: z.literal('source'),
    ...relationshipConnection,
    settings: sourceSettingsSchema,
  }),
  z.strictObject({
    ...relationshipHead,
    role: z.literal('target'),
    ...relationshipConnection,
    settings: targetSettingsSchema,
  }),
])

export type CommentType = z.infer<typeof commentTypeSchema>
export type Ref = z.infer<typeof refSchema>
export type IdentifiedRef = z.infer<typeof identifiedRefSchema>
export type StatusRef = z.infer<typeof statusRefSchema>
export type FieldRef = z.infer<typeof fieldRefSchema>
export type SourceSettings = z.infer<typeof sourceSettingsSchema>
export type TargetSettings = z.infer<typeof targetSettingsSchema>
export type ReverseFilter = z.infer<typeof reverseFilterSchema>
export type Relationship = z.infer<typeof relationshipSchema>
