// The calls about unsaved drafts: main keeps them in files, so that a crash, a shutdown or a power cut loses none.
import { relationshipDraftSchema } from '../../relationship/draft.ts'
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput } from './call.ts'
import { draftSchema } from './relationshipCalls.ts'

const keptShape = {
  id: idSchema,
  /** The revision the changes were made upon. */
  baseRevision: z.int(),
  /** Whether a private key was typed; the key itself is never kept. */
  keyTyped: z.boolean(),
}
/** Which window it is, the same one after a reload: what another one is editing is not offered here. */
const windowId = z.string().min(1).max(100)

const keptDraftSchema = z.object({ ...keptShape, keptAt: z.string(), draft: relationshipDraftSchema })

/** `drafts:…` */
export const draftCalls = {
  'drafts:keep': defineCall(z.strictObject({ ...keptShape, windowId, draft: draftSchema }), noInput),
  /** Those that differ from what is saved, newest first. */
  'drafts:list': defineCall(z.strictObject({ windowId }), z.array(keptDraftSchema)),
  'drafts:forget': defineCall(z.strictObject({ id: idSchema }), noInput),
}

export type KeptDraft = z.infer<typeof keptDraftSchema>
