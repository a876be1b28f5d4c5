// The self-test finds nothing where everything is as it should be, and each of these faults where one is planted.
import { request as httpsRequest } from 'node:https'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fetch } from '../../../../../main/connectwise/transport/exchange.ts'
import { createNetwork } from '../../../../../main/electron/network.ts'
import { fuseFileOf, readFuses, wantedFuses } from '../../../../../main/electron/selfTest/fuses.ts'
import { hostsIn } from '../../../../../main/electron/selfTest/netHosts.ts'
import { runSelfTest, type SelfTestWorld } from '../../../../../main/electron/selfTest/selfTest.ts'
import { createNet } from '../../../../host/electron/network.ts'
import { runInPage } from '../../../../host/electron/pageProbe.ts'
import { makeCertificate } from '../../../../simulator/certificate.ts'

const folder = mkdtempSync(join(tmpdir(), 'syncwright-self-test-'))
const program = join(folder, 'program')
afterAll(() => rmSync(folder, { recursive: true }))

/** A program as Electron's: code, the sentinel, version and number, the fuses, more code. */
const programWith = (fuses: string, before = 5_000_000): void =>
  writeFileSync(
    program,
    Buffer.concat([
      Buffer.alloc(before),
      Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, fuses.length]),
      Buffer.from(fuses),
      Buffer.alloc(100),
    ]),
  )
beforeAll(() => programWith(wantedFuses))

const networkOver = (net: ReturnType<typeof createNet>['net'], session?: object): Fetch =>
  createNetwork({
    open: (options) => net.request({ ...options, session } as never) as never,
    awake: async () => {},
    proxyLogin: async () => undefined,
  })

type PageFault = { webPreferences?: object; opens?: boolean; grants?: boolean }
const windowWith = ({ webPreferences = {}, opens = false, grants = false }: PageFault, width = 1360) => ({
  webContents: {
    executeJavaScript: (code: string) =>
      runInPage(code, {
        webPreferences: { sandbox: true, contextIsolation: true, ...webPreferences },
        mayOpen: () => opens,
        isGranted: async () => grants,
      }),
  } as never,
  getBounds: () => ({ x: 0, y: 0, width, height: 860 }),
  isVisible: () => true,
})

const appWith = ({ switches = [] as string[], lock = true, locale = 'en-GB' } = {}) => ({
  commandLine: { hasSwitch: (name: string) => switches.includes(name) } as never,
  isPackaged: true,
  getLocale: () => locale,
  getVersion: () => '1.2.3',
  hasSingleInstanceLock: () => lock,
})

const keystoreWith = (result: string) => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async () => Buffer.from('v11…'),
  decryptStringAsync: async () => ({ result, shouldReEncrypt: false }),
})

const healthy = (): SelfTestWorld => ({
  app: appWith(),
  window: windowWith({}),
  screen: { getDisplayMatching: () => ({ workAreaSize: { width: 1920, height: 1040 } }) as never },
  session: { spellCheckerEnabled: false },
  safeStorage: keystoreWith('probe'),
  network: networkOver(createNet().net),
  trusting: networkOver(createNet((session) => session === 'any').net, 'any' as never),
  workBeside: async () => true,
  hosts: async () => [],
  fuseFile: program,
  shownAfter: 900,
})

/** A stretch is one of this computer's own time, which other work may lengthen: only who plants one looks for it. */
const failing = async (world: SelfTestWorld, isStretchPlanted = false): Promise<string[]> => {
  const { ok, checks } = await runSelfTest(world)
  const failed = Object.entries(checks).filter(([, check]) => !check.ok)
  expect(ok).toBe(failed.length === 0)
  return failed.map(([name]) => name).filter((name) => isStretchPlanted || name !== 'stretch')
}

test('an app that is as it should be fails nothing', async () => {
  expect(await failing(healthy())).toEqual([])
})

/** A network that answers as `net.fetch` does: what no `Response` can hold never arrives. */
const likeNetFetch: Fetch = async (request) => {
  const { status, headers, body } = await healthy().network(request)
  return new Response(body === null ? null : '', { status, headers })
}
const following: Fetch = async (request) => {
  const answer = await healthy().network(request)
  return answer.status === 302 ? Object.assign(new Response(''), { status: 200 }) : answer
}
/** A network that shows the first certificate it has. */
const showing: Fetch = async (request) => {
  const own = await makeCertificate('self-signed', { names: ['kim.example.test'] } as never)
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(request.url, { ...own, rejectUnauthorized: false }, ({ statusCode = 0 }) =>
      resolve({ status: statusCode, headers: new Headers(), body: null }),
    )
    sent.on('error', reject).end()
  })
}
const standStill = async () => {
  const until = performance.now() + 400
  while (performance.now() < until);
  return true
}

