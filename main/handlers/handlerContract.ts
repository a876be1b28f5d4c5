// What a handler is: it gets input that is parsed already, and answers with a result the contract allows.
import type { Channel } from '../../shared/ipc/channels.ts'
import type { contract, Output } from '../../shared/ipc/contract.ts'
import type { ProgressReport } from '../../shared/ipc/progress.ts'
import type { Result } from '../../shared/result.ts'
import type { z } from '../../shared/zod.ts'

/** What a handler gets beside its input: when to stop, and where to report to. */
export type HandlerCall = {
  readonly signal: AbortSignal
  readonly report: (report: ProgressReport) => void
}

export type HandlerInput<C extends Channel> = z.output<(typeof contract)[C]['input']>
type Answer<C extends Channel> = Result<Output<C>> | Promise<Result<Output<C>>>

/** One function per channel; its input is parsed already. */
export type Handlers = {
  readonly [C in Channel]: (input: HandlerInput<C>, call: HandlerCall) => Answer<C>
}

/** The handlers of the calls that begin with `<area>:`. */
export type AreaHandlers<Area extends string> = Pick<Handlers, Extract<Channel, `${Area}:${string}`>>
