// The two windows, the main one and the companion beside it: hidden until they have something to show, locked down.
import { join } from 'node:path'
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron'
import { systemCode } from '../disk/writeFailure.ts'
import type { Log } from '../log/log.ts'
import type { CompanionWindow } from '../services/services.ts'
import { bringForward } from './lifecycle/desktopEvents.ts'
import { editItems } from './menu.ts'
import { pageUrl } from './protocol.ts'
import { mayLeave, offerReload, offerToWait } from './questions.ts'

/** The page's own ground colours, so that nothing flashes while it loads or is resized; in the letters Electron tells colours in. */
const grounds = { light: '#FFFFFF', dark: '#1A1B22' }
const ground = (): string => grounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

type Size = { readonly width: number; readonly height: number }

type PageWindow = {
  /** Under this name Electron remembers size, place and display, also when the display is gone. */
  readonly name: string
  readonly first: Size
  /** Smaller than this the page is hard to use; a screen that is smaller still goes first. */
  readonly smallest: Size
}

/** Elsewhere than on macOS a window may be larger than the screen, and the buttons at its foot out of reach. */
export const smallestOn = (workArea: Size, smallest: Size): Size => ({
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

/** Takes the theme's ground and the screen's measures along as they change, or as the window goes to another screen. */
function followSurroundings(window: BrowserWindow, smallest: Size): void {
  const recolour = (): void => window.setBackgroundColor(ground())
  const measure = (): void => {
    const { width, height } = smallestOn(screen.getDisplayMatching(window.getBounds()).workAreaSize, smallest)
    const [widthNow, heightNow] = window.getMinimumSize()
    if (width !== widthNow || height !== heightNow) window.setMinimumSize(width, height)
  }
  // A page with a theme of its own names its ground in `<meta name="theme-color">`: then the title bar, menus and boxes have it too.
  window.webContents.on('did-change-theme-color', (_event, colour) => {
    nativeTheme.themeSource = colour === grounds.dark ? 'dark' : colour === grounds.light ? 'light' : 'system'
  })
  // Electron has put it where it was last time, which need not be the first screen.
  measure()
  window.on('move', measure)
  nativeTheme.on('updated', recolour)
  screen.on('display-metrics-changed', measure)
  window.once('closed', () => {
    nativeTheme.off('updated', recolour)
    screen.off('display-metrics-changed', measure)
  })
}

/** Opens a window on one of the app's own addresses; its size and place are those of last time. */
function openPage(
  { name, first, smallest }: PageWindow,
  url: string,
  { log, onPageGone }: { log: Log; onPageGone: () => void },
): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const least = smallestOn({ width, height }, smallest)
  const window = new BrowserWindow({
    title: 'Syncwright',
    name,
    windowStatePersistence: true,
    width: Math.min(first.width, width),
    height: Math.min(first.height, height),
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
  followSurroundings(window, smallest)
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
  // Without its preload the page can ask for nothing, and shows nothing.
  contents.on('preload-error', (_event, _path, error) => {
    log.error('The preload failed', error)
    void offerReload(window, 'integrity-failure')
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    log.error('The page stopped', reason)
    // Its calls have nobody to answer to, and the reloaded page starts its own.
    onPageGone()
    if (reason !== 'clean-exit' && !window.isDestroyed()) void offerReload(window, reason)
  })
  offerToWait(window, log)
  load(window, url, log)
  return window
}

/** Turns a window to an address. One that is left for another, or closed, before it is there has not failed (electron/electron#27574). */
function load(window: BrowserWindow, url: string, log: Log): void {
  window.loadURL(url).catch((error: unknown) => {
    if (window.isDestroyed() || systemCode(error) === 'ERR_ABORTED') return
    log.error('The page did not load', error)
    void offerReload(window)
  })
}

const mainWindow: PageWindow = {
  name: 'main',
  first: { width: 1360, height: 860 },
  smallest: { width: 900, height: 600 },
}
const companionWindow: PageWindow = {
  name: 'companion',
  first: { width: 380, height: 720 },
  smallest: { width: 340, height: 480 },
}

/** The page shows the companion of the relationship its address names. */
const companionUrl = (id: string): string => `${pageUrl}?${new URLSearchParams({ companion: id }).toString()}`

export type Windows = {
  readonly open: () => BrowserWindow
  /** The main window while it is open. */
  readonly main: () => BrowserWindow | undefined
  readonly companion: CompanionWindow
}

type WindowsOptions = {
  readonly log: Log
  readonly onPageGone: () => void
  /** Whether the desktop keeps a window above the others. */
  readonly staysOnTop: boolean
}

export function createWindows({ log, onPageGone, staysOnTop }: WindowsOptions): Windows {
  let main: BrowserWindow | undefined
  let beside: { readonly window: BrowserWindow; readonly id: string } | undefined

  const openBeside = (id: string): BrowserWindow => {
    const window = openPage(companionWindow, companionUrl(id), { log, onPageGone: () => {} })
    window.on('closed', () => (beside = undefined))
    return window
  }
  const show: CompanionWindow['show'] = (id, onTop) => {
    const known = beside
    const window = known?.window ?? openBeside(id)
    if (known && known.id !== id) load(window, companionUrl(id), log)
    beside = { window, id }
    window.setAlwaysOnTop(onTop)
    // A new one shows itself. Whether the other is visible tells nothing: minimised ones are not (native_window_views.cc).
    if (known) bringForward(window)
    return !onTop || staysOnTop
  }

  return {
    open() {
      const window = openPage(mainWindow, pageUrl, { log, onPageGone })
      main = window
      window.on('closed', () => {
        main = undefined
        beside?.window.destroy()
      })
      return window
    },
    main: () => main,
    companion: {
      show,
      close() {
        beside?.window.close()
        bringForward(main)
      },
    },
  }
}
