// One window of Electron and its contents: the first is whichever browser holds the page, each further one a popup of it.
import type { BrowserWindow as ElectronWindow } from 'electron'
import { EventEmitter } from 'node:events'
import type { ToPage } from '../messages.ts'
import { openContents } from './contents.ts'
import { onlyThese, preventable } from './missing.ts'
import type { Offered } from './offered.ts'
import type { HostSessions } from './session.ts'

export type WindowOptions = {
  width?: number
  height?: number
  minWidth?: number
  minHeight?: number
  title?: string
  webPreferences?: Record<string, unknown>
}

export type WindowParts = {
  isReady: () => boolean
  sessions: HostSessions
  /** To the pages of one window. */
  toPages: (message: ToPage, window: number) => void
  announce: (event: string, ...args: unknown[]) => void
  lastWindowClosed: () => void
  record: (api: string, ...args: unknown[]) => void
  /** Whether a window that is not shown paints at all. */
  paintsHidden: boolean
}

/** The windows that are open, by number, oldest first. */
export type WindowRow = {
  first: () => number | undefined
  holds: (id: number) => boolean
  /** False where it had left before. */
  leave: (id: number) => boolean
  /** A window has its page. */
  loaded: () => void
}

/** What of the app's own address the host serves as a path. */
const pathOf = (address: string): string => `/${address.split('/').slice(3).join('/')}`
const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height })

export const openHostWindow = (parts: WindowParts, row: WindowRow, id: number, options: WindowOptions) => {
  const { toPages, record, paintsHidden } = parts
  record('BrowserWindow', JSON.parse(JSON.stringify(options)))
  const page = openContents(parts, id, options.webPreferences ?? {})
  const bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 }
  const emitter = new EventEmitter()
  let smallest = [options.minWidth ?? 0, options.minHeight ?? 0]
  let shown = false
  let onTop = false
  let loads = 0
  const destroy = () => {
    const isFirst = row.first() === id
    if (!row.leave(id)) return
    // The first is the person's own tab.
    if (!isFirst) toPages({ kind: 'close' }, id)
    page.contents.emit('destroyed', preventable())
    emitter.emit('closed', preventable())
    if (row.first() === undefined) parts.lastWindowClosed()
  }
  const close = () => {
    const event = preventable()
    emitter.emit('close', event)
    if (!event.defaultPrevented) destroy()
  }
  const window = Object.assign(emitter, {
    id,
    webContents: page.contents,
    loadURL: async (address: string) => {
      const wasLoaded = page.contents.getURL() !== ''
      loads += 1
      const own = loads
      await page.load(address)
      // As in Electron, where another address takes the place of this one meanwhile (lib/browser/api/web-contents.ts).
      if (own !== loads)
        throw Object.assign(new Error(`ERR_ABORTED (-3) loading '${address}'`), { code: 'ERR_ABORTED' })
      const first = row.first()
      // One that is never shown is in no browser.
      if (first !== undefined && first !== id && options.webPreferences?.['partition'] === undefined)
        if (wasLoaded) toPages({ kind: 'go', path: pathOf(address) }, id)
        else toPages({ kind: 'open', path: pathOf(address), ...sizeOf(bounds) }, first)
      if (paintsHidden) emitter.emit('ready-to-show', preventable())
      row.loaded()
    },
    close,
    destroy,
    isDestroyed: (): boolean => !row.holds(id),
    show: () => {
      shown = true
      record('window.show')
      emitter.emit('show', preventable())
    },
    hide: () => {
      shown = false
    },
    focus: () => {},
    blur: () => {},
    restore: () => {},
    maximize: () => {},
    minimize: () => {},
    isVisible: () => shown,
    isFocused: () => true,
    isMinimized: () => false,
    isMaximized: () => false,
    isFullScreen: () => false,
    setAlwaysOnTop: (wanted: boolean) => {
      onTop = wanted
      record('window.setAlwaysOnTop', wanted)
    },
    isAlwaysOnTop: () => onTop,
    getBounds: () => bounds,
    getNormalBounds: () => bounds,
    setBounds: (wanted: object) => void Object.assign(bounds, wanted),
    setTitle: () => {},
    setBackgroundColor: (colour: string) => record('window.setBackgroundColor', colour),
    getMinimumSize: () => smallest,
    setMinimumSize: (width: number, height: number) => {
      smallest = [width, height]
      record('window.setMinimumSize', width, height)
    },
    flashFrame: (on: boolean) => record('window.flashFrame', on),
    setProgressBar: (progress: number) => record('window.setProgressBar', progress),
    setMenuBarVisibility: () => {},
    setAutoHideMenuBar: () => {},
    removeMenu: () => {},
  } satisfies Offered<ElectronWindow>)
  /** Lets one of Electron's events happen; true when the app prevents what would follow. */
  const happen = (target: 'window' | 'page', name: string, ...args: unknown[]) => {
    const event = preventable()
    const emitter: EventEmitter = target === 'window' ? window : page.contents
    emitter.emit(name, event, ...args)
    return event.defaultPrevented
  }
  return { window: onlyThese('BrowserWindow', window), happen, ...page }
}
