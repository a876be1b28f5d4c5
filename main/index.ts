// Boot: what is built in which order, top to bottom.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, net, protocol, safeStorage, session, shell } from 'electron'
import Store from 'electron-store'
import { createCalls } from './calls.ts'
import { createParts } from './createParts.ts'
import { chooseDataFolder } from './dataFolder.ts'
import { askSavePath } from './files/saveDialog.ts'
import { guardContents, guardSession } from './guards.ts'
import { createHandlers } from './handlers.ts'
import { registerIpc } from './ipc.ts'
import { createLog, logUnhandled } from './log.ts'
import { appScheme, createPageServer } from './protocol.ts'
import { createRedactor } from './redaction.ts'
import { clearLeftovers } from './store/leftovers.ts'
import { userName } from './userName.ts'
import { openWindow, sayFault, setApplicationMenu } from './window.ts'

const { values: options } = parseArgs({
  args: process.argv.slice(1),
  options: { 'user-data': { type: 'string' }, demo: { type: 'boolean' } },
  strict: false,
})

const folder = chooseDataFolder({
  named: options['user-data'],
  isPackaged: app.isPackaged,
  programPath: app.getPath('exe'),
  env: process.env,
})
if (folder !== undefined) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    dialog.showErrorBox('Syncwright', `The data folder ${folder} cannot be made. Name another one.`)
    process.exit(1)
  }
  app.setPath('userData', folder)
}
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])

const dataFolder = app.getPath('userData')
const redactor = createRedactor()
const log = createLog({ folder: dataFolder, redactor })
logUnhandled(log, () => void sayFault())

function start(): void {
  const calls = createCalls()
  const parts = createParts({
    about: { version: app.getVersion(), dataFolder, userName: userName() },
    calls,
    now: () => new Date(),
    openStore: (folder, name) => new Store({ cwd: folder, name, clearInvalidConfig: false }),
    safeStorage,
    platform: process.platform,
    env: process.env,
    // The system's proxy and certificates apply; our own scheme is not to be reached this way.
    network: (request) => net.fetch(request, { bypassCustomProtocolHandlers: true }),
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
  openWindow({ log, onClosed: calls.cancelAll })
  void clearLeftovers(dataFolder, new Date())
}

app.on('web-contents-created', (_event, contents) =>
  guardContents(contents, (address) => shell.openExternal(address)),
)
app.on('window-all-closed', () => app.quit())
app.on('second-instance', () => {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
})

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
