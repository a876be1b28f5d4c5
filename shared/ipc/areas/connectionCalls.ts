// The calls about connections and their keys. A private key goes in and never comes out.
import { bounds } from '../../bounds.ts'
import {
  apiTargetSchema,
  connectionRevisionSchema,
  connectionValuesSchema,
  connectionViewSchema,
  credentialsSchema,
  testResultSchema,
} from '../../connection/connection.ts'
import { needsSchema } from '../../rights/needs.ts'
import { z } from '../../zod.ts'
import { defineCall, callId, idSchema, noInput, privateKey } from './call.ts'

/** `connections:…` */
export const connectionCalls = {
  'connections:list': defineCall(noInput, z.array(connectionViewSchema)),
  'connections:save': defineCall(
    z.strictObject({
      id: idSchema.nullable(),
      values: connectionValuesSchema,
      /** The revision the values were made from; another one in the store is a conflict. null does not ask. */
      baseRevision: z.int().nullable().default(null),
      /** null keeps the saved key. */
      privateKey: privateKey.nullable(),
    }),
    connectionViewSchema,
  ),
  /** Replaces the keys of a stored connection as one pair: afterwards the old one or the new one stands, never a mix. */
  'connections:rotate': defineCall(
    z.strictObject({
      id: idSchema,
      publicKey: z.string().trim().min(1).max(bounds.typed.publicKey),
      clientId: z.string().max(bounds.typed.publicKey),
      privateKey: privateKey.trim().min(1),
    }),
    connectionViewSchema,
  ),
  /** Newest first, without keys. */
  'connections:revisions': defineCall(
    z.strictObject({ id: idSchema }),
    z.array(connectionRevisionSchema.extend({ number: z.int(), savedAt: z.string(), user: z.string() })),
  ),
  'connections:remove': defineCall(
    z.strictObject({
      id: idSchema,
      /** Also when relationships use it; without it their names come back with the code `in-use`. */
      force: z.boolean().default(false),
    }),
    noInput,
  ),
  'connections:test': defineCall(
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
}
