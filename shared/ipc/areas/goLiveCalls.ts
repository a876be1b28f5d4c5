// The calls about going live: what was ticked, the window that stays on top, a first sync played in the demo organisation.
import { goLiveSchema } from '../../golive/goLive.ts'
import { flowSchema } from '../../preview/sample/keptSample.ts'
import { syncMistakeNames } from '../../preview/verify/syncMistakes.ts'
import { z } from '../../zod.ts'
import { defineCall, callId, idSchema, noInput } from './call.ts'

/** As many tickets as a played sync takes, in characters of JSON. */
const largestPlayed = 4 * 1024 * 1024

const { entered, read, firstSync, verified, automatic } = goLiveSchema.shape
/** What is put is told whole: with members left out, any object at all would pass for the state of nothing done. */
const wholeGoLiveSchema = z.strictObject({
  entered: entered.removeDefault(),
  read: read.removeDefault(),
  firstSync: firstSync.removeDefault(),
  verified: verified.removeDefault(),
  automatic: automatic.removeDefault(),
})

/** `goLive:…`, `companion:…` */
export const goLiveCalls = {
  /** Reports what is ticked, at once and after every change of any window, until it is stopped. */
  'goLive:watch': defineCall(z.strictObject({ callId, id: idSchema }), noInput),
  'goLive:put': defineCall(z.strictObject({ id: idSchema, goLive: wholeGoLiveSchema }), noInput),
  /** The made-up sync service of the demo organisation, with the saved settings. */
  'goLive:playSync': defineCall(
    z.strictObject({
      id: idSchema,
      flow: flowSchema,
      /** Tickets in their published format as JSON. */
      text: z.string().max(largestPlayed),
      mistakes: z.array(z.enum(syncMistakeNames)).max(50),
    }),
    /** When it began, how many tickets it made or changed, and the mistakes that had nothing to change. */
    z.object({ since: z.string(), tickets: z.int(), idle: z.array(z.enum(syncMistakeNames)) }),
  ),
  /** The companion of one relationship in a narrow window of its own; it is one, whichever relationship it shows. */
  'companion:show': defineCall(
    z.strictObject({ id: idSchema, onTop: z.boolean() }),
    /** Whether it is above the others where that was asked: not every desktop can. */
    z.object({ staysAsAsked: z.boolean() }),
  ),
  'companion:close': defineCall(noInput, noInput),
}
