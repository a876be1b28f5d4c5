// A template: the settings of a relationship without its connection, its names and what differs per customer.
import { z } from '../zod.ts'
import type { DraftValues } from './fieldRow.ts'
import { fields, recordFields, recordPaths } from './fields.ts'
import { roleSchema, settingsDraftSchema } from './relationship.ts'
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

/** The settings without those that are the customer's own. */
export const templateSettings = (draft: DraftValues): Template['settings'] =>
  recordPaths
    .filter((path) => fields[path].perCustomer)
    .reduce((held, path) => recordFields[path].records.write(held, []), draft).settings
