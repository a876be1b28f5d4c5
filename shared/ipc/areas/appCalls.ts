// The calls about the app itself: what it runs on, stopping a call, the demo organisation.
import { policySchema } from '../../relationship/policy.ts'
import { z } from '../../zod.ts'
import { defineCall, callId, noInput } from './call.ts'
import { proxyAnswerSchema, proxyQuestionSchema } from '../../connection/proxyLogin.ts'

/** `app:…`, `calls:…`, `demo:…` */
export const appCalls = {
  'app:info': defineCall(
    noInput,
    z.object({
      version: z.string(),
      /** `memory`: this computer has no real keystore, keys last until quit. */
      keystore: z.enum(['system', 'memory']),
      keystoreName: z.string(),
      dataFolder: z.string(),
      /** Whether this app asks for new versions at its start. */
      looksForVersions: z.boolean(),
      userName: z.string(),
      /** What an administrator allows and locks, and the file that says so; null without one. */
      policy: z.object({ path: z.string().nullable(), policy: policySchema }),
      /** Sentences about what was found at start: damaged files set aside, and the like. */
      notices: z.array(z.string()),
    }),
  ),
  /** What support needs to know, as text to send: never a name out of ConnectWise, never a secret. */
  'app:diagnostics': defineCall(noInput, z.object({ text: z.string() })),
  /** The next thing wanted from outside the window: a file opened on the desktop, the demo, the login of a proxy. Answers when there is one. */
  'app:nextWish': defineCall(
    z.strictObject({ callId }),
    z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('demo') }),
        z.object({ kind: z.literal('file'), fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
        z.object({ kind: z.literal('proxy'), question: proxyQuestionSchema }),
      ])
      .nullable(),
  ),
  /** What the person says to a question of `app:nextWish`. */
  'app:proxyLogin': defineCall(proxyAnswerSchema, noInput),
  /** A newer version, where somebody wants to know. */
  'app:newVersion': defineCall(z.strictObject({ callId }), z.object({ version: z.string().nullable() })),
  'app:lookForVersions': defineCall(z.strictObject({ on: z.boolean() }), noInput),
  'calls:cancel': defineCall(z.strictObject({ callId }), noInput),
  'demo:open': defineCall(noInput, z.object({ connectionId: z.string(), relationshipId: z.string() })),
}
