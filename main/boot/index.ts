// Boot: what is built in which order, top to bottom.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  shell,
} from 'electron'
import { Worker } from 'node:worker_threads'
import { createBackground } from '../background/background.ts'
import { createCalls } from '../services/runningCalls.ts'
import { createWrittenFiles } from '../services/writtenFiles.ts'
import { createStartWishes } from '../services/startWishes.ts'
import { createAppServices } from './createAppServices.ts'
import {
  choosePlaces,
  developmentName,
  imageOf,
  isInstalledProgram,
  isOnShare,
  isTranslocated,
  leaveImage,
} from './dataFolder.ts'
import { readStartArguments, workingFolder } from './startArguments.ts'
import { setApplicationMenu } from '../electron/applicationMenu.ts'
import { askSavePath } from '../electron/saveDialog.ts'
import { guardContents, guardSession, withholdCertificates } from '../electron/guards.ts'
import { createHandlers } from '../handlers/handlers.ts'
import { openAddress, sayOnDesktop } from '../electron/desktop.ts'
import { followDesktop } from '../electron/lifecycle/desktopEvents.ts'
import { endStart } from '../electron/lifecycle/endStart.ts'
import { lockProblem, type StartWish } from '../electron/lifecycle/instance.ts'
import { registerIpc } from '../electron/ipc.ts'
import { createLog, logUnhandled } from '../log/log.ts'
import { logProcesses } from '../electron/helperProcesses.ts'
import { showLongReads } from '../electron/longReads.ts'
import { createNetwork } from '../electron/network.ts'
import { openStore } from '../electron/openStore.ts'
import { createPower } from '../electron/power.ts'
import { appScheme, createPageServer } from '../electron/protocol.ts'
import { sayFault } from '../electron/questions.ts'
import { endAfterCalls } from '../electron/lifecycle/quit.ts'
import { lookAtItself } from '../electron/selfTest/lookAtItself.ts'
import { keepAtSessionEnd } from '../electron/lifecycle/sessionEnd.ts'
import { createSheetPrinter } from '../electron/sheetPrinter.ts'
import {
  canStayOnTop,
  refusedStart,
  tellChromium,
  weakenedStart,
} from '../electron/lifecycle/startSwitches.ts'
import { createRedactor } from '../log/redaction.ts'
import { clearLeftovers } from '../disk/leftovers.ts'
import { keepPrivate, makeFolder, privateFolder } from '../disk/privacy.ts'
import { userName } from '../disk/userName.ts'
import { keepLocalState } from '../store/keys/localState.ts'
import { createWindows } from '../electron/window.ts'

const { isPackaged, commandLine } = app
const { platform, env } = process
const asked = readStartArguments(process.argv, { isPackaged, folder: workingFolder() })
const programPath = app.getPath('exe')
const image = isPackaged ? imageOf(programPath, env) : undefined
const program = { isPackaged, programPath, platform, image }
const { dataFolder, profileFolder, notices } = choosePlaces({
  ...program,
  named: asked.userData === '' ? undefined : asked.userData,
  appData: app.getPath('appData'),
})
const isInstalled = isInstalledProgram(program)

/** The self-test is for programs, which click nothing. */
const stop = (sentence: string): void => void endStart(sentence, !asked.selfTest)

/** Why this start cannot be; undefined when its folders are there and taken into use. */
function startProblem(): string | undefined {
  if (asked.userData === '') return '--user-data needs the name of a folder. Nothing was opened.'
  const refused = refusedStart(commandLine, isPackaged)
  if (refused !== undefined) return refused
  if (isOnShare(programPath, platform) && !commandLine.hasSwitch('no-sandbox'))
    return 'Windows opens no window of a program that lies on another computer. Copy Syncwright to a disk of this one and start it there.'
  for (const folder of [dataFolder, profileFolder])
    try {
      makeFolder(folder, privateFolder)
    } catch {
      return `The data folder ${folder} cannot be made. Name another one with --user-data.`
    }
  app.setPath('userData', profileFolder)
  return undefined
}

const problem = startProblem()
// The keychain of macOS and the keyrings of Linux know a program by its name.
if (!isPackaged) app.setName(developmentName)
// The installer's shortcut carries this name; without it a start from elsewhere gets an icon of its own in the taskbar.
else if (process.platform === 'win32') app.setAppUserModelId('dev.syncwright.desktop')
tellChromium(commandLine, { platform, env, languages: app.getPreferredSystemLanguages() })
if (image !== undefined) leaveImage(env)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
withholdCertificates(app, asked.certificateFor)

