// The draft a form edits: the settings of both roles at once, so that nothing is lost behind a gate or a role switch.
import { normalisedPlace } from '../connection/destination.ts'
import { z } from '../zod.ts'
import {
  commentTypesSchema,
  fieldRefSchema,
  identifiedRefSchema,
  refSchema,
  reverseFilterSchema,
  roleSchema,
  statusRefSchema,
} from './relationship.ts'
import { nameSchema } from '../connection/connectionRef.ts'

export const settingsDraftSchema = z.strictObject({
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
  timeEntries: z.strictObject({
    sync: z.boolean(),
    defaultWorkRole: refSchema.nullable(),
    defaultMember: identifiedRefSchema.nullable(),
    includeNotes: z.boolean(),
  }),
  reverseSync: z.strictObject({
    enabled: z.boolean(),
    filter: reverseFilterSchema,
    fieldFilter: fieldRefSchema.nullable(),
  }),
})

/** The override's values without its private key, which only the keystore holds. */
export const overrideDraftSchema = z.strictObject({
  enabled: z.boolean(),
  site: z.string(),
  companyId: z.string(),
  publicKey: z.string(),
  clientId: z.string(),
})

export const relationshipDraftSchema = z.strictObject({
  contractName: nameSchema,
  partner: nameSchema,
  role: roleSchema,
  connectionId: z.string(),
  settings: settingsDraftSchema,
  apiOverride: overrideDraftSchema,
})

export type SettingsDraft = z.infer<typeof settingsDraftSchema>
export type OverrideDraft = z.infer<typeof overrideDraftSchema>
export type RelationshipDraft = z.infer<typeof relationshipDraftSchema>

/** A draft in which nothing is chosen yet. */
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
  reverseSync: {
    enabled: false,
    filter: { boards: [], companies: [], statuses: [], priorities: [] },
    fieldFilter: null,
  },
})

/** A draft as it is stored: its override names what will be asked, in one writing. */
export const storedDraft = (draft: RelationshipDraft): RelationshipDraft => ({
  ...draft,
  apiOverride: normalisedPlace(draft.apiOverride),
})

/** An override that is switched off and holds nothing. */
export const emptyOverride = (): OverrideDraft => ({
  enabled: false,
  site: '',
  companyId: '',
  publicKey: '',
  clientId: '',
})
