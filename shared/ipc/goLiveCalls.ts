// The calls about going live: what was ticked, and a first sync played in the demo organisation.
import { goLiveSchema } from '../golive/goLive.ts'
import { flowSchema } from '../preview/sample/keptSample.ts'
import { syncMistakeNames } from '../preview/verify/syncMistakes.ts'
import { z } from '../zod.ts'
import { call, id, nothing } from './call.ts'

/** As many tickets as a played sync takes, in characters of JSON. */
const largestPlayed = 4 * 1024 * 1024

const { entered, read, tested, firstSync, verified, automatic } = goLiveSchema.shape
/** What is put is told whole: with members left out, any object at all would pass for the state of nothing done. */
const wholeGoLiveSchema = z.strictObject({
  entered: entered.removeDefault(),
  read: read.removeDefault(),
  tested: tested.removeDefault(),
  firstSync: firstSync.removeDefault(),
  verified: verified.removeDefault(),
  automatic: automatic.removeDefault(),
})

/** `goLive:…` */
export const goLiveCalls = {
  'goLive:get': call(z.strictObject({ id }), goLiveSchema),
  'goLive:put': call(z.strictObject({ id, goLive: wholeGoLiveSchema }), nothing),
  /** The made-up sync service of the demo organisation, with the saved settings. */
  'goLive:playSync': call(
    z.strictObject({
      id,
      flow: flowSchema,
      /** Tickets in their published format as JSON. */
      text: z.string().max(largestPlayed),
      mistakes: z.array(z.enum(syncMistakeNames)).max(50),
    }),
    /** When it began, and how many tickets it made or changed. */
    z.object({ since: z.string(), tickets: z.int() }),
  ),
}
