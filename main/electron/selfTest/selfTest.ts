// `--self-test`: the app looks at itself where no test can, in real Electron, prints what it found as JSON and ends.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { App, BrowserWindow, SafeStorage, Screen, Session } from 'electron'
import type { Fetch } from '../../connectwise/transport/exchange.ts'

type Check = { readonly ok: boolean; readonly found: unknown }
export type SelfTest = { readonly ok: boolean; readonly checks: Readonly<Record<string, Check>> }

type World = {
  readonly app: Pick<App, 'commandLine' | 'isPackaged' | 'getLocale' | 'getVersion'>
  readonly window: BrowserWindow
  readonly screen: Pick<Screen, 'getDisplayMatching'>
  readonly session: Pick<Session, 'spellCheckerEnabled'>
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
  >
  readonly network: Fetch
}

/** What odd servers and gateways say, and the status that has to come of it. */
const oddAnswers: readonly (readonly [said: string, status: number])[] = [
  ['HTTP/1.1 999 Odd\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', 999],
  ['HTTP/1.1 200 Прокси\r\nX-Gateway: шлюз\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', 200],
  ['HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', 302],
]

async function answersOf(network: Fetch): Promise<number[]> {
  const left = oddAnswers.map(([said]) => said)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(left.shift() ?? ''))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const statuses: number[] = []
  for (const _ of oddAnswers) {
    const limit = AbortSignal.timeout(5000)
    const answer = await network(new Request(`http://127.0.0.1:${port}/`, { signal: limit })).catch(
      () => null,
    )
    statuses.push(answer?.status ?? 0)
  }
  server.close()
  return statuses
}

/** Runs in the page: what a sandboxed, isolated page does not have, and what it is denied. */
const pageQuestions = `Promise.all([
  typeof process, typeof require, typeof module,
  window.open('https://example.com/') === null ? 'refused' : 'opened',
  navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state, () => 'denied'),
])`
const pageAnswers = ['undefined', 'undefined', 'undefined', 'refused', 'denied']

const same = (found: unknown, wanted: unknown): Check => ({
  ok: JSON.stringify(found) === JSON.stringify(wanted),
  found,
})

async function keystoreOf({ safeStorage }: World): Promise<Check> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return { ok: true, found: 'none' }
  const encrypted = await safeStorage.encryptStringAsync('probe')
  const { result } = await safeStorage.decryptStringAsync(encrypted)
  // The prefix tells who encrypts: v10 on Linux is Chromium's built-in key.
  return { ok: result === 'probe', found: encrypted.toString('latin1', 0, 3) }
}

const checks: Readonly<Record<string, (world: World) => Check | Promise<Check>>> = {
  sandbox: ({ app }) => same(app.commandLine.hasSwitch('no-sandbox'), false),
  page: async ({ window }) => same(await window.webContents.executeJavaScript(pageQuestions), pageAnswers),
  spelling: ({ session }) => same(session.spellCheckerEnabled, false),
  network: async ({ network }) =>
    same(
      await answersOf(network),
      oddAnswers.map(([, status]) => status),
    ),
  keystore: keystoreOf,
  window: ({ window, screen }) => {
    const { width, height } = window.getBounds()
    const { workAreaSize } = screen.getDisplayMatching(window.getBounds())
    return {
      ok: window.isVisible() && width <= workAreaSize.width && height <= workAreaSize.height,
      found: { width, height, workAreaSize },
    }
  },
  locale: ({ app }) => ({ ok: app.getLocale().startsWith('en'), found: app.getLocale() }),
}

/** A stretch this long is felt; a start on a busy test computer is given some more (milliseconds). */
const longestStretch = 250

/** Every check, also when one of them throws. */
export async function runSelfTest(world: World): Promise<SelfTest> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const found: Record<string, Check> = {}
  for (const [name, check] of Object.entries(checks))
    try {
      found[name] = await check(world)
    } catch (error) {
      found[name] = { ok: false, found: String(error) }
    }
  delay.disable()
  const longest = Math.round(delay.max / 1e6)
  found['stretch'] = { ok: longest <= longestStretch, found: longest }
  found['runs on'] = { ok: true, found: { packaged: world.app.isPackaged, version: world.app.getVersion() } }
  return { ok: Object.values(found).every(({ ok }) => ok), checks: found }
}
