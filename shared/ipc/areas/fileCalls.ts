// The calls about files: what leaves as a file, and the steps of an import.
import { bounds } from '../../bounds.ts'
import { permissionSchema } from '../../connection/connection.ts'
import { fileKinds } from '../../files/fileKind.ts'
import { choicesSchema, matchSchema } from '../../files/match/matchRecords.ts'
import { longestPassphrase, shortestPassphrase } from '../../files/passphrase.ts'
import { relationshipSchema } from '../../relationship/relationship.ts'
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput } from './call.ts'

const largestBundle = fileKinds['syncwright.bundle'].bounds.bytes

const importModes = ['new', 'replace'] as const

/** One relationship of a file beside what is already here. */
const importEntrySchema = z.object({
  relationship: relationshipSchema,
  state: z.enum(['new', 'same', 'differs']),
  /** Settings paths that differ from the stored relationship of the same id. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** Where a relationship of the same id is here already, under another connection; null where it is not. */
  elsewhere: z.object({ connectionName: z.string() }).nullable(),
  /** Whether it becomes a relationship of its own, linked to that one, or takes its place. */
  mode: z.enum(importModes),
  /** Another relationship here that has its name. */
  namesake: z.object({ id: z.string(), connectionName: z.string() }).nullable(),
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
      /** `replaces`: when older lists here that were read from that ConnectWise were read; null where none are. */
      references: z.array(
        z.object({ name: z.string(), fetchedAt: z.string(), replaces: z.string().nullable() }),
      ),
      samples: z.array(z.object({ name: z.string(), rows: z.int() })),
      /** How many connections and overrides come with their keys. */
      keys: z.int(),
    })
    .nullable(),
  /** What was left out while it was read, in sentences. */
  notices: z.array(z.string()),
})

/** What a person decided for one relationship of a file. */
const importDecisionSchema = z.strictObject({
  id: idSchema,
  /** The stored connection to use; null takes the one of the file's site and company, or creates it. */
  connectionId: idSchema.nullable(),
  /** For one that is here under another connection; null takes `new`. */
  mode: z.enum(importModes).nullable().default(null),
  /** References by their field: the id of a record of that connection, or null to leave it open. */
  choices: choicesSchema,
})

const shownPermissionSchema = permissionSchema.extend({
  right: z.string().max(500),
  neededFor: z.string().max(500),
})

const writtenFile = z.strictObject({ path: z.string().max(4096) })

/** `files:…` */
export const fileCalls = {
  'files:export': defineCall(
    z.strictObject({ ids: z.array(idSchema).min(1).max(bounds.call.ids) }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Writes the handover sheet of the last saved revision; null when the person cancels. */
  'files:handover': defineCall(
    z.strictObject({
      id: idSchema,
      format: z.enum(['markdown', 'html', 'pdf']),
      /** The permission map of the last test; empty when there was none. */
      permissions: z.array(shownPermissionSchema).max(200),
    }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Writes a field bundle; null when the person cancels. Credentials go along only with a passphrase. */
  'files:exportBundle': defineCall(
    z.strictObject({
      ids: z.array(idSchema).min(1).max(bounds.call.ids),
      samples: z.boolean(),
      passphrase: z.string().min(shortestPassphrase).max(longestPassphrase).nullable(),
    }),
    z.object({ path: z.string(), references: z.int(), samples: z.int(), keys: z.int() }).nullable(),
  ),
  /** Writes the reference data of a connection; null when the person cancels. Errors: `not-found` when none was read. */
  'files:exportReference': defineCall(
    z.strictObject({ connectionId: idSchema }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Shows a file that was written in this run in its folder. */
  'files:show': defineCall(writtenFile, noInput),
  /** Opens it with the program the system has for it. */
  'files:open': defineCall(writtenFile, noInput),
  'files:readImport': defineCall(
    z.strictObject({
      fileName: z.string().max(500),
      text: z.string().max(bounds.call.text),
      /** An import at hand that an export joins: then the answer has its id, and the entries of this file alone. */
      joins: idSchema.nullable().default(null),
    }),
    importReviewSchema,
  ),
  /** A field bundle; `passphrase-needed` when it is locked and none is given. */
  'files:readBundle': defineCall(
    z.strictObject({
      fileName: z.string().max(500),
      bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length <= largestBundle),
      passphrase: z.string().max(longestPassphrase).nullable(),
    }),
    importReviewSchema,
  ),
  /** The entries again, with other decisions; nothing is stored. */
  'files:planImport': defineCall(
    z.strictObject({ importId: idSchema, decisions: z.array(importDecisionSchema).max(bounds.call.ids) }),
    z.object({ entries: z.array(importEntrySchema) }),
  ),
  'files:applyImport': defineCall(
    z.strictObject({
      importId: idSchema,
      ids: z.array(idSchema).max(bounds.call.ids),
      decisions: z.array(importDecisionSchema).max(bounds.call.ids).default([]),
      /** Whether lists of the file may take the place of lists that were read here. */
      replaceLists: z.boolean().default(false),
    }),
    z.object({
      stored: z.array(z.string()),
      /** The new ids of those that were imported beside the one they come from, by the id in the file. */
      newIds: z.record(z.string(), z.string()),
      /** What a bundle brought beside the relationships, as far as it was not here yet. */
      carried: z.object({ references: z.int(), samples: z.int(), keys: z.int() }),
    }),
  ),
  /** Takes the last import back: what was new goes, what was changed gets its former settings as a new revision. */
  'files:undoImport': defineCall(z.strictObject({ importId: idSchema }), noInput),
}

export type ImportEntry = z.infer<typeof importEntrySchema>
export type ImportDecision = z.infer<typeof importDecisionSchema>
export type ImportMode = (typeof importModes)[number]
