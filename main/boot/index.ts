// Boot: what is built in which order, top to bottom.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import Store from 'electron-store'
import { Worker } from 'node:worker_threads'
import { createBackground } from '../background/background.ts'
import type { Fetch } from '../connectwise/transport/exchange.ts'
import { createCalls } from '../services/runningCalls.ts'
import { createWrittenFiles } from '../services/writtenFiles.ts'
import { createStartWishes } from '../services/startWishes.ts'
import { createParts } from './createServices.ts'
import { choosePlaces, isTranslocated } from './dataFolder.ts'
import { readStartArguments } from './startArguments.ts'
import { askSavePath } from '../electron/saveDialog.ts'
import { guardContents, guardSession, withholdCertificates } from '../electron/guards.ts'
import { createHandlers } from '../handlers/handlers.ts'
import { lockProblem, type StartWish, wishOf } from '../electron/instance.ts'
import { registerIpc } from '../electron/ipc.ts'
import { createLog, logProcesses, logUnhandled } from '../electron/log.ts'
import { showLongReads } from '../electron/longReads.ts'
import { menuTemplate } from '../electron/menu.ts'
import { createNetwork } from '../electron/network.ts'
import { createPower } from '../electron/power.ts'
import { appScheme, createPageServer } from '../electron/protocol.ts'
import { sayAddress, sayFault } from '../electron/questions.ts'
import { endAfterCalls } from '../electron/quit.ts'
import { runSelfTest } from '../electron/selfTest.ts'
import { keepAtSessionEnd } from '../electron/sessionEnd.ts'
import { pageLocale, refusedStart, weakenedStart } from '../electron/startSwitches.ts'
import { createRedactor } from '../services/redaction.ts'
import { clearLeftovers } from '../disk/leftovers.ts'
import { keepPrivate, privateFile, privateFolder } from '../disk/privacy.ts'
import { keepLocalState } from '../store/localState.ts'
import { userName } from './userName.ts'
import { openWindow } from '../electron/window.ts'

/** Without a data folder or a window there is nothing to go on with. */
function stop(sentence: string): never {
  dialog.showErrorBox('Syncwright', sentence)
  process.exit(1)
}

const { isPackaged, commandLine } = app
const asked = readStartArguments(process.argv, { isPackaged, folder: process.cwd() })
if (asked.userData === '') stop('--user-data needs the name of a folder. Nothing was opened.')
const refused = refusedStart(commandLine, isPackaged)
if (refused !== undefined) stop(refused)

const programPath = app.getPath('exe')
const { dataFolder, profileFolder } = choosePlaces({
  named: asked.userData,
  isPackaged,
  programPath,
  platform: process.platform,
  appData: app.getPath('appData'),
  env: process.env,
})
for (const folder of [dataFolder, profileFolder])
  try {
    mkdirSync(folder, { recursive: true, mode: privateFolder })
  } catch {
    stop(`The data folder ${folder} cannot be made. Name another one with --user-data.`)
  }
app.setPath('userData', profileFolder)
// The installer's shortcut carries this name; without it a start from elsewhere gets an icon of its own in the taskbar.
if (process.platform === 'win32') app.setAppUserModelId('dev.syncwright.desktop')
if (!commandLine.hasSwitch('lang'))
  commandLine.appendSwitch('lang', pageLocale(app.getPreferredSystemLanguages()))
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
withholdCertificates(app)

const redactor = createRedactor()
const log = createLog({ folder: dataFolder, redactor })
logUnhandled(log, () => void sayFault())
logProcesses(app, log)
const calls = createCalls()
const wishes = createStartWishes()

const startNotices = [
  ...weakenedStart(commandLine, process.env),
  ...(isTranslocated(programPath)
    ? [
        'macOS runs this copy of Syncwright from a read-only place. Move the app to another folder with the Finder, then it also finds a syncwright-portable file beside it.',
      ]
    : []),
]

function openStore(folder: string, name: string): Store {
  const store = new Store({
    cwd: folder,
    name,
    clearInvalidConfig: false,
    configFileMode: privateFile,
  })
  // electron-store listens on a channel of its own, which answers any sender.
  ipcMain.removeAllListeners('electron-store-get-data')
  return store
}

