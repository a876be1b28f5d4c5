// The whole main process without Electron: real stores in a folder, the demo ConnectWise as the network.
import type { RunJob } from '../../main/background/jobs.ts'
import type { Fetch } from '../../main/connectwise/transport/exchange.ts'
import { createCalls } from '../../main/services/runningCalls.ts'
import { createStartWishes } from '../../main/services/startWishes.ts'
import { createWrittenFiles } from '../../main/services/writtenFiles.ts'
import { createAppServices } from '../../main/boot/createAppServices.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { createHandlers } from '../../main/handlers/handlers.ts'
import { createAnswer, type Sender } from '../../main/electron/ipc.ts'
import { createRedactor } from '../../main/log/redaction.ts'
import type { OpenStore } from '../../main/disk/document.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import { runHere } from './process/runHere.ts'
import { fakeSafeStorage, openConf, recordingLog } from './stores.ts'

export type AppOptions = {
  folder: string
  safeStorage?: ReturnType<typeof fakeSafeStorage>
  openDemo?: boolean
  savePath?: () => string | undefined
  demo?: ReturnType<typeof createSimulator>
  openStore?: OpenStore
  /** In place of the demo, for a ConnectWise of another process. */
  network?: Fetch
  allowLoopbackHttp?: boolean
  printSheet?: (html: string) => Promise<Uint8Array>
  /** In place of doing it here. */
  run?: RunJob
  now?: () => Date
}

/** Starts it once; starting it again on the same folder is a restart. */
export function startApp({
  folder,
  safeStorage = fakeSafeStorage(),
  openDemo = false,
  savePath = () => undefined,
  demo = createSimulator({ size: 'small' }),
  openStore = openConf,
  network = demo.fetch,
  allowLoopbackHttp = false,
  printSheet = async (html) => new TextEncoder().encode(`%PDF-1.7 of ${html.length} signs`),
  run = runHere,
  now = () => new Date('2026-11-23T10:00:00Z'),
}: AppOptions) {
  const redactor = createRedactor()
  const recorded = recordingLog()
  const redacted =
    (write: typeof recorded.info): typeof recorded.info =>
    (message, detail) =>
      write(redactor.redact(message), detail === undefined ? undefined : redactor.redact(detail))
  const log = {
    info: redacted(recorded.info),
    warn: redacted(recorded.warn),
    error: redacted(recorded.error),
  }
  const calls = createCalls()
  /** What was shown in its folder. */
  const shown: string[] = []
  /** What the system's list of recent files got. */
  const remembered: string[] = []
  const parts = createAppServices({
    about: { version: '1.2.3', dataFolder: folder, userName: 'dana' },
    calls,
    written: createWrittenFiles({
      showFile: (path) => void shown.push(path),
      remember: (path) => void remembered.push(path),
      openFile: async (path) => (path.endsWith('.md') ? 'No program is known for it' : ''),
    }),
    printSheet,
    wishes: createStartWishes(),
    companion: { show: () => true, close: () => {} },
    run,
    keysFolder: folder,
    startNotices: [],
    now,
    openStore,
    safeStorage,
    platform: 'linux',
    network,
    allowLoopbackHttp,
    openDemo,
    hide: redactor.hide,
    recentLog: () => recorded.lines,
    askSavePath: async () => savePath(),
    log,
  })
  const answer = createAnswer({ handlers: createHandlers(parts), calls, isOurs: () => true, log })
  const given: unknown[] = []
  const progress: unknown[] = []
  const event = {
    senderFrame: { url: 'app://bundle/index.html', parent: null },
    sender: {
      isDestroyed: () => false,
      send: (_event: string, report: unknown) => void progress.push(report),
    },
  } as unknown as Sender

  /** Calls with anything at all, as a page that has gone wrong might. */
  const send = (channel: Channel, input: unknown): Promise<Result<unknown>> => answer(channel, event, input)
  /** Forgets what was recorded so far, where a long trial would fill the memory with it. */
  const forget = (): void => {
    for (const recording of [given, progress, recorded.lines, demo.requests]) recording.length = 0
  }
  /** Calls as the page would; every answer is kept. */
  const call = async <C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> => {
    const result = await answer(channel, event, structuredClone(input))
    given.push(result)
    return structuredClone(result)
  }
  /** The value of a call that has to succeed. */
  const value = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const result = await call(channel, input)
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`)
    return result.value
  }
  /** The code of a call that has to fail. */
  const code = async <C extends Channel>(channel: C, input: Input<C>): Promise<string> => {
    const result = await call(channel, input)
    return result.ok ? 'ok' : result.error.code
  }
  return {
    call,
    value,
    code,
    send,
    forget,
    /** Every answer so far as text. */
    get answers(): string[] {
      return given.map((result) => JSON.stringify(result))
    },
    progress,
    shown,
    remembered,
    log: recorded.lines,
    folder,
    demo,
    safeStorage,
    calls,
  }
}

export type App = ReturnType<typeof startApp>

/** Connection values that fit the demo ConnectWise. */
export const valuesFor = ({ credentials }: App['demo'], name = 'Acme production') => ({
  name,
  environment: 'production' as const,
  site: 'acme.example.test',
  companyId: credentials.companyId,
  publicKey: credentials.publicKey,
  clientId: credentials.clientId,
})
