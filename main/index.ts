// Boot: what is built in which order, top to bottom.
import { mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, ipcMain, protocol, session, shell } from 'electron'
import { createCalls } from './calls.ts'
import { guardContents, guardSession } from './guards.ts'
import { createHandlers } from './handlers.ts'
import { registerIpc } from './ipc.ts'
import { createLog, logUnhandled } from './log.ts'
import { appScheme, createPageServer } from './protocol.ts'
import { createRedactor } from './redaction.ts'
import { openWindow, setApplicationMenu } from './window.ts'

const { values: options } = parseArgs({
  args: process.argv.slice(1),
  options: { 'user-data': { type: 'string' }, demo: { type: 'boolean' } },
  strict: false,
})

if (typeof options['user-data'] === 'string') {
  const folder = resolve(options['user-data'])
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])

const dataFolder = app.getPath('userData')
const redactor = createRedactor()
const log = createLog({ folder: dataFolder, redactor })
logUnhandled(log)

function start(): void {
  const calls = createCalls()
  const handlers = createHandlers({
    calls,
    dataFolder,
    version: app.getVersion(),
    userName: userInfo().username,
  })
  registerIpc(ipcMain, {
    handlers,
    calls,
    log,
    isOurs: (contents) => BrowserWindow.fromWebContents(contents) !== null,
  })
  guardSession(session.defaultSession)
  protocol.handle('app', createPageServer(join(import.meta.dirname, '../renderer')))
  setApplicationMenu()
  openWindow({ log, onClosed: calls.cancelAll })
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
