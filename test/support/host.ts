// Starts the browser host as a child process and speaks with it over the process channel.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Question } from '../host/channel.ts'

type RecordedCall = { api: string; args: unknown[] }

export type RunningHost = {
  /** The page itself, where it is not for a browser to open. */
  window?: Page
  /** The address with the one-time token. */
  url: string
  /** The address without it, which works by cookie. */
  origin: string
  pid: number
  /** Queues what the next dialog of that name returns, e.g. `showSaveDialog`. */
  answer: (api: string, value: unknown) => Promise<void>
  /** Windows opened, dialogs shown, things handed to the desktop. */
  calls: () => Promise<RecordedCall[]>
  /** The channels of IPC the app answers, and those it listens to. */
  channels: () => Promise<{ answered: string[]; heard: string[] }>
  /** What the app's own guards say; the host asks them, a browser does not. */
  mayNavigate: (url: string) => Promise<boolean>
  mayOpen: (url: string) => Promise<boolean>
  permissions: (permission: string) => Promise<{ check: boolean; request: boolean }>
  /** Lets an event of Electron happen; true when the app prevents what would follow. */
  happen: (target: 'app' | 'window' | 'page', event: string, ...args: unknown[]) => Promise<boolean>
  /** Closes the window as its close button does. */
  close: () => Promise<void>
  /** Tells the app to quit and waits for its end. */
  quit: () => Promise<number | null>
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
  /** Standard output and standard error so far. */
  output: () => { out: string; err: string }
}

type Message = { url?: string; id?: number; value?: unknown }

const entry = resolve(import.meta.dirname, '../host/index.ts')
/** What Node has compiled once, it need not again: half of what a start computes. */
const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/compiled')

/** Starts a host on a free port; fails with its own words when it does not come up. */
export const startHost = async (
  args: string[],
  more: Readonly<Record<string, string>> = {},
): Promise<RunningHost> => {
  // Whoever runs the tests may ask for colours and for none at once, of which Node would warn.
  const { NO_COLOR: _none, FORCE_COLOR: _some, ...env } = process.env
  const child = fork(entry, ['--port', '0', ...args], {
    env: { NODE_COMPILE_CACHE: compiled, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = once(child, 'exit').then(([code]): number | null => code)

  const answers = new Map<number, (value: unknown) => void>()
  const over = ended.then((code): never => {
    throw new Error(`The host ended with ${code} before it answered:\n${err}`)
  })
  over.catch(() => undefined)
  const ready = Promise.withResolvers<string>()
  child.on('message', ({ url, id, value }: Message) => {
    if (url !== undefined) ready.resolve(url)
    if (id !== undefined) answers.get(id)?.(value)
  })
  void ended.then((code) =>
    ready.reject(new Error(`The host ended with ${code} before it was ready:\n${err}`)),
  )

  let lastId = 0
  const ask = <T>(question: Question): Promise<T> => {
    const answered = new Promise<T>((resolve, reject) => {
      lastId += 1
      answers.set(lastId, (value) => resolve(value as T))
      child.send({ id: lastId, ...question }, (error) => error && reject(error))
    })
    // A process that ends may take the answer with it: nothing waits for that for ever.
    return Promise.race([answered, over])
  }

  const url = await ready.promise
  return {
    url,
    origin: new URL(url).origin,
    pid: child.pid ?? 0,
    answer: (api, value) => ask({ ask: 'answer', api, value }),
    calls: () => ask({ ask: 'calls' }),
    channels: () => ask({ ask: 'channels' }),
    mayNavigate: (address) => ask({ ask: 'mayNavigate', url: address }),
    mayOpen: (address) => ask({ ask: 'mayOpen', url: address }),
    permissions: (permission) => ask({ ask: 'permissions', permission }),
    happen: (target, event, ...args) => ask({ ask: 'happen', target, event, args }),
    close: async () => {
      child.send({ id: 0, ask: 'close' })
      await ended
    },
    quit: () => {
      if (child.connected) child.send({ id: 0, ask: 'quit' })
      return ended
    },
    ended,
    output: () => ({ out, err }),
  }
}
