// What the connection form holds, its rules, and what of it is tested and saved.
import type { ConnectionValues, ConnectionView, Credentials } from '../../shared/connections/schema.ts'
import { environmentSchema } from '../../shared/settings/schema.ts'
import { z } from '../../shared/zod.ts'
import { readAddress } from './address.ts'

const text = (limit: number) => z.string().trim().max(limit, `At most ${limit} characters.`)

/** Keys may follow later: a connection without them is stored and marked `Keys needed`. */
export const connectionFormSchema = z.object({
  name: text(200).min(1, 'A connection needs a name.'),
  environment: environmentSchema,
  site: text(500).superRefine((site, context) => {
    const { problem } = readAddress(site)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  }),
  companyId: text(200).min(1, 'Enter the company you sign in to ConnectWise with.'),
  publicKey: text(200),
  /** Empty keeps the saved key. */
  privateKey: text(500),
  clientId: text(200),
})

export type ConnectionFormValues = z.infer<typeof connectionFormSchema>

/** A form for a stored connection, or an empty one. Production is the careful assumption: it asks before saving. */
export const formValuesOf = (connection: ConnectionView | null): ConnectionFormValues => ({
  name: connection?.name ?? '',
  environment: connection?.environment ?? 'production',
  site: connection?.site ?? '',
  companyId: connection?.companyId ?? '',
  publicKey: connection?.publicKey ?? '',
  privateKey: '',
  clientId: connection?.clientId ?? '',
})

/** What a test runs with: blanks around a pasted value never belong to it. */
export const credentialsOf = (values: ConnectionFormValues): Credentials => ({
  site: values.site.trim(),
  companyId: values.companyId.trim(),
  publicKey: values.publicKey.trim(),
  clientId: values.clientId.trim(),
})

/** The typed private key, or null where none was typed and the saved one counts. */
export const typedKeyOf = (values: ConnectionFormValues): string | null => values.privateKey.trim() || null

/** What is stored of a valid form, without the private key. */
export const connectionValuesOf = (values: ConnectionFormValues): ConnectionValues => ({
  name: values.name.trim(),
  environment: values.environment,
  ...credentialsOf(values),
})