const faults: readonly (readonly [fault: string, check: string, planted: () => Partial<SelfTestWorld>])[] = [
  ['started with --no-sandbox', 'sandbox', () => ({ app: appWith({ switches: ['no-sandbox'] }) })],
  ['Node in the page', 'page', () => ({ window: windowWith({ webPreferences: { nodeIntegration: true } }) })],
  [
    'no sandbox around the page',
    'page',
    () => ({ window: windowWith({ webPreferences: { sandbox: false } }) }),
  ],
  ['no isolation', 'page', () => ({ window: windowWith({ webPreferences: { contextIsolation: false } }) })],
  ['a page that opens windows', 'page', () => ({ window: windowWith({ opens: true }) })],
  ['a permission that is granted', 'page', () => ({ window: windowWith({ grants: true }) })],
  ['a dictionary that is looked for', 'spelling', () => ({ session: { spellCheckerEnabled: true } })],
  ['net.fetch in place of net.request', 'odd answers', () => ({ network: likeNetFetch })],
  ['redirects that are followed', 'odd answers', () => ({ network: following })],
  ['a server that is trusted unseen', 'wrong certificate', () => ({ network: healthy().trusting })],
  ['a certificate that is shown', 'own certificate', () => ({ trusting: showing })],
  ['a keystore that gives back something else', 'keystore', () => ({ safeStorage: keystoreWith('') })],
  ['a thread that does not start', 'thread', () => ({ workBeside: () => Promise.reject(new Error('asar')) })],
  ['no lock', 'lock', () => ({ app: appWith({ lock: false }) })],
  ['a window larger than the screen', 'window', () => ({ window: windowWith({}, 2000) })],
  ['a window that comes late', 'shown after', () => ({ shownAfter: 12_000 })],
  ['a host that is asked', 'hosts', () => ({ hosts: async () => ['redirector.gvt1.com'] })],
  ['a locale that is not shipped', 'locale', () => ({ app: appWith({ locale: 'de' }) })],
  ['main that stands still', 'stretch', () => ({ workBeside: standStill })],
]

describe('a planted fault is found', () => {
  test.each(faults)('%s', async (_fault, check, planted) => {
    expect(await failing({ ...healthy(), ...planted() }, check === 'stretch')).toEqual([check])
  })

  test.each([
    ['one that is turned', wantedFuses.replace('1', '0')],
    ['one more than is known', `${wantedFuses}0`],
  ])('of the fuses, %s', async (_fault, fuses) => {
    programWith(fuses)
    expect(await failing(healthy())).toEqual(['fuses'])
    programWith(wantedFuses)
  })
})

test('a page that never answers is told as one, and the report comes', async () => {
  const window = {
    ...windowWith({}),
    webContents: { executeJavaScript: () => new Promise(() => {}) } as never,
  }
  const { checks } = await runSelfTest({ ...healthy(), window }, 1000)
  expect(checks['page']).toEqual({ ok: false, found: 'no answer' })
  expect(checks['hosts']?.ok).toBe(true)
})

describe('the fuses of a program', () => {
  test.each([0, 3_999_990, 4_000_000, 8_000_001])('are found %i bytes into it', async (before) => {
    programWith('101', before)
    expect(await readFuses(program)).toBe('101')
  })

  test('are missing in one that has none', async () => {
    writeFileSync(program, 'no program')
    expect(await readFuses(program)).toBeUndefined()
  })
})

test('hosts are read out of a log, but for this computer and the page', () => {
  const log = [
    { url: 'https://redirector.gvt1.com/edgedl/x' },
    { params: { host: 'https://na.example.test:443' } },
    { url: 'app://bundle/index.html' },
    { destination: 'http://127.0.0.1:40000' },
    { url: 'data:text/html,x' },
  ]
  expect(hostsIn(JSON.stringify(log))).toEqual(['na.example.test', 'redirector.gvt1.com'])
})

test('the fuses are those of the framework on macOS, elsewhere of the program', () => {
  expect(fuseFileOf('/Applications/Syncwright.app/Contents/MacOS/Syncwright', 'darwin')).toBe(
    join('/Applications/Syncwright.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'),
  )
  expect(fuseFileOf(program, 'linux')).toBe(program)
})
