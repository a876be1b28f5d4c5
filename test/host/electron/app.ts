// Electron's `app` on plain Node: folders, life cycle and the switches of the command line.
import type { App, CommandLine } from 'electron'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Circumstances } from '../options.ts'
import { onlyThese, preventable } from './missing.ts'
import type { Offered } from './offered.ts'

export type AppOptions = {
  /** The folder that holds package.json and the built bundles. */
  folder: string
  /** null takes the folder the operating system keeps for the app. */
  userData: string | null
  argv: string[]
  circumstances: Circumstances
  /** Asked to close every window; false when one of them refuses. */
  closeWindows: () => boolean
  record: (api: string, ...args: unknown[]) => void
  exit: (code: number) => void
}

const appDataFolder = () => {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
}

const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)

const identity = (folder: string) => {
  const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { name, productName, version, main } = Object.assign(
    { name: undefined, productName: undefined, version: undefined, main: undefined },
    description,
  )
  return {
    name: text(productName, text(name, 'Electron')),
    version: text(version, '0.0.0'),
    entry: resolve(folder, text(main, 'index.js')),
  }
}

/** `app` for the bundle; `start` (emits ready) and `lastWindowClosed` for the host. `entry` is the bundle package.json names. */
export const createApp = ({
  folder,
  userData,
  argv,
  circumstances,
  closeWindows,
  record,
  exit,
}: AppOptions) => {
  const { name, version, entry } = identity(folder)
  const emitter = new EventEmitter()
  const paths = new Map<string, string>([
    ['home', homedir()],
    ['appData', appDataFolder()],
    ['userData', resolve(userData ?? join(appDataFolder(), name))],
    ['temp', tmpdir()],
    ['desktop', join(homedir(), 'Desktop')],
    ['documents', join(homedir(), 'Documents')],
    ['downloads', join(homedir(), 'Downloads')],
    ['exe', process.execPath],
  ])
  const getPath = (key: string): string => {
    if (key === 'sessionData') return getPath('userData')
    if (key === 'logs') return join(getPath('userData'), 'logs')
    const path = paths.get(key)
    if (path === undefined) throw new Error(`browser host: app.getPath('${key}') is not available`)
    return path
  }
  try {
    mkdirSync(getPath('userData'), { recursive: true })
  } catch {
    // The app meets it at its first write and says so.
  }

  const whenReady = Promise.withResolvers<void>()
  let ready = false
  const switchValue = (wanted: string) =>
    argv.find((item) => item === `--${wanted}` || item.startsWith(`--${wanted}=`))?.split('=', 2)[1]

  let quitting = false
  const quit = () => {
    const before = preventable()
    emitter.emit('before-quit', before)
    if (before.defaultPrevented) return
    quitting = true
    const closed = closeWindows()
    quitting = false
    if (!closed) return
    const will = preventable()
    emitter.emit('will-quit', will)
    if (will.defaultPrevented) return
    emitter.emit('quit', preventable(), 0)
    exit(0)
  }

  const app = Object.assign(emitter, {
    name,
    setName: (wanted: string) => record('app.setName', wanted),
    isPackaged: circumstances.isPackaged,
    dock: undefined,
    whenReady: () => whenReady.promise,
    isReady: () => ready,
    quit,
    exit: (code = 0) => exit(code),
    focus: () => {},
    getName: () => name,
    getVersion: () => version,
    getAppPath: () => folder,
    getPath,
    setPath: (key: string, path: string) => void paths.set(key, path),
    getLocale: () => 'en-GB',
    getSystemLocale: () => 'en-GB',
    getPreferredSystemLanguages: () => ['en-GB'],
    enableSandbox: () => {
      if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
      record('app.enableSandbox')
    },
    disableHardwareAcceleration: () => {},
    setAppUserModelId: () => {},
    setAboutPanelOptions: () => {},
    showAboutPanel: () => record('app.showAboutPanel'),
    relaunch: (options?: object) => record('app.relaunch', options),
    addRecentDocument: (path: string) => record('app.addRecentDocument', path),
    requestSingleInstanceLock: () => circumstances.hasLock,
    hasSingleInstanceLock: () => circumstances.hasLock,
    releaseSingleInstanceLock: () => {},
    commandLine: onlyThese('app.commandLine', {
      appendSwitch: (name: string, value?: string) => record('app.commandLine.appendSwitch', name, value),
      removeSwitch: (name: string) => record('app.commandLine.removeSwitch', name),
      hasSwitch: (wanted: string) => argv.some((item) => item.split('=', 1)[0] === `--${wanted}`),
      getSwitchValue: (wanted: string) => switchValue(wanted) ?? '',
    } satisfies Offered<CommandLine>),
  } satisfies Offered<App>)

  const start = () => {
    emitter.emit('will-finish-launching')
    ready = true
    emitter.emit('ready', {}, {})
    whenReady.resolve()
  }
  /** As in Electron: an app that does not listen for it ends with its last window, and one that is ending is not told. */
  const lastWindowClosed = () => {
    if (quitting) return
    if (!emitter.emit('window-all-closed')) quit()
  }
  return { app: onlyThese('app', app), entry, start, lastWindowClosed }
}
