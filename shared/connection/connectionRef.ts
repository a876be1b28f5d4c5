// What names a connection wherever something speaks of it: in settings, exports and snapshots.
import { bounds } from '../bounds.ts'
import { z } from '../zod.ts'
import { environments } from './environments.ts'

export const environmentSchema = z.enum(environments)

/** What people name and address things with. Files and store have one limit, far above what anybody types. */
export const nameSchema = z.string().max(bounds.typed.name)
export const siteSchema = z.string().max(bounds.typed.site)

/** What an export says of the connection: enough to find or re-create it, never a key. */
export const connectionRefSchema = z.strictObject({
  name: nameSchema,
  environment: environmentSchema,
  site: siteSchema,
  companyId: nameSchema,
})

export type ConnectionRef = z.infer<typeof connectionRefSchema>

/** What exports and snapshots say of a connection: its keys stay behind. */
export const connectionRefOf = ({ name, environment, site, companyId }: ConnectionRef): ConnectionRef => ({
  name,
  environment,
  site,
  companyId,
})
