// The contract of every call between page and main: channel, input schema, output schema. Types on both sides derive from it.
import {
  apiTargetSchema,
  connectionValuesSchema,
  connectionViewSchema,
  credentialsSchema,
  needsSchema,
  permissionSchema,
  stageSchema,
  testResultSchema,
} from '../connections/schema.ts'
import { fileKinds } from '../files/fileKind.ts'
import { matchSchema } from '../files/match.ts'
import { longestPassphrase, shortestPassphrase } from '../files/passphrase.ts'
import { flowSchema, keptSampleSchema, sampleLimits, sampleNameSchema } from '../preview/kept.ts'
import { collectionNameSchema, collectionsSchema, companySchema } from '../reference/collections.ts'
import { relationshipDraftSchema } from '../settings/draft.ts'
import { policySchema } from '../settings/policy.ts'
import { connectionRefSchema, relationshipSchema, roleSchema } from '../settings/schema.ts'
import { z } from '../zod.ts'
import type { Channel } from './channels.ts'

const nothing = z.strictObject({})
const largestBundle = fileKinds['syncwright.bundle'].maxBytes
const id = z.string().min(1).max(100)
/** Chosen by the page for each long call: progress carries it, `calls:cancel` names it. */
const callId = z.string().min(1).max(100)
const privateKey = z.string().min(1).max(500)

export const revisionSchema = z.object({
  number: z.int(),
  savedAt: z.string(),
  user: z.string(),
  note: z.string(),
  /** Of the whole draft: revisions of the same content have the same. */
  hash: z.string(),
})

export const readinessSchema = z.object({
  ready: z.boolean(),
  errors: z.int(),
  warnings: z.int(),
  /** How many saved values became inactive, renamed, moved or vanished in ConnectWise. */
  stale: z.int(),
})

export const relationshipSummarySchema = z.object({
  id: z.string(),
  contractName: z.string(),
  partner: z.string(),
  role: roleSchema,
  connectionId: z.string(),
  readiness: readinessSchema,
  internalNotes: z.boolean(),
  savedAt: z.string(),
})

export const relationshipDetailSchema = z.object({
  id: z.string(),
  draft: relationshipDraftSchema,
  revision: revisionSchema,
  /** Whether a private key for the override is at hand. */
  overrideKey: z.enum(['saved', 'needed']),
})

/** The small collections travel whole; companies stay in main and are searched there. */
export const referenceViewSchema = z.object({
  connection: connectionRefSchema,
  fetchedAt: z.string(),
  partial: z.array(collectionNameSchema),
  counts: z.partialRecord(collectionNameSchema, z.int()),
  // Not strict: companies are taken out on the way, not refused.
  collections: z.object(collectionsSchema.omit({ companies: true }).shape),
})

const refreshResultSchema = z.object({
  fetchedAt: z.string(),
  counts: z.partialRecord(collectionNameSchema, z.int()),
  partial: z.array(collectionNameSchema),
  /** One sentence per collection that could not be read, with what to do. */
  problems: z.array(z.object({ collection: collectionNameSchema, message: z.string(), next: z.string() })),
})

/** One relationship of a file beside what is already here. */
export const importEntrySchema = z.object({
  relationship: relationshipSchema,
  state: z.enum(['new', 'same', 'differs']),
  /** Settings paths that differ from the stored relationship of the same id. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** The stored connection it would use, null when one has to be created without keys. */
  connectionId: z.string().nullable(),
  /** What each of its references would become in that connection. */
  matches: z.array(matchSchema),
  /** When the reference data behind the matches was read, null without any. */
  listsAsOf: z.string().nullable(),
})

/** What a file would do; `carries` is what a field bundle holds beside its relationships, null for other files. */
const importReviewSchema = z.object({
  importId: z.string(),
  entries: z.array(importEntrySchema),
  carries: z
    .object({
      references: z.array(z.object({ name: z.string(), fetchedAt: z.string() })),
      samples: z.array(z.object({ name: z.string(), rows: z.int() })),
      /** How many connections and overrides come with their keys. */
      keys: z.int(),
    })
    .nullable(),
})

/** What a person decided for one relationship of a file. */
export const importDecisionSchema = z.strictObject({
  id,
  /** The stored connection to use; null takes the one of the file's site and company, or creates it. */
  connectionId: id.nullable(),
  /** References by their field: the id of a record of that connection, or null to leave it open. */
  choices: z.array(z.strictObject({ field: z.string().max(200), id: z.int().nullable() })).max(50_000),
})

const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({
  input,
  output,
})

