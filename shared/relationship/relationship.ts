// What settings hold: all of them in a draft, and of each role those that count, as they are exported.
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
const refSchema = z.looseObject({ id: idSchema, name: z.string() })
const identifiedRefSchema = refSchema.extend({ identifier: extra(z.string()) })
const statusRefSchema = refSchema.extend({ boardId: extra(idSchema) })
const fieldRefSchema = z.looseObject({ id: idSchema, caption: z.string() })

/** The order of the comment types is part of the file format, so any order is read and one is kept. */
export const commentTypesSchema = z
  .array(commentTypeSchema)
  .max(100)
  .transform((chosen) => commentTypes.filter((type) => chosen.includes(type)))

/** What each setting holds; one that is not chosen yet is null. */
const plainSettings = {
  company: identifiedRefSchema.nullable(),
  boards: z.array(refSchema),
  defaultBoard: refSchema.nullable(),
  serviceBoard: refSchema.nullable(),
  status: statusRefSchema.nullable(),
  priority: refSchema.nullable(),
  source: refSchema.nullable(),
  owner: identifiedRefSchema.nullable(),
  commentTypes: commentTypesSchema,
  syncAttachments: z.boolean(),
}
const ofTimeEntries = {
  defaultWorkRole: refSchema.nullable(),
  defaultMember: identifiedRefSchema.nullable(),
  includeNotes: z.boolean(),
}
const reverseFilterSchema = z.strictObject({
  boards: z.array(refSchema).default([]),
  companies: z.array(identifiedRefSchema).default([]),
  statuses: z.array(statusRefSchema).default([]),
  priorities: z.array(refSchema).default([]),
})
const ofReverseSync = { filter: reverseFilterSchema, fieldFilter: fieldRefSchema.nullable() }

/** What a form holds: the settings of both roles at once, and those behind closed gates. */
export const settingsDraftSchema = z.strictObject({
  ...plainSettings,
  timeEntries: z.strictObject({ sync: z.boolean(), ...ofTimeEntries }),
  reverseSync: z.strictObject({ enabled: z.boolean(), ...ofReverseSync }),
})

const emptyFilter = (): ReverseFilter => ({ boards: [], companies: [], statuses: [], priorities: [] })

/** Settings in which nothing is chosen yet. */
export const emptySettings = (): SettingsDraft => ({
  company: null,
  boards: [],
  defaultBoard: null,
  serviceBoard: null,
  status: null,
  priority: null,
  source: null,
  owner: null,
  commentTypes: [],
  syncAttachments: false,
  timeEntries: { sync: false, defaultWorkRole: null, defaultMember: null, includeNotes: false },
  reverseSync: { enabled: false, filter: emptyFilter(), fieldFilter: null },
})

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
    defaultWorkRole: ofTimeEntries.defaultWorkRole.default(null),
    defaultMember: ofTimeEntries.defaultMember.default(null),
    includeNotes: ofTimeEntries.includeNotes.default(false),
  }),
])

const reverseSyncSchema = z.discriminatedUnion('enabled', [
  z
    .strictObject({ enabled: z.literal(false), filter: behindClosedGate, fieldFilter: behindClosedGate })
    .transform(() => ({ enabled: false as const })),
  z.strictObject({
    enabled: z.literal(true),
    filter: reverseFilterSchema.default(emptyFilter),
    fieldFilter: ofReverseSync.fieldFilter.default(null),
  }),
])

const { serviceBoard: _ofTargets, ...ofSource } = plainSettings
const { boards: _boards, defaultBoard: _defaultBoard, ...ofTarget } = plainSettings
/** What a file may leave out. */
const optionalOfBoth = {
  source: plainSettings.source.default(null),
  owner: plainSettings.owner.default(null),
  timeEntries: timeEntriesSchema,
}

export const sourceSettingsSchema = z.strictObject({
  ...ofSource,
  priority: ofSource.priority.default(null),
  ...optionalOfBoth,
})

export const targetSettingsSchema = z.strictObject({
  ...ofTarget,
  ...optionalOfBoth,
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
export type SettingsDraft = z.infer<typeof settingsDraftSchema>
export type Relationship = z.infer<typeof relationshipSchema>
