// Electron's ipcMain: hands the page's calls to the app's handlers and knows which call is being answered.
import type { IpcMain } from 'electron'
import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { onlyThese } from './missing.ts'
import type { Offered } from './offered.ts'

type Handler = (event: object, ...args: unknown[]) => unknown
/** One call under way; `files` are the paths a save dialog gave out for it. */
export type Call = { files: string[] }
type Sender = { contents: object; mainFrame: object }
export type Answer = { ok: true; value: unknown } | { ok: false; message: string }

/** `ipcMain` for the bundle; `invoke` and `send` for the host; `currentCall` for the dialogs. */
export const createIpc = (sender: (window: number) => Sender | null) => {
  const handlers = new Map<string, Handler>()
  const emitter = new EventEmitter()
  const calls = new AsyncLocalStorage<Call>()

  const event = (window: number) => {
    const from = sender(window)
    return {
      type: 'frame',
      sender: from?.contents ?? null,
      senderFrame: from?.mainFrame ?? null,
      processId: 1,
      frameId: 1,
    }
  }
  const handle = (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  /** The answer of a handler, and the files that were saved for the page meanwhile. */
  const invoke = async (
    channel: string,
    args: unknown[],
    window = 1,
  ): Promise<{ answer: Answer; files: string[] }> => {
    const call: Call = { files: [] }
    const handler = handlers.get(channel)
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value = await calls.run(call, async () => handler(event(window), ...args))
      return { answer: { ok: true, value }, files: call.files }
    } catch (error) {
      const message = `Error invoking remote method '${channel}': ${String(error)}`
      return { answer: { ok: false, message }, files: call.files }
    }
  }

  const ipcMain = Object.assign(emitter, {
    handle,
    handleOnce: (channel: string, handler: Handler) =>
      handle(channel, (...args) => {
        handlers.delete(channel)
        return handler(...args)
      }),
    removeHandler: (channel: string) => void handlers.delete(channel),
  } satisfies Offered<IpcMain>)
  return {
    ipcMain: onlyThese('ipcMain', ipcMain),
    invoke,
    send: (channel: string, args: unknown[], window = 1) =>
      void emitter.emit(channel, event(window), ...args),
    currentCall: () => calls.getStore(),
    /** The channels the app answers and those it listens to. */
    channels: () => ({ answered: [...handlers.keys()], heard: emitter.eventNames().map(String) }),
  }
}