const redactor = createRedactor()
const log = createLog({ folder: dataFolder, redactor })
logUnhandled(log, () => void sayFault())
logProcesses(app, log)
const calls = createCalls()
const wishes = createStartWishes()
const windows = createWindows({
  log,
  onPageGone: calls.cancelAll,
  staysOnTop: canStayOnTop(platform, commandLine, env),
})

const startNotices = [
  ...weakenedStart(commandLine, env),
  ...notices,
  ...(isTranslocated(programPath)
    ? [
        'macOS runs this copy of Syncwright from a read-only place. Move the app to another folder with the Finder, then it also finds a syncwright-portable file beside it.',
      ]
    : []),
]

/** In the list of the Dock and of the taskbar; Linux desktops keep their own, and a stick leaves no names on a computer. */
function rememberFile(path: string): void {
  if (isInstalled && process.platform !== 'linux') app.addRecentDocument(path)
}
const openFile = (path: string): void => {
  wishes.openFile(path)
  rememberFile(path)
}

function start(): void {
  const power = createPower(powerMonitor, powerSaveBlocker)
  const network = createNetwork({
    open: (request) => net.request(request),
    awake: power.awake,
    proxyLogin: (...asked) => parts.proxyLogins.login(...asked),
  })
  const run = createBackground(() => new Worker(join(import.meta.dirname, '../worker/index.cjs')))
  const parts = createAppServices({
    about: { version: app.getVersion(), dataFolder, userName: userName() },
    calls,
    wishes,
    companion: windows.companion,
    run,
    now: () => new Date(),
    written: createWrittenFiles({
      showFile: (path) => shell.showItemInFolder(path),
      openFile: (path) => shell.openPath(path),
      remember: rememberFile,
    }),
    printSheet: createSheetPrinter(),
    openStore,
    keysFolder: profileFolder,
    startNotices,
    safeStorage,
    platform,
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
      window: windows.main,
      keepAwake: power.keepAwake,
      notify: (sentence) =>
        sayOnDesktop(sentence, {
          window: windows.main,
          platform,
          isInstalled,
        }),
      now: () => performance.now(),
    }),
    calls,
    log,
    isOurs: (contents) => BrowserWindow.fromWebContents(contents) !== null,
  })
  protocol.handle('app', createPageServer(join(import.meta.dirname, '../renderer')))
  setApplicationMenu(dataFolder)
  const window = windows.open()
  keepAtSessionEnd({
    window,
    monitor: powerMonitor,
    signals: process,
    settle: parts.removals.settleAll,
    calls,
    app,
  })
  app.on('will-quit', parts.removals.settleAll)
  if (asked.selfTest) {
    // A file that is none is told as one, wherever it is read.
    const workBeside = async (): Promise<boolean> => !(await run('readImportText', '')).ok
    void lookAtItself({ window, network, workBeside, dataFolder })
  }
  for (const folder of new Set([dataFolder, profileFolder])) {
    void clearLeftovers(folder, new Date())
    void keepPrivate(folder, platform)
  }
}

app.on('web-contents-created', (_event, contents) => guardContents(contents, openAddress))
app.on('session-created', guardSession)
followDesktop(app, {
  window: windows.main,
  wishes: { ...wishes, openFile },
  ownArguments: asked.own,
  image,
})
endAfterCalls(app, calls)

const wish: StartWish = { demo: asked.demo, files: asked.files }
if (problem !== undefined) stop(problem)
else if (app.requestSingleInstanceLock(wish)) {
  for (const file of asked.files) openFile(file)
  startNotices.push(...keepLocalState({ folder: profileFolder, appData: app.getPath('appData'), platform }))
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log.error('The start failed', error)
      stop(`Syncwright could not start. What is saved is unchanged; the log in ${dataFolder} says more.`)
    })
} else {
  const lost =
    lockProblem({ folder: profileFolder, platform }) ??
    (asked.selfTest
      ? 'Syncwright runs already, so it cannot look at itself. Quit it, or name another folder with --user-data.'
      : undefined)
  if (lost === undefined) app.quit()
  else stop(lost)
}
