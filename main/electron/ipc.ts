// Registers every channel of the contract: sender checked, input parsed, errors as data, output parsed.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { type Channel, channels, progressEvent } from '../../shared/ipc/channels.ts'
import { contract, type Output } from '../../shared/ipc/contract.ts'
import { type ProgressReport, progressSchema } from '../../shared/ipc/progress.ts'
import { bounds } from '../../shared/bounds.ts'
import { fail, type Result } from '../../shared/result.ts'
import { resultSchema } from '../../shared/ipc/resultSchema.ts'
import { z } from '../../shared/zod.ts'
import type { HandlerInput, Handlers } from '../handlers/handlerContract.ts'
import type { Calls } from '../services/runningCalls.ts'
import type { Log } from '../log/log.ts'

/** The contract as a table the compiler can follow from a channel to its types. */
const schemas: {
  readonly [C in Channel]: { input: z.ZodType<HandlerInput<C>>; output: z.ZodType<Output<C>> }
} = contract

/** The part of Electron's event that the sender check reads. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>

type Options = {
  readonly handlers: Handlers
  readonly calls: Calls
  /** Whether a web contents belongs to a window of this app. */
  readonly isOurs: (contents: WebContents) => boolean
  readonly log: Log
}

const untrusted = fail('untrusted', 'The call did not come from a window of Syncwright, so it was refused.')
const invalid = (detail: string): Result<never> =>
  fail('invalid-input', 'The call was not understood, so nothing was done.', { detail })
const internal = fail('internal', 'Something went wrong inside Syncwright. What is saved is unchanged.', {
  next: 'Try again; the log in the data folder says more.',
})

/** Own origin, top frame, known window: all three, and read at once because the frame may be gone after an await. */
export function isTrusted(event: Sender, isOurs: Options['isOurs']): boolean {
  try {
    const { senderFrame, sender } = event
    if (senderFrame === null || senderFrame.parent !== null) return false
    return isOwnUrl(senderFrame.url) && isOurs(sender)
  } catch {
    // A frame that is disposed of meanwhile throws at every question.
    return false
  }
}

/** Whether an address is a page of the app itself. */
export function isOwnUrl(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'app:' && url.host === 'bundle'
}

/** Whichever realm it was copied into. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/**
 * Whether it is made of what the contract is made of: plain objects, bytes, and lists no longer than any it takes. Looked at
 * before the schemas, which walk through a list before they count it: one that says that it has four thousand million entries
 * travels without any of them (structured clone).
 */
function isOfPlainParts(input: unknown): boolean {
  const seen = new Set<unknown>()
  const open = [input]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue
    seen.add(value)
    if (Array.isArray(value) ? value.length > bounds.call.list : !isPlainObject(value)) return false
    for (const part of Object.values(value)) open.push(part)
  }
  return true
}

const callIdSchema = z.object({ callId: z.string() })

/** The paths and rules of a failed parse, never the values: they may hold a key. */
const places = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(input)'}: ${issue.code}`)
    .join('; ')

/** Answers one channel: `untrusted`, `invalid-input`, `internal`, or what the handler says, cut to the contract. */
export function createAnswer({ handlers, calls, isOurs, log }: Options) {
  return async <C extends Channel>(channel: C, event: Sender, raw: unknown): Promise<Result<Output<C>>> => {
    if (!isTrusted(event, isOurs)) {
      log.warn(`${channel}: refused an untrusted sender`)
      return untrusted
    }
    const input = schemas[channel].input.safeParse(isOfPlainParts(raw) ? raw : undefined)
    if (!input.success) {
      log.warn(`${channel}: refused its input`, places(input.error))
      return invalid(places(input.error))
    }
    const callId = callIdSchema.safeParse(input.data).data?.callId
    const opened = channel === 'calls:cancel' || callId === undefined ? calls.anonymous() : calls.open(callId)
    if (!opened) return invalid('callId: a call with this id is already running')
    const report = (message: ProgressReport): void => {
      const progress = progressSchema.safeParse({ callId, report: message })
      if (progress.success && !event.sender.isDestroyed()) event.sender.send(progressEvent, progress.data)
    }
    try {
      const answer = await handlers[channel](input.data, { signal: opened.signal, report })
      // A long answer takes as long to parse and to copy as the last step that made it: not at one stretch.
      await nextTurn()
      const output = resultSchema(schemas[channel].output).safeParse(answer)
      if (output.success) return output.data
      log.error(`${channel}: the answer does not match the contract`, places(output.error))
    } catch (error) {
      log.error(`${channel}: failed`, error)
    } finally {
      opened.close()
    }
    return internal
  }
}

/** Puts every channel of the contract on Electron's `ipcMain`. */
export function registerIpc(ipcMain: Pick<IpcMain, 'handle'>, options: Options): void {
  const answer = createAnswer(options)
  for (const channel of channels)
    ipcMain.handle(channel, (event, input: unknown) => answer(channel, event, input))
}
