// The one window: hidden until it has something to show, never larger than the screen, locked down.
import { join } from 'node:path'
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron'
import type { Log } from '../log/log.ts'
import { editItems } from './menu.ts'
import { pageUrl } from './protocol.ts'
import { mayLeave, offerReload, offerToWait } from './questions.ts'

/** The page's own ground colours, so that nothing flashes while it loads or is resized. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#1a1b22' : '#ffffff')

/** Smaller than this the page is hard to use; a screen that is smaller still goes first. */
const smallest = { width: 900, height: 600 }

type Size = { readonly width: number; readonly height: number }

/** Elsewhere than on macOS a window may be larger than the screen, and the buttons at its foot out of reach. */
export const smallestOn = (workArea: Size): Size => ({
  width: Math.min(smallest.width, workArea.width),
  height: Math.min(smallest.height, workArea.height),
})

/** Shown as soon as there is something to see, at the latest after 3 s, so that a slow start is not invisible. */
function showWhenPainted(window: BrowserWindow): void {
  const show = (): void => {
    clearTimeout(fallback)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const fallback = setTimeout(show, 3000)
  window.once('ready-to-show', show)
  // Under Wayland a hidden window has no surface to paint on, so it is never ready (electron/electron#48859).
  if (process.platform === 'linux') window.webContents.once('dom-ready', show)
  window.once('closed', () => clearTimeout(fallback))
}

/** Takes the theme's ground and the screen's measures along as they change. */
function followSystem(window: BrowserWindow): void {
  const recolour = (): void => window.setBackgroundColor(ground())
  const measure = (): void => {
    const { width, height } = smallestOn(screen.getDisplayMatching(window.getBounds()).workAreaSize)
    window.setMinimumSize(width, height)
  }
  nativeTheme.on('updated', recolour)
  screen.on('display-metrics-changed', measure)
  window.once('closed', () => {
    nativeTheme.off('updated', recolour)
    screen.off('display-metrics-changed', measure)
  })
}

/** Opens the window; its size and place are those of last time. */
export function openWindow({ log, onPageGone }: { log: Log; onPageGone: () => void }): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const least = smallestOn({ width, height })
  const window = new BrowserWindow({
    title: 'Syncwright',
    // Under this name Electron remembers size, place and display, also when the display is gone.
    name: 'main',
    windowStatePersistence: true,
    width: Math.min(1360, width),
    height: Math.min(860, height),
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      // The session forbids the dictionaries as well: `guardSession`.
      spellcheck: false,
    },
  })
  showWhenPainted(window)
  followSystem(window)
  window.on('closed', onPageGone)

  const contents = window.webContents
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (isEditable) Menu.buildFromTemplate(editItems(editFlags)).popup({ window })
    else if (selectionText.trim()) Menu.buildFromTemplate([{ role: 'copy' }]).popup({ window })
  })
  // The page holds the close back while there are unsaved changes; Electron would stay silent about it.
  contents.on('will-prevent-unload', (event) => {
    if (mayLeave(window)) event.preventDefault()
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
