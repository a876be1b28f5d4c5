// The draft a form edits: the settings of both roles at once, so that nothing is lost behind a gate or a role switch.
import { normalisedPlace } from '../connection/destination.ts'
import { z } from '../zod.ts'
import { roleSchema, settingsDraftSchema } from './relationship.ts'
import { nameSchema } from '../connection/connectionRef.ts'

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

export type OverrideDraft = z.infer<typeof overrideDraftSchema>
export type RelationshipDraft = z.infer<typeof relationshipDraftSchema>

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
