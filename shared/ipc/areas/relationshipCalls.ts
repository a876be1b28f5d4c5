// The calls about relationships: the list, one of them, its revisions.
import { bounds } from '../../bounds.ts'
import { choicesSchema, matchSchema } from '../../files/match/matchRecords.ts'
import { goLiveWords } from '../../golive/goLiveWords.ts'
import { relationshipDraftSchema } from '../../relationship/draft.ts'
import { leftOpenSchema } from '../../relationship/leftOpen.ts'
import { overviewFactsShape } from '../../relationship/overviewFacts.ts'
import { roleSchema } from '../../relationship/relationship.ts'
import { typedName } from '../../text/typedName.ts'
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput, privateKey } from './call.ts'

const revisionSchema = z.object({
  number: z.int(),
  savedAt: z.string(),
  user: z.string(),
  note: z.string(),
  /** Of the whole draft: revisions of the same content have the same. */
  hash: z.string(),
})

export const readinessSchema = z.object({
  ready: z.boolean(),
  errors: z.int(),
  warnings: z.int(),
  /** How many saved values became inactive, renamed, moved or vanished in ConnectWise. */
  stale: z.int(),
  /** How many of the errors only say that a value is still to be chosen. */
  toChoose: z.int(),
})

const relationshipSummarySchema = z.object({
  id: z.string(),
  contractName: z.string(),
  partner: z.string(),
  role: roleSchema,
  connectionId: z.string(),
  readiness: readinessSchema,
  internalNotes: z.boolean(),
  goLive: z.enum(goLiveWords),
  ...overviewFactsShape,
  savedAt: z.string(),
  savedBy: z.string(),
})

const relationshipDetailSchema = z.object({
  id: z.string(),
  draft: relationshipDraftSchema,
  revision: revisionSchema,
  /** Whether a private key for the override is at hand. */
  overrideKey: z.enum(['saved', 'needed']),
  /** Which key that is. */
  overrideKeyId: z.string().optional(),
  /** The relationship it was imported beside, where that is still here. */
  origin: z.string().nullable(),
  /** What an import, a move or a template could not match and nobody has decided yet. */
  leftOpen: leftOpenSchema,
})

/** Half of what an export may take, in characters; no draft a person makes comes near. */
export const draftSchema = relationshipDraftSchema.refine(
  (draft) => JSON.stringify(draft).length <= bounds.call.draft,
)

const moveShape = {
  id: idSchema,
  connectionId: idSchema,
  /** Records chosen by hand, by their field; null leaves it open. */
  choices: choicesSchema,
}

/** `relationships:…` */
export const relationshipCalls = {
  'relationships:list': defineCall(noInput, z.array(relationshipSummarySchema)),
  'relationships:create': defineCall(
    z.strictObject({
      contractName: z.string().overwrite(typedName).min(1).max(200),
      partner: z.string().overwrite(typedName).min(1).max(200),
      role: roleSchema,
      connectionId: idSchema,
      /** Whose settings it begins with. */
      templateId: idSchema.nullable().default(null),
    }),
    relationshipDetailSchema,
  ),
  'relationships:get': defineCall(z.strictObject({ id: idSchema }), relationshipDetailSchema),
  'relationships:save': defineCall(
    z.strictObject({
      id: idSchema,
      draft: draftSchema,
      /** The revision the draft was made from; another one in the store is a conflict. */
      baseRevision: z.int(),
      note: z.string().max(1000),
      /** null keeps the saved override key. */
      overrideKey: privateKey.nullable(),
      /** The fields of what was left open that are meant to be empty. */
      settled: z.array(z.string().max(200)).max(50_000).default([]),
    }),
    relationshipDetailSchema,
  ),
  /** What each record would become in another connection; nothing is stored. */
  'relationships:planMove': defineCall(
    z.strictObject(moveShape),
    z.object({
      matches: z.array(matchSchema),
      /** When the reference data behind the matches was read, null without any. */
      listsAsOf: z.string().nullable(),
    }),
  ),
  /** Moves it there as one revision; what has no match is cleared. */
  'relationships:move': defineCall(
    z.strictObject({ ...moveShape, baseRevision: z.int() }),
    relationshipDetailSchema,
  ),
  'relationships:remove': defineCall(z.strictObject({ id: idSchema }), noInput),
  /** Copies the latest revision as a new relationship; keys are not copied. */
  'relationships:duplicate': defineCall(z.strictObject({ id: idSchema }), relationshipDetailSchema),
  /** Newest first. */
  'relationships:revisions': defineCall(z.strictObject({ id: idSchema }), z.array(revisionSchema)),
  'relationships:revision': defineCall(
    z.strictObject({ id: idSchema, number: z.int() }),
    relationshipDraftSchema,
  ),
}

export type Revision = z.infer<typeof revisionSchema>
export type RelationshipSummary = z.infer<typeof relationshipSummarySchema>
export type RelationshipDetail = z.infer<typeof relationshipDetailSchema>
