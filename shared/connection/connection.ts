// A connection as the form edits it and as the page sees it. The private key is never part of either.
import { bounds } from '../bounds.ts'
import { environmentSchema, nameSchema, siteSchema } from './connectionRef.ts'
import { z } from '../zod.ts'

/** What addresses an API and identifies the caller, without the private key. */
export const credentialsSchema = z.strictObject({
  site: siteSchema,
  companyId: nameSchema,
  publicKey: z.string().max(bounds.typed.publicKey),
  clientId: z.string().max(bounds.typed.publicKey),
})

export const connectionValuesSchema = z.strictObject({
  name: nameSchema,
  environment: environmentSchema,
  ...credentialsSchema.shape,
})

/** What a revision of a connection keeps: everything but its keys. */
export const connectionRevisionSchema = z.object({
  name: nameSchema,
  environment: environmentSchema,
  site: siteSchema,
  companyId: nameSchema,
  clientId: z.string().max(bounds.typed.publicKey),
})

/** `saved`: a key is at hand; `needed`: it has to be entered (imported, other machine, failed decryption). */
export const keyStateSchema = z.enum(['saved', 'needed'])

export const connectionViewSchema = z.object({
  id: z.string(),
  ...connectionValuesSchema.shape,
  /** The number of its latest revision. */
  revision: z.int(),
  key: keyStateSchema,
  /** Which of its keys is saved: tells a test with it from one with another. */
  keyId: z.string().optional(),
  /** The demo organisation: answered inside the app, without keys and network. */
  demo: z.boolean(),
  /** When reference data was last read (ISO 8601, UTC), null if never. */
  fetchedAt: z.string().nullable(),
})

/** Which API a call is about: a connection, or the override of one of its relationships. */
export const apiTargetSchema = z.strictObject({
  connectionId: z.string().max(bounds.typed.id),
  overrideOf: z.string().max(bounds.typed.id).nullable(),
})

export const stageNames = ['address', 'tls', 'company', 'keys', 'clientId', 'version', 'access'] as const

/** One step of a connection test. `ok: null` means it was not run because an earlier one failed or the test was cancelled. */
export const stageSchema = z.object({
  stage: z.enum(stageNames),
  ok: z.boolean().nullable(),
  ms: z.number(),
  code: z.string(),
  message: z.string(),
  next: z.string(),
  /** The server's own words with secrets masked. */
  detail: z.string().optional(),
})

/** One right of the ConnectWise role: `Module > Function > Level`. */
export const permissionSchema = z.object({
  right: z.string(),
  state: z.enum(['granted', 'missing', 'untested']),
  neededFor: z.string(),
})

/** What a key pair sees, to be compared with what another one sees. */
export const sightSchema = z.object({
  /** The member the keys belong to, null where ConnectWise does not tell. */
  member: z.string().nullable(),
  /** How many records each list answers with, null where it cannot be counted; empty where it was not asked for. */
  counts: z.array(z.object({ what: z.string(), count: z.int().nullable() })),
  /** Licences are listed, and none as active. */
  unlicensed: z.boolean().optional(),
})

export const testResultSchema = z.object({
  ok: z.boolean(),
  baseUrl: z.string(),
  stages: z.array(stageSchema),
  permissions: z.array(permissionSchema),
  /** The host company info names, where keys did not follow to it: it is shown with `Use this address`. */
  otherSite: z.string().optional(),
  /** Only where the test came as far as the rights. */
  sight: sightSchema.optional(),
})

export type Credentials = z.infer<typeof credentialsSchema>
export type ConnectionValues = z.infer<typeof connectionValuesSchema>
export type ConnectionView = z.infer<typeof connectionViewSchema>
export type ApiTarget = z.infer<typeof apiTargetSchema>
export type StageName = (typeof stageNames)[number]
export type Stage = z.infer<typeof stageSchema>
export type Permission = z.infer<typeof permissionSchema>
export type VisibleCounts = z.infer<typeof sightSchema>
export type TestResult = z.infer<typeof testResultSchema>

/** Whether a right is about reading, which a test can try; every other one would take writing. */
export const isForReading = ({ right }: Permission): boolean => right.includes('> Inquire')
