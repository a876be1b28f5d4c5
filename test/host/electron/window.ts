// Electron's BrowserWindow and its contents: one window, shown by whichever browser holds the page.
import { EventEmitter } from 'node:events'
import type { ToPage } from '../messages.ts'
import { missing, onlyThese, preventable } from './missing.ts'

type WindowOptions = {
  width?: number
  height?: number
  title?: string
  webPreferences?: Record<string, unknown>
}
type OpenHandler = (details: { url: string; disposition: string }) => { action: string }

export type WindowParts = {
  isReady: () => boolean
  session: object
  /** Asks the app's own protocol handlers, as the window does when it loads its page. */
  fetch: (request: Request) => Promise<Response>
  toPages: (message: ToPage) => void
  announce: (event: string, ...args: unknown[]) => void
  lastWindowClosed: () => void
  record: (api: string, ...args: unknown[]) => void
  /** Whether a window that is not shown paints at all. */
  paintsHidden: boolean
}

/** The window classes for the bundle, and for the host the one window that is open. */
export const createWindows = (parts: WindowParts) => {
  const { isReady, session, fetch, toPages, announce, lastWindowClosed, record, paintsHidden } = parts
  let current: ReturnType<typeof openWindow> | null = null
  let windows = 0
  const loaded = Promise.withResolvers<void>()

  const openContents = (webPreferences: Record<string, unknown>) => {
    let url = ''
    let zoom = 0
    let openHandler: OpenHandler = () => ({ action: 'allow' })
    const emitter = new EventEmitter()
    const mainFrame = {
      get url() {
        return url
      },
      get origin() {
        return url.split('/', 3).join('/')
      },
      parent: null,
      get top(): object {
        return mainFrame
      },
      frames: [],
      routingId: 1,
      processId: 1,
      isDestroyed: () => false,
    }
    const load = async (address: string) => {
      const response = await fetch(new Request(address))
      if (!response.ok) throw new Error(`browser host: ${address} answers ${response.status}`)
      url = address
      emitter.emit('dom-ready', preventable())
      emitter.emit('did-finish-load', preventable())
    }
    const contents = Object.assign(emitter, {
      id: 1,
      session,
      mainFrame,
      getURL: () => url,
      getType: () => 'window',
      getLastWebPreferences: () => webPreferences,
      isDestroyed: () => false,
      isLoading: () => false,
      isCrashed: () => false,
      forcefullyCrashRenderer: () => {
        emitter.emit('render-process-gone', preventable(), { reason: 'killed', exitCode: 1 })
      },
      focus: () => {},
      send: (channel: string, ...args: unknown[]) => toPages({ kind: 'event', channel, args }),
      reload: () => toPages({ kind: 'reload' }),
      setWindowOpenHandler: (handler: OpenHandler) => {
        openHandler = handler
      },
      setZoomLevel: (level: number) => {
        zoom = level
      },
      getZoomLevel: () => zoom,
      openDevTools: () => {},
      closeDevTools: () => {},
      isDevToolsOpened: () => false,
    })
    /** Whether the app's own handler lets the page open a window at that address. */
    const mayOpen = (address: string) =>
      openHandler({ url: address, disposition: 'new-window' }).action === 'allow'
    /** Whether the app's own handlers let the page go to that address. */
    const mayNavigate = (address: string) => {
      const event = preventable({ url: address, isMainFrame: true, frame: mainFrame, initiator: mainFrame })
      emitter.emit('will-frame-navigate', event)
      emitter.emit('will-navigate', event, address)
      return !event.defaultPrevented
    }
    return { contents: onlyThese('webContents', contents), mainFrame, load, mayOpen, mayNavigate }
  }

  const openWindow = (options: WindowOptions) => {
    windows += 1
    record('BrowserWindow', JSON.parse(JSON.stringify(options)))
    const page = openContents(options.webPreferences ?? {})
    const bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 }
    const emitter = new EventEmitter()
    let open = true
    let shown = false
    const destroy = () => {
      if (!open) return
      open = false
      current = null
      page.contents.emit('destroyed', preventable())
      emitter.emit('closed', preventable())
      lastWindowClosed()
    }
    const close = () => {
      const event = preventable()
      emitter.emit('close', event)
      if (!event.defaultPrevented) destroy()
    }
    const window = Object.assign(emitter, {
      id: windows,
      webContents: page.contents,
      loadURL: async (address: string) => {
        await page.load(address)
        if (paintsHidden) emitter.emit('ready-to-show', preventable())
        loaded.resolve()
      },
      close,
      destroy,
      isDestroyed: () => !open,
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
      getBounds: () => bounds,
      getNormalBounds: () => bounds,
      setBounds: (wanted: object) => void Object.assign(bounds, wanted),
      setTitle: () => {},
      setBackgroundColor: (colour: string) => record('window.setBackgroundColor', colour),
      setMinimumSize: (width: number, height: number) => record('window.setMinimumSize', width, height),
      setProgressBar: (progress: number) => record('window.setProgressBar', progress),
      setMenuBarVisibility: () => {},
      setAutoHideMenuBar: () => {},
      removeMenu: () => {},
    })
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
    if (current) throw new Error('browser host: a second BrowserWindow is not available')
    const opened = openWindow(options)
    current = opened
    announce('web-contents-created', preventable(), opened.contents)
    announce('browser-window-created', preventable(), opened.window)
    return opened.window
  }
  const all = () => (current ? [current.window] : [])
  const statics = {
    getAllWindows: all,
    getFocusedWindow: () => current?.window ?? null,
    fromWebContents: (contents: unknown) => (contents === current?.contents ? current?.window : null) ?? null,
    fromId: (id: number) => all().find((window) => window.id === id) ?? null,
  }

  return {
    BrowserWindow: new Proxy(Object.assign(BrowserWindow, statics), {
      get: (target, key) =>
        key in target || typeof key === 'symbol' ? Reflect.get(target, key) : missing(`BrowserWindow.${key}`),
    }),
    webContents: onlyThese('webContents', {
      getAllWebContents: () => (current ? [current.contents] : []),
      getFocusedWebContents: () => current?.contents ?? null,
      fromId: (id: number) => (current?.contents.id === id ? current.contents : null),
    }),
    /** Resolves when the first window has its page. */
    loaded: loaded.promise,
    current: () => current,
    /** Closes the window as its close button does; false when the app refuses. */
    close: () => {
      current?.window.close()
      return current === null
    },
  }
}

export type Windows = ReturnType<typeof createWindows>
