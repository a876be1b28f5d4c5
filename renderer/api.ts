// The page's typed client of the IPC contract: every answer is a Result, progress is subscribed to by call id.
import type { Channel } from '../shared/ipc/channels.ts'
import type { Input, Output } from '../shared/ipc/contract.ts'
import type { Progress, ProgressReport } from '../shared/ipc/progress.ts'
import { fail, type Result } from '../shared/result.ts'

type Calls = { readonly [C in Channel]: (input: Input<C>) => Promise<Result<Output<C>>> }
type Bridge = Calls & {
  readonly onProgress: (listener: (progress: Progress) => void) => () => void
}

declare global {
  interface Window {
    readonly api: Bridge
  }
}

/** Calls main. Never rejects: what cannot even reach main comes back as the code `internal`. */
export async function callMain<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  const calls: Calls = window.api
  try {
    return await calls[channel](input)
  } catch {
    return fail('internal', 'The window could not reach the program behind it. Nothing was changed.', {
      next: 'Try again; if it stays like this, restart Syncwright.',
    })
  }
}

/** An id for one long call: pass it as `callId`, subscribe with it, cancel with it. */
export const newCallId = (): string => crypto.randomUUID()

/** Hears every progress report of every call; answers with the function that stops it. */
export const onProgress = (listener: (progress: Progress) => void): (() => void) =>
  window.api.onProgress(listener)

/** Hears the progress of one call; answers with the function that stops it. */
export const onProgressOf = (callId: string, listener: (report: ProgressReport) => void): (() => void) =>
  onProgress((progress) => {
    if (progress.callId === callId) listener(progress.report)
  })

/** Stops a running call; it then answers with the code `cancelled` or with what it has. */
export const cancelCall = (callId: string): Promise<Result<Output<'calls:cancel'>>> =>
  callMain('calls:cancel', { callId })
