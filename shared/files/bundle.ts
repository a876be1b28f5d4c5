// The field bundle's own parts: its manifest, the names its entries may have, and the credentials it may carry.
import { bounds } from '../bounds.ts'
import { credentialsSchema } from '../connection/connection.ts'
import { connectionRefSchema } from '../connection/connectionRef.ts'
import { z } from '../zod.ts'

export const bundleKind = 'syncwright.bundle'
export const bundleVersion = 1
export const bundleExtension = '.syncwright-bundle'

export const entryNames = {
  manifest: 'manifest.json',
  relationships: 'relationships.syncwright.json',
  credentials: 'credentials.json',
} as const

const organisation = connectionRefSchema.pick({ site: true, companyId: true })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256 in hexadecimal')

/** `manifest.json`. Only kind and version have to be there; the rest proves and describes the other entries. */
export const manifestSchema = z.strictObject({
  kind: z.literal(bundleKind),
  version: z.literal(bundleVersion),
  exportedAt: z.iso.datetime({ offset: true }).optional(),
  /** Every other entry with the hash of its content. */
  files: z.array(z.object({ path: z.string(), sha256 })).optional(),
  /** What a sample is called and which organisation it is of; a sample file itself is a plain list of tickets. */
  samples: z
    .array(z.object({ path: z.string(), name: z.string().trim().min(1).max(100), connection: organisation }))
    .optional(),
})

/** The private keys of one address: of a connection, or of the override of one relationship. */
const keysSchema = { ...credentialsSchema.shape, privateKey: z.string().min(1).max(bounds.typed.privateKey) }

/** `credentials.json`: only ever inside an encrypted bundle. */
export const bundleCredentialsSchema = z.strictObject({
  kind: z.literal('syncwright.credentials'),
  version: z.literal(1),
  connections: z.array(z.strictObject({ ...keysSchema })).max(bounds.call.ids),
  overrides: z
    .array(z.strictObject({ relationship: z.string().max(64), ...keysSchema }))
    .max(bounds.call.ids),
})

export type Manifest = z.infer<typeof manifestSchema>
export type BundleCredentials = z.infer<typeof bundleCredentialsSchema>
