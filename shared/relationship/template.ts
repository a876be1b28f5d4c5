// A template: the settings of a relationship without its connection, its names and what differs per customer.
import { z } from '../zod.ts'
import { emptySettings, type RelationshipDraft, settingsDraftSchema } from './draft.ts'
import { roleSchema } from './relationship.ts'
import { nameSchema, siteSchema } from '../connection/connectionRef.ts'

export const templateSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: nameSchema,
  savedAt: z.iso.datetime(),
  /** The ConnectWise whose ids the settings hold. */
  origin: z.strictObject({ site: siteSchema, companyId: nameSchema }),
  role: roleSchema,
  settings: settingsDraftSchema,
})

export type Template = z.infer<typeof templateSchema>

/** The settings without the company, the owner and the companies of the filter: those are the customer's own. */
export const templateSettings = ({
  settings,
}: Pick<RelationshipDraft, 'settings'>): Template['settings'] => ({
  ...settings,
  company: null,
  owner: emptySettings().owner,
  reverseSync: {
    ...settings.reverseSync,
    filter: { ...settings.reverseSync.filter, companies: [] },
  },
})
