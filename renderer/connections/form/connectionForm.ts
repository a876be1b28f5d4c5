// What the connection form holds, its rules, and what of it is tested and saved.
import type { ConnectionValues, ConnectionView, Credentials } from '../../../shared/connection/connection.ts'
import { type Environment, environmentSchema } from '../../../shared/relationship/relationship.ts'
import { z } from '../../../shared/zod.ts'
import { readAddress } from './typedAddress.ts'

const text = (limit: number) => z.string().trim().max(limit, `At most ${limit} characters.`)

/** Keys may follow later: a connection without them is stored and marked `Keys needed`. */
export const connectionFormSchema = z.object({
  /** Empty: the company ID serves as the name. */
  name: text(200),
  /** null until it is chosen: then the address and the company ID suggest it. */
  environment: environmentSchema.nullable(),
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

/** A form for a stored connection, or an empty one. */
export const formValuesOf = (connection: ConnectionView | null): ConnectionFormValues => ({
  name: connection?.name ?? '',
  environment: connection?.environment ?? null,
  site: connection?.site ?? '',
  companyId: connection?.companyId ?? '',
  publicKey: connection?.publicKey ?? '',
  privateKey: '',
  clientId: connection?.clientId ?? '',
})

/** First match wins; the words are those that instances for trying things out carry in their host or company ID. */
const environmentHints: readonly [RegExp, Environment][] = [
  [/^(https?:\/\/)?staging\.|connectwisedev\.com/i, 'staging'],
  [/^(https?:\/\/)?(127\.0\.0\.1|localhost|\[::1\])/i, 'sandbox'],
  [/sandbox|test|demo/i, 'sandbox'],
]

/** The chosen environment, else what site and company ID suggest. Production is the careful assumption: it asks before saving. */
export function environmentOf({ environment, site, companyId }: ConnectionFormValues): Environment {
  if (environment) return environment
  const hint = environmentHints.find(([words]) => words.test(site.trim()) || words.test(companyId))
  return hint?.[1] ?? 'production'
}

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
  name: values.name.trim() || values.companyId.trim(),
  environment: environmentOf(values),
  ...credentialsOf(values),
})
