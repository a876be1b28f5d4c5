// Electron's BrowserWindow and its contents: the first window is whichever browser holds the page, each further one a popup of it.
import type { BrowserWindow as ElectronWindow } from 'electron'
import { EventEmitter } from 'node:events'
import type { ToPage } from '../messages.ts'
import { openContents } from './contents.ts'
import { missing, onlyThese, preventable } from './missing.ts'
import type { Offered } from './offered.ts'
import type { HostSessions } from './session.ts'

type WindowOptions = {
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

/** A page that is reloaded comes back within this time; one that was closed does not (milliseconds). */
const reloadTime = 1000

/** What of the app's own address the host serves as a path. */
const pathOf = (address: string): string => `/${address.split('/').slice(3).join('/')}`
const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height })

/** The window classes for the bundle, and for the host the windows that are open. */
export const createWindows = (parts: WindowParts) => {
  const { isReady, toPages, announce, lastWindowClosed, record, paintsHidden } = parts
  const open = new Map<number, ReturnType<typeof openWindow>>()
  let windows = 0
  const loaded = Promise.withResolvers<void>()

  const openWindow = (options: WindowOptions) => {
    windows += 1
    const id = windows
    record('BrowserWindow', JSON.parse(JSON.stringify(options)))
    const page = openContents(parts, id, options.webPreferences ?? {})
    const bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 }
    const emitter = new EventEmitter()
    let smallest = [options.minWidth ?? 0, options.minHeight ?? 0]
    let shown = false
    let onTop = false
    let loads = 0
    const destroy = () => {
      const isFirst = current()?.window.id === id
      if (!open.delete(id)) return
      // The first is the person's own tab.
      if (!isFirst) toPages({ kind: 'close' }, id)
      page.contents.emit('destroyed', preventable())
      emitter.emit('closed', preventable())
      if (open.size === 0) lastWindowClosed()
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
        const [first] = open.keys()
        // One that is never shown is in no browser.
        if (first !== undefined && first !== id && options.webPreferences?.['partition'] === undefined)
          if (wasLoaded) toPages({ kind: 'go', path: pathOf(address) }, id)
          else toPages({ kind: 'open', path: pathOf(address), ...sizeOf(bounds) }, first)
        if (paintsHidden) emitter.emit('ready-to-show', preventable())
        loaded.resolve()
      },
      close,
      destroy,
      isDestroyed: (): boolean => !open.has(id),
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

  // A function and not a class: `new` hands out what it returns, the window that names what it lacks.
  function BrowserWindow(options: WindowOptions = {}) {
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const opened = openWindow(options)
    open.set(opened.window.id, opened)
    announce('web-contents-created', preventable(), opened.contents)
    announce('browser-window-created', preventable(), opened.window)
    return opened.window
  }
  const current = () => open.values().next().value ?? null
  const all = () => [...open.values()].map(({ window }) => window)
  const statics = {
    getAllWindows: all,
    getFocusedWindow: () => current()?.window ?? null,
    fromWebContents: (contents: unknown) => all().find((window) => window.webContents === contents) ?? null,
    fromId: (id: number) => all().find((window) => window.id === id) ?? null,
  }

  return {
    BrowserWindow: new Proxy(Object.assign(BrowserWindow, statics), {
      get: (target, key) =>
        key in target || typeof key === 'symbol' ? Reflect.get(target, key) : missing(`BrowserWindow.${key}`),
    }),
    webContents: onlyThese('webContents', {
      getAllWebContents: () => all().map(({ webContents }) => webContents),
      getFocusedWebContents: () => current()?.contents ?? null,
      fromId: (id: number) => open.get(id)?.contents ?? null,
    }),
    /** Resolves when the first window has its page. */
    loaded: loaded.promise,
    /** The first of those that are open. */
    current,
    at: (id: number) => open.get(id) ?? null,
    /** The window a page with this query is in; one without is in the first. */
    showing: (query: string) =>
      [...open.values()].find(({ contents }) => (contents.getURL().split('?', 2)[1] ?? '') === query) ?? null,
    /** A page of a further window is gone; the window goes with it, unless the page is back at once. */
    left: (id: number, isBack: () => boolean) => {
      if (id !== current()?.window.id)
        setTimeout(() => !isBack() && open.get(id)?.window.close(), reloadTime).unref()
    },
    /** Closes the windows as their close buttons do; false when the app refuses. */
    close: () => {
      for (const { window } of open.values()) window.close()
      return open.size === 0
    },
  }
}

export type Windows = ReturnType<typeof createWindows>
