// The one window: hidden until it has something to show, locked down, with the menus a text field needs.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  type ContextMenuParams,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
  nativeTheme,
  screen,
} from 'electron'
import type { Log } from './log.ts'
import { pageUrl } from './protocol.ts'

/** Cut, copy and the rest; `can` greys out what does not apply, such as copying from a password field. */
const editItems = (can?: ContextMenuParams['editFlags']): MenuItemConstructorOptions[] => [
  { role: 'undo', enabled: can?.canUndo ?? true },
  { role: 'redo', enabled: can?.canRedo ?? true },
  { type: 'separator' },
  { role: 'cut', enabled: can?.canCut ?? true },
  { role: 'copy', enabled: can?.canCopy ?? true },
  { role: 'paste', enabled: can?.canPaste ?? true },
  { type: 'separator' },
  { role: 'selectAll', enabled: can?.canSelectAll ?? true },
]

/** No reload: Ctrl+R and F5 are the page's refresh. */
const view = (packaged: boolean): MenuItemConstructorOptions[] => [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  // Where the plus sign takes Shift, people press the key without it.
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomOut' },
  { type: 'separator' },
  { role: 'togglefullscreen' },
  ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
]

/** The smallest menu that keeps the system's own shortcuts working. */
export function setApplicationMenu(): void {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { label: 'Edit', submenu: editItems() },
    { label: 'View', submenu: view(app.isPackaged) },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Opens the window; it shows itself when the page has painted, or after 3 s so that a slow start is not invisible. */
export function openWindow({ log, onPageGone }: { log: Log; onPageGone: () => void }): BrowserWindow {
  // Elsewhere than on macOS a window may be larger than the screen, and the buttons at its foot out of reach.
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    title: 'Syncwright',
    // Under this name Electron remembers size, place and display, also when the display is gone.
    name: 'main',
    windowStatePersistence: true,
    width: Math.min(1360, width),
    height: Math.min(860, height),
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    // The page's own ground colours, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b22' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  })
  const fallback = setTimeout(() => window.show(), 3000)
  window.once('ready-to-show', () => {
    clearTimeout(fallback)
    window.show()
  })
  window.on('closed', () => {
    clearTimeout(fallback)
    onPageGone()
  })

  const contents = window.webContents
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (isEditable) Menu.buildFromTemplate(editItems(editFlags)).popup({ window })
    else if (selectionText.trim()) Menu.buildFromTemplate([{ role: 'copy' }]).popup({ window })
  })
  // The page holds the close back while there are unsaved changes; Electron would stay silent about it.
  contents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Leave without saving?',
      detail: 'The changes since the last save would be lost.',
      buttons: ['Stay', 'Leave'],
      defaultId: 0,
      cancelId: 0,
    })
    if (choice === 1) event.preventDefault()
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    log.error('The page stopped', reason)
    // Its calls have nobody to answer to, and the reloaded page starts its own.
    onPageGone()
    if (reason !== 'clean-exit' && !window.isDestroyed()) void offerReload(window)
  })
  offerToWait(window, log)
  void window.loadURL(pageUrl).catch((error: unknown) => log.error('The page did not load', error))
  return window
}

/** A page that hangs can be waited for or ended; the question goes away when the page answers again. */
function offerToWait(window: BrowserWindow, log: Log): void {
  let asked: AbortController | undefined
  window.on('responsive', () => asked?.abort())
  window.on('unresponsive', () => {
    if (asked) return
    log.warn('The page does not answer')
    const question = new AbortController()
    asked = question
    const { signal } = question
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'The window does not answer',
        detail: 'What is saved is unchanged. It may be working on something large.',
        buttons: ['Wait', 'End it'],
        defaultId: 0,
        cancelId: 0,
        signal,
      })
      .then(({ response }) => {
        asked = undefined
        // Its end is a crash like any other, and brings the question that reloads it.
        if (response === 1 && !signal.aborted && !window.isDestroyed())
          window.webContents.forcefullyCrashRenderer()
      })
  })
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window stopped working',
    detail: 'What is saved is unchanged. Reload brings it back, with the unsaved changes of a relationship.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}

/** Tells that something failed which nobody had foreseen; the log says what. */
export async function sayFault(): Promise<void> {
  await app.whenReady()
  await dialog.showMessageBox({
    type: 'warning',
    message: 'Something went wrong inside Syncwright',
    detail:
      'What is saved is unchanged, and you can go on. Save what is open; if the window behaves oddly, start Syncwright again. The command “Copy diagnostics” (Ctrl+K) gives support what it needs.',
    buttons: ['Go on'],
  })
}