/** A link of the page or the menu; where no browser takes it, the person gets the address. */
function openAddress(address: string): void {
  shell.openExternal(address).catch(() => sayAddress(address))
}

function setMenu(): void {
  app.setAboutPanelOptions({ applicationName: 'Syncwright', applicationVersion: app.getVersion() })
  const help = {
    openAddress,
    openFolder: (path: string) => void shell.openPath(path),
    about: () => app.showAboutPanel(),
  }
  const template = menuTemplate({ platform: process.platform, isPackaged, dataFolder, help })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function sayOnDesktop(body: string): void {
  if (Notification.isSupported()) new Notification({ title: 'Syncwright', body }).show()
}

/** Standard output carries the report, and the exit code says whether all of it is as it should be. */
async function lookAtItself(window: BrowserWindow, network: Fetch): Promise<void> {
  const world = { app, window, screen, session: session.defaultSession, safeStorage, network }
  const report = await runSelfTest(world)
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`, () => app.exit(report.ok ? 0 : 1))
}

function start(): void {
  guardSession(session.defaultSession)
  const power = createPower(powerMonitor, powerSaveBlocker)
  const network = createNetwork({
    open: (request) => net.request(request),
    awake: power.awake,
    proxyLogin: async () => undefined,
  })
  const parts = createParts({
    about: { version: app.getVersion(), dataFolder, userName: userName() },
    calls,
    wishes,
    run: createBackground(() => new Worker(join(import.meta.dirname, '../worker/index.cjs'))),
    now: () => new Date(),
    written: createWrittenFiles({
      showFile: (path) => shell.showItemInFolder(path),
      openFile: (path) => shell.openPath(path),
    }),
    openStore,
    keysFolder: profileFolder,
    startNotices,
    safeStorage,
    platform: process.platform,
    network,
    allowLoopbackHttp: !isPackaged,
    openDemo: asked.demo,
    hide: redactor.hide,
    recentLog: log.recent,
    askSavePath,
    log,
  })
  registerIpc(ipcMain, {
    handlers: showLongReads(createHandlers(parts), {
      window: () => BrowserWindow.getAllWindows()[0],
      keepAwake: power.keepAwake,
      notify: sayOnDesktop,
      now: () => performance.now(),
    }),
    calls,
    log,
    isOurs: (contents) => BrowserWindow.fromWebContents(contents) !== null,
  })
  protocol.handle('app', createPageServer(join(import.meta.dirname, '../renderer')))
  setMenu()
  const window = openWindow({ log, onPageGone: calls.cancelAll })
  keepAtSessionEnd(window, { flush: parts.removals.settleAll, calls, app })
  app.on('will-quit', parts.removals.settleAll)
  if (asked.selfTest) window.once('show', () => void lookAtItself(window, network))
  for (const folder of new Set([dataFolder, profileFolder])) {
    void clearLeftovers(folder, new Date())
    void keepPrivate(folder, process.platform)
  }
}

app.on('web-contents-created', (_event, contents) => guardContents(contents, openAddress))
app.on('window-all-closed', () => app.quit())
app.on('open-file', (event, path) => {
  event.preventDefault()
  wishes.openFile(path)
})
app.on('second-instance', (_event, argv, _folder, sent) => {
  const [window] = BrowserWindow.getAllWindows()
  // This one is ending; the wish is for the next.
  if (!window) return app.relaunch({ args: argv.slice(1) })
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  const { demo, files } = wishOf(sent)
  if (demo) wishes.openDemo()
  for (const file of files) wishes.openFile(file)
})
endAfterCalls(app, calls)

const wish: StartWish = { demo: asked.demo, files: asked.files }
if (app.requestSingleInstanceLock(wish)) {
  for (const file of asked.files) wishes.openFile(file)
  startNotices.push(
    ...keepLocalState({ folder: profileFolder, appData: app.getPath('appData'), platform: process.platform }),
  )
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log.error('The start failed', error)
      stop(`Syncwright could not start. What is saved is unchanged; the log in ${dataFolder} says more.`)
    })
} else {
  const problem = lockProblem({ folder: profileFolder, platform: process.platform })
  if (problem !== undefined) stop(problem)
  app.quit()
}
