// Long loops of main give way to the window between two steps.
import { setImmediate } from 'node:timers/promises'

/** A stretch this long is not felt (milliseconds). */
const stretch = 12

/** Call it between two steps: most of the time it does nothing, and when the last turn is long ago it lets others run. */
export function createGiveWay(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now()
  return async () => {
    if (now() - since < stretch) return
    await setImmediate()
    since = now()
  }
}
