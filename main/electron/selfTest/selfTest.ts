// `--self-test`: the app looks at itself where no test can, in real Electron, and says of each thing whether it is as it should be.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { App, BrowserWindow, SafeStorage, Screen, Session } from 'electron'
import type { Fetch } from '../../connectwise/transport/exchange.ts'
import { readFuses, wantedFuses } from './fuses.ts'
import { askOddly, askSecurely } from './oddServers.ts'

type Check = { readonly ok: boolean; readonly found: unknown }
export type SelfTest = { readonly ok: boolean; readonly checks: Readonly<Record<string, Check>> }

export type SelfTestWorld = {
  readonly app: Pick<App, 'commandLine' | 'isPackaged' | 'getLocale' | 'getVersion' | 'hasSingleInstanceLock'>
  readonly window: Pick<BrowserWindow, 'webContents' | 'getBounds' | 'isVisible'>
  readonly screen: Pick<Screen, 'getDisplayMatching'>
  readonly session: Pick<Session, 'spellCheckerEnabled'>
  readonly safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
  >
  readonly network: Fetch
  /** The same network, but it trusts any server: only so does one get as far as asking for a certificate. */
  readonly trusting: Fetch
  /** A piece of work in the thread beside main, which comes out of the archive. */
  readonly workBeside: () => Promise<unknown>
  /** The hosts that were named since the start. */
  readonly hosts: () => Promise<readonly string[]>
  /** The file that holds the fuses of the program. */
  readonly fuseFile: string
  /** When the window was there, since the process began (milliseconds). */
  readonly shownAfter: number
}

/** Runs in the page: what a sandboxed, isolated page does not have, what it is denied, and the one door it has. */
const pageQuestions = `Promise.all([
  typeof process, typeof require, typeof module,
  window.open('https://example.com/') === null ? 'refused' : 'opened',
  navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state, () => 'denied'),
  typeof window.api + (Object.isFrozen(window.api) ? ', frozen' : ''),
])`
const pageAnswers = ['undefined', 'undefined', 'undefined', 'refused', 'denied', 'object, frozen']

const same = (found: unknown, wanted: unknown): Check => ({
  ok: JSON.stringify(found) === JSON.stringify(wanted),
  found,
})

async function keystoreOf({ safeStorage }: SelfTestWorld): Promise<Check> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return { ok: true, found: 'none' }
  const encrypted = await safeStorage.encryptStringAsync('probe')
  const { result } = await safeStorage.decryptStringAsync(encrypted)
  // The prefix tells who encrypts: v10 on Linux is Chromium's built-in key.
  return { ok: result === 'probe', found: encrypted.toString('latin1', 0, 3) }
}

/** A start that takes longer is felt; one on a busy test computer is given some more (milliseconds). */
const latestWindow = 10_000

const checks: Readonly<Record<string, (world: SelfTestWorld) => Check | Promise<Check>>> = {
  sandbox: ({ app }) => same(app.commandLine.hasSwitch('no-sandbox'), false),
  lock: ({ app }) => same(app.hasSingleInstanceLock(), true),
  page: async ({ window }) => same(await window.webContents.executeJavaScript(pageQuestions), pageAnswers),
  spelling: ({ session }) => same(session.spellCheckerEnabled, false),
  'odd answers': async ({ network }) => {
    const { found, wanted } = await askOddly(network)
    return same(found, wanted)
  },
  'wrong certificate': async ({ network }) =>
    same((await askSecurely(network)).outcome, 'CERT_AUTHORITY_INVALID'),
  'own certificate': async ({ trusting }) =>
    same(await askSecurely(trusting), { outcome: '200', shown: 'none' }),
  keystore: keystoreOf,
  thread: async ({ workBeside }) => same(await workBeside(), true),
  window: ({ window, screen }) => {
    const { width, height } = window.getBounds()
    const { workAreaSize } = screen.getDisplayMatching(window.getBounds())
    return {
      ok: window.isVisible() && width <= workAreaSize.width && height <= workAreaSize.height,
      found: { width, height, workAreaSize },
    }
  },
  'shown after': ({ shownAfter }) => ({ ok: shownAfter <= latestWindow, found: Math.round(shownAfter) }),
  locale: ({ app }) => ({ ok: app.getLocale().startsWith('en'), found: app.getLocale() }),
  // Unpacked, the program is Electron's own.
  fuses: async ({ app, fuseFile }) =>
    app.isPackaged ? same(await readFuses(fuseFile), wantedFuses) : { ok: true, found: 'not packed' },
  // Last: it listens until then.
  hosts: async ({ hosts }) => same(await hosts(), []),
}

/** A stretch this long is felt; a start on a busy test computer is given some more (milliseconds). */
const longestStretch = 250

/** A page that crashed answers nothing, and whoever waits for the report is a program (milliseconds). */
const longestCheck = 60_000

const within = (limit: number, check: Check | Promise<Check>): Promise<Check> => {
  const late: Check = { ok: false, found: 'no answer' }
  return Promise.race([check, new Promise<Check>((resolve) => setTimeout(resolve, limit, late).unref())])
}

/** Every check, also when one of them throws or never ends. */
export async function runSelfTest(world: SelfTestWorld, limit = longestCheck): Promise<SelfTest> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const found: Record<string, Check> = {}
  for (const [name, check] of Object.entries(checks))
    try {
      found[name] = await within(limit, check(world))
    } catch (error) {
      found[name] = { ok: false, found: String(error) }
    }
  delay.disable()
  const longest = Math.round(delay.max / 1e6)
  found['stretch'] = { ok: longest <= longestStretch, found: longest }
  found['runs on'] = { ok: true, found: { packaged: world.app.isPackaged, version: world.app.getVersion() } }
  return { ok: Object.values(found).every(({ ok }) => ok), checks: found }
}
