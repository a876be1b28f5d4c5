// A sender as Electron describes one, and an answer that remembers which handlers it reached.
import { createCalls } from '../../../../main/services/runningCalls.ts'
import { createAnswer, type Sender } from '../../../../main/electron/ipc.ts'
import type { Handlers } from '../../../../main/handlers/handlerContract.ts'
import { recordingLog } from '../store/fixtures.ts'

export type Contents = Sender['sender']

const nobody: unknown = null

/** The parts of Electron's objects the check reads. */
export function senderWith({ url = 'app://bundle/index.html', parent = nobody, destroyed = false } = {}) {
  const sent: unknown[] = []
  const contents = {
    isDestroyed: () => destroyed,
    send: (event: string, progress: unknown) => void sent.push([event, progress]),
  } as unknown as Contents
  return { event: { sender: contents, senderFrame: { url, parent } } as unknown as Sender, contents, sent }
}

/** A frame that was disposed of: Electron throws at every question. */
export function gone(): Sender {
  const { event } = senderWith()
  const senderFrame = new Proxy(event.senderFrame ?? {}, {
    get: () => {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  })
  return { ...event, senderFrame } as unknown as Sender
}

/** Answers calls with these handlers only; `handled` names those that were asked for. */
export function setUp(handlers: Partial<Handlers>, isOurs: (contents: Contents) => boolean = () => true) {
  const handled: string[] = []
  const log = recordingLog()
  const calls = createCalls()
  const all = new Proxy(handlers, {
    get: (target, channel) => {
      handled.push(String(channel))
      return Reflect.get(target, channel)
    },
  }) as Handlers
  return { answer: createAnswer({ handlers: all, calls, isOurs, log }), handled, log, calls }
}
