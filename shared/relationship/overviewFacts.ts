// What a table of many relationships tells of each without its lists: whom it is about, where tickets land, what leaves.
import { z } from '../zod.ts'
import type { RelationshipDraft } from './draft.ts'
import { draftLandingBoard } from './edit.ts'
import { commentTypesSchema } from './relationship.ts'

const nameOrNull = z.string().nullable()

/** Names are those of the saved settings; null where nothing is chosen. */
export const overviewFactsShape = {
  company: nameOrNull,
  landsOn: nameOrNull,
  /** How many boards role source sends from; 0 for role target. */
  boards: z.int(),
  owner: nameOrNull,
  commentTypes: commentTypesSchema,
  /** null where the role knows none. */
  reverseSync: z.boolean().nullable(),
}

export type OverviewFacts = z.infer<z.ZodObject<typeof overviewFactsShape>>

export function overviewFacts(draft: RelationshipDraft): OverviewFacts {
  const { role, settings } = draft
  return {
    company: settings.company?.name ?? null,
    landsOn: draftLandingBoard(draft)?.name ?? null,
    boards: role === 'source' ? settings.boards.length : 0,
    owner: settings.owner?.name ?? null,
    commentTypes: settings.commentTypes,
    reverseSync: role === 'target' ? settings.reverseSync.enabled : null,
  }
}
