// What a role and its settings need from ConnectWise.
import { z } from '../zod.ts'
import { type Relationship, roleSchema } from '../relationship/relationship.ts'

/** A test probes just that. */
export const needsSchema = z.strictObject({
  role: roleSchema,
  timeEntries: z.boolean(),
  attachments: z.boolean(),
  reverseSync: z.boolean(),
})

export type Needs = z.infer<typeof needsSchema>

export const needsOf = ({ role, settings }: Relationship): Needs => ({
  role,
  timeEntries: settings.timeEntries.sync,
  attachments: settings.syncAttachments,
  reverseSync: 'reverseSync' in settings && settings.reverseSync.enabled,
})
