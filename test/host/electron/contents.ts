// Electron's WebContents: the page of one window, its guards, its frame, and what is printed of it.
import type { WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import type { ToPage } from '../messages.ts'
import { onlyThese, preventable } from './missing.ts'
import type { Offered } from './offered.ts'
import { runInPage } from './pageProbe.ts'
import type { HostSessions } from './session.ts'

type OpenHandler = (details: { url: string; disposition: string }) => { action: string }

type ContentsParts = {
  sessions: HostSessions
  /** To the pages of one window. */
  toPages: (message: ToPage, window: number) => void
  record: (api: string, ...args: unknown[]) => void
}

/** The contents of one window. */
export const openContents = (
  { sessions, toPages, record }: ContentsParts,
  id: number,
  webPreferences: Record<string, unknown>,
) => {
  let url = ''
  let zoom = 0
  let openHandler: OpenHandler = () => ({ action: 'allow' })
  const emitter = new EventEmitter()
  const own = sessions.of(webPreferences['partition'])
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
  let printed = ''
  const load = async (address: string) => {
    const response = await own.fetch(new Request(address))
    if (!response.ok) throw new Error(`browser host: ${address} answers ${response.status}`)
    url = address
    printed = (response.headers.get('content-type') ?? '').startsWith('text/html')
      ? await response.text()
      : ''
    emitter.emit('dom-ready', preventable())
    emitter.emit('did-finish-load', preventable())
  }
  const contents = Object.assign(emitter, {
    id,
    session: own.session,
    mainFrame,
    getURL: () => url,
    getType: () => 'window',
    isDestroyed: () => false,
    isLoading: () => false,
    isCrashed: () => false,
    forcefullyCrashRenderer: () => {
      emitter.emit('render-process-gone', preventable(), { reason: 'killed', exitCode: 1 })
    },
    executeJavaScript: (code: string): Promise<unknown> =>
      runInPage(code, {
        webPreferences,
        mayOpen,
        isGranted: async (permission): Promise<boolean> =>
          (await own.permissions(contents, permission)).check,
      }),
    /** No pages, but the words: enough to tell what was printed. */
    printToPDF: async (options: object) => {
      record('webContents.printToPDF', options)
      return Buffer.from(`%PDF-1.7\n${printed}\n%%EOF`)
    },
    focus: () => {},
    send: (channel: string, ...args: unknown[]) => toPages({ kind: 'event', channel, args }, id),
    reload: () => toPages({ kind: 'reload' }, id),
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
  } satisfies Offered<WebContents>)
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
  return {
    webPreferences,
    contents: onlyThese('webContents', contents),
    mainFrame,
    load,
    mayOpen,
    mayNavigate,
  }
}
