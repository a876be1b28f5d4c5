// What the connection form holds, its rules, and what of it is tested and saved.
import type { UseFormReturnType } from '@mantine/form'
import type { ConnectionValues, ConnectionView, Credentials } from '../../../shared/connection/connection.ts'
import { normalisedSite } from '../../../shared/connection/destination.ts'
import { cleanPasted } from '../../../shared/connection/pastedText.ts'
import { parseSite } from '../../../shared/connection/siteAddress.ts'
import { environmentSchema } from '../../../shared/connection/connectionRef.ts'
import type { Environment } from '../../../shared/connection/environments.ts'
import { typedName } from '../../../shared/text/typedName.ts'
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

export const connectionLabels = {
  name: 'Name',
  environment: 'Environment',
  site: 'Site',
  companyId: 'Company ID',
  publicKey: 'Public key',
  clientId: 'Client ID',
} as const satisfies Partial<Record<keyof ConnectionFormValues, string>>

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

/** How many fields hold something else. */
export function changedIn(values: ConnectionFormValues, saved: ConnectionFormValues): number {
  const before = new Map<string, unknown>(Object.entries(saved))
  return Object.entries(values).filter(([name, value]) => value !== before.get(name)).length
}

/** First match wins: what instances for trying things out carry in their host. A company's name says nothing. */
const environmentHints: readonly [RegExp, Environment][] = [
  [/^(api-)?staging\.|\.connectwisedev\.com$/, 'staging'],
  [/^(127\.0\.0\.1|localhost|\[::1\])$/, 'sandbox'],
  [/(^|[.-])sandbox([.-]|$)/, 'sandbox'],
]

/** The chosen environment, else what the host suggests. Production is the careful assumption: it asks before saving. */
export function environmentOf({ environment, site }: ConnectionFormValues): Environment {
  if (environment) return environment
  const host = parseSite(site)?.hostname ?? ''
  return environmentHints.find(([words]) => words.test(host))?.[1] ?? 'production'
}

/** What a test runs with, as it will be saved: what came along when a value was pasted never belongs to it. */
export const credentialsOf = (values: ConnectionFormValues): Credentials => ({
  site: normalisedSite(cleanPasted('site', values.site).value),
  companyId: cleanPasted('companyId', values.companyId).value,
  publicKey: cleanPasted('publicKey', values.publicKey).value,
  clientId: cleanPasted('clientId', values.clientId).value,
})

/** The typed private key, or null where none was typed and the saved one counts. */
export const typedKeyOf = ({ privateKey }: ConnectionFormValues): string | null =>
  cleanPasted('privateKey', privateKey).value || null

/** What is stored of a valid form, without the private key. */
export const connectionValuesOf = (values: ConnectionFormValues): ConnectionValues => ({
  name: typedName(values.name) || cleanPasted('companyId', values.companyId).value,
  environment: environmentOf(values),
  ...credentialsOf(values),
})

/** The form as Mantine holds it. */
export type ConnectionForm = UseFormReturnType<ConnectionFormValues>
