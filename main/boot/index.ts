// Boot: what is built in which order, top to bottom.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, net, protocol, safeStorage, session, shell } from 'electron'
import Store from 'electron-store'
import { createCalls } from '../services/runningCalls.ts'
import { createParts } from './createServices.ts'
import { chooseDataFolder } from './dataFolder.ts'
import { askSavePath } from '../electron/saveDialog.ts'
import { guardContents, guardSession } from '../electron/guards.ts'
import { createHandlers } from '../handlers/handlers.ts'
import { registerIpc } from '../electron/ipc.ts'
import { createLog, logUnhandled } from '../electron/log.ts'
import { createNetwork } from '../electron/network.ts'
import { appScheme, createPageServer } from '../electron/protocol.ts'
import { endAfterCalls } from '../electron/quit.ts'
import { createRedactor } from '../services/redaction.ts'
import { clearLeftovers } from '../disk/leftovers.ts'
import { userName } from './userName.ts'
import { openWindow, sayFault, setApplicationMenu } from '../electron/window.ts'

const { values: options } = parseArgs({
  args: process.argv.slice(1),
  options: { 'user-data': { type: 'string' }, demo: { type: 'boolean' } },
  strict: false,
})

/** Without a data folder or a window there is nothing to go on with. */
function stop(sentence: string): never {
  dialog.showErrorBox('Syncwright', sentence)
  process.exit(1)
}

const named = options['user-data']
if (named === true || named === '') stop('--user-data needs the name of a folder. Nothing was opened.')
const chosen = chooseDataFolder({
  named,
  isPackaged: app.isPackaged,
  programPath: app.getPath('exe'),
  platform: process.platform,
  env: process.env,
})
const dataFolder = chosen ?? app.getPath('userData')
try {
  mkdirSync(dataFolder, { recursive: true })
} catch {
  stop(`The data folder ${dataFolder} cannot be made. Name another one with --user-data.`)
}
if (chosen !== undefined) app.setPath('userData', chosen)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])

const redactor = createRedactor()
const log = createLog({ folder: dataFolder, redactor })
logUnhandled(log, () => void sayFault())
const calls = createCalls()

function openStore(folder: string, name: string): Store {
  const store = new Store({ cwd: folder, name, clearInvalidConfig: false })
  // electron-store listens on a channel of its own, which answers any sender.
  ipcMain.removeAllListeners('electron-store-get-data')
  return store
}

function start(): void {
  const parts = createParts({
    about: { version: app.getVersion(), dataFolder, userName: userName() },
    calls,
    now: () => new Date(),
    openStore,
    safeStorage,
    platform: process.platform,
    env: process.env,
    network: createNetwork({ open: (request) => net.request(request), proxyLogin: async () => undefined }),
    allowLoopbackHttp: !app.isPackaged,
    openDemo: options.demo === true,
    hide: redactor.hide,
    recentLog: log.recent,
    askSavePath,
    log,
  })
  registerIpc(ipcMain, {
    handlers: createHandlers(parts),
    calls,
    log,
    isOurs: (contents) => BrowserWindow.fromWebContents(contents) !== null,
  })
  guardSession(session.defaultSession)
  protocol.handle('app', createPageServer(join(import.meta.dirname, '../renderer')))
  setApplicationMenu()
  openWindow({ log, onPageGone: calls.cancelAll })
  void clearLeftovers(dataFolder, new Date())
}

app.on('web-contents-created', (_event, contents) =>
  guardContents(contents, (address) => shell.openExternal(address)),
)
app.on('window-all-closed', () => app.quit())
app.on('second-instance', () => {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
})
endAfterCalls(app, calls)

if (app.requestSingleInstanceLock()) {
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log.error('The start failed', error)
      stop(`Syncwright could not start. What is saved is unchanged; the log in ${dataFolder} says more.`)
    })
} else app.quit()