export const contract = {
  'app:info': call(
    nothing,
    z.object({
      version: z.string(),
      /** `memory`: this computer has no real keystore, keys last until quit. */
      keystore: z.enum(['system', 'memory']),
      keystoreName: z.string(),
      dataFolder: z.string(),
      userName: z.string(),
      /** What an administrator allows and locks, and the file that says so; null without one. */
      policy: z.object({ path: z.string().nullable(), policy: policySchema }),
      /** Sentences about what was found at start: damaged files set aside, and the like. */
      notices: z.array(z.string()),
    }),
  ),
  /** What support needs to know, as text to send: never a name out of ConnectWise, never a secret. */
  'app:diagnostics': call(nothing, z.object({ text: z.string() })),
  'calls:cancel': call(z.strictObject({ callId }), nothing),
  'connections:list': call(nothing, z.array(connectionViewSchema)),
  'connections:save': call(
    z.strictObject({
      id: id.nullable(),
      values: connectionValuesSchema,
      /** null keeps the saved key. */
      privateKey: privateKey.nullable(),
    }),
    connectionViewSchema,
  ),
  /** Replaces the keys of a stored connection as one pair: afterwards the old one or the new one stands, never a mix. */
  'connections:rotate': call(
    z.strictObject({
      id,
      publicKey: z.string().trim().min(1).max(200),
      clientId: z.string().max(200),
      privateKey: privateKey.trim().min(1),
    }),
    connectionViewSchema,
  ),
  'connections:remove': call(
    z.strictObject({
      id,
      /** Also when relationships use it; without it their names come back with the code `in-use`. */
      force: z.boolean().default(false),
    }),
    nothing,
  ),
  'connections:test': call(
    z.strictObject({
      callId,
      credentials: credentialsSchema,
      /** null uses the key saved for `target`. */
      privateKey: privateKey.nullable(),
      target: apiTargetSchema.nullable(),
      needs: needsSchema,
      /** Also tell whose keys these are and how much they see; takes some more reads. */
      look: z.boolean().default(false),
    }),
    testResultSchema,
  ),
  'demo:open': call(nothing, z.object({ connectionId: z.string(), relationshipId: z.string() })),
  'reference:refresh': call(z.strictObject({ callId, target: apiTargetSchema }), refreshResultSchema),
  'reference:get': call(z.strictObject({ target: apiTargetSchema }), referenceViewSchema.nullable()),
  'companies:search': call(
    z.strictObject({
      target: apiTargetSchema,
      text: z.string().max(200),
      limit: z.int().min(1).max(500),
      /** Also offer deleted companies and those whose status is inactive. */
      showHidden: z.boolean(),
    }),
    z.object({
      rows: z.array(companySchema.extend({ inactive: z.boolean() })),
      /** How many match and are offered, also beyond `limit`. */
      total: z.int(),
      /** How many match but are hidden (deleted or inactive). */
      hidden: z.int(),
    }),
  ),
  'companies:lookup': call(
    z.strictObject({ target: apiTargetSchema, ids: z.array(z.int()).max(1000) }),
    z.array(companySchema),
  ),
  'relationships:list': call(nothing, z.array(relationshipSummarySchema)),
  'relationships:create': call(
    z.strictObject({
      contractName: z.string().trim().min(1).max(200),
      partner: z.string().trim().min(1).max(200),
      role: roleSchema,
      connectionId: id,
    }),
    relationshipDetailSchema,
  ),
  'relationships:get': call(z.strictObject({ id }), relationshipDetailSchema),
  'relationships:save': call(
    z.strictObject({
      id,
      draft: relationshipDraftSchema,
      /** The revision the draft was made from; another one in the store is a conflict. */
      baseRevision: z.int(),
      note: z.string().max(1000),
      /** null keeps the saved override key. */
      overrideKey: privateKey.nullable(),
    }),
    relationshipDetailSchema,
  ),
  'relationships:remove': call(z.strictObject({ id }), nothing),
  /** Puts back what was removed since the start, with every revision. */
  'relationships:undoRemove': call(z.strictObject({ id }), nothing),
  /** Copies the latest revision as a new relationship; keys are not copied. */
  'relationships:duplicate': call(z.strictObject({ id }), relationshipDetailSchema),
  /** Newest first. */
  'relationships:revisions': call(z.strictObject({ id }), z.array(revisionSchema)),
  'relationships:revision': call(z.strictObject({ id, number: z.int() }), relationshipDraftSchema),
  'samples:read': call(
    z.strictObject({
      callId,
      target: apiTargetSchema,
      boards: z.array(z.int()).max(200),
      /** Start date (ISO 8601), null reads without one. */
      since: z.iso.datetime().nullable(),
      limit: z.int().min(1).max(5000),
    }),
    /** The tickets are fetched with `samples:load` under `sampleId`, until something else is read or loaded. */
    z.object({ sampleId: z.string(), rows: z.int(), partial: z.boolean() }),
  ),
  /** Newest first. */
  'samples:list': call(nothing, z.array(keptSampleSchema)),
  'samples:keep': call(
    z.strictObject({
      /** Chosen by the page: a large sample arrives in parts under one id. */
      keepId: callId,
      name: sampleNameSchema,
      connectionId: id,
      flow: flowSchema,
      /** How many tickets came before this part. */
      from: z.int().min(0),
      /** Tickets in their published format as JSON: the page hands them on without looking inside. */
      text: z.string().max(sampleLimits.one),
      last: z.boolean(),
    }),
    /** null until the last part is there. */
    keptSampleSchema.nullable(),
  ),
  'samples:load': call(
    z.strictObject({ id, from: z.int().min(0) }),
    /** `text`: tickets as JSON; `next`: where the following part begins, null after the last. */
    z.object({ text: z.string(), next: z.int().nullable() }),
  ),
  'samples:remove': call(z.strictObject({ id }), nothing),
  'files:export': call(
    z.strictObject({ ids: z.array(id).min(1).max(10_000) }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Writes the handover sheet of the last saved revision; null when the person cancels. */
  'files:handover': call(
    z.strictObject({
      id,
      format: z.enum(['markdown', 'html']),
      /** The permission map of the last test; empty when there was none. */
      permissions: z.array(permissionSchema).max(200),
    }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Writes a field bundle; null when the person cancels. Credentials go along only with a passphrase. */
  'files:exportBundle': call(
    z.strictObject({
      ids: z.array(id).min(1).max(10_000),
      samples: z.boolean(),
      passphrase: z.string().min(shortestPassphrase).max(longestPassphrase).nullable(),
    }),
    z.object({ path: z.string(), references: z.int(), samples: z.int(), keys: z.int() }).nullable(),
  ),
  'files:readImport': call(
    z.strictObject({ fileName: z.string().max(500), text: z.string().max(64 * 1024 * 1024) }),
    importReviewSchema,
  ),
  /** A field bundle; `passphrase-needed` when it is locked and none is given. */
  'files:readBundle': call(
    z.strictObject({
      fileName: z.string().max(500),
      bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length <= largestBundle),
      passphrase: z.string().max(longestPassphrase).nullable(),
    }),
    importReviewSchema,
  ),
  /** The entries again, with other decisions; nothing is stored. */
  'files:planImport': call(
    z.strictObject({ importId: id, decisions: z.array(importDecisionSchema).max(10_000) }),
    z.object({ entries: z.array(importEntrySchema) }),
  ),
  'files:applyImport': call(
    z.strictObject({
      importId: id,
      ids: z.array(id).max(10_000),
      decisions: z.array(importDecisionSchema).max(10_000).default([]),
    }),
    z.object({
      stored: z.array(z.string()),
      /** What a bundle brought beside the relationships, as far as it was not here yet. */
      carried: z.object({ references: z.int(), samples: z.int(), keys: z.int() }),
    }),
  ),
  /** Takes the last import back: what was new goes, what was changed gets its former settings as a new revision. */
  'files:undoImport': call(z.strictObject({ importId: id }), nothing),
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>

/** What a running call reports while it works. */
export const progressSchema = z.object({
  callId,
  report: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stage'), stage: stageSchema }),
    z.object({
      kind: z.literal('collection'),
      collection: collectionNameSchema,
      done: z.int(),
      /** null while the total is not known. */
      total: z.int().nullable(),
      finished: z.boolean(),
    }),
    z.object({ kind: z.literal('tickets'), done: z.int(), total: z.int().nullable() }),
    /** ConnectWise asked to wait: seconds left. */
    z.object({ kind: z.literal('wait'), seconds: z.number() }),
  ]),
})

export type Progress = z.infer<typeof progressSchema>
export type ProgressReport = Progress['report']
export type RelationshipSummary = z.infer<typeof relationshipSummarySchema>
export type Revision = z.infer<typeof revisionSchema>
export type RelationshipDetail = z.infer<typeof relationshipDetailSchema>
export type ReferenceView = z.infer<typeof referenceViewSchema>
export type ImportEntry = z.infer<typeof importEntrySchema>
export type ImportDecision = z.infer<typeof importDecisionSchema>
export type RefreshResult = z.infer<typeof refreshResultSchema>
