// The end of the app: reading is told to stop, and what is being written is written to its end.
import type { Calls } from '../../services/runningCalls.ts'

/** The part of Electron's `app` that ends it. */
type Ending = {
  readonly on: (event: 'will-quit', listener: (event: { preventDefault: () => void }) => void) => unknown
  readonly quit: () => void
}

/** How long the end waits for calls that do not end (milliseconds): long for a write, short for a person. */
const patience = 2000

/** Stops reading and waits for writing; not for ever, because a dialog may be open that nobody answers any more. */
export async function endCalls(calls: Pick<Calls, 'cancelAll' | 'settled'>): Promise<void> {
  calls.cancelAll()
  await Promise.race([calls.settled(), new Promise<void>((resolve) => setTimeout(resolve, patience))])
}

/** Holds the end back until no call runs. */
export function endAfterCalls(app: Ending, calls: Calls): void {
  let mayEnd = false
  app.on('will-quit', (event) => {
    if (mayEnd) return
    event.preventDefault()
    void endCalls(calls).then(() => {
      mayEnd = true
      app.quit()
    })
  })
}
