// Electron's BrowserWindow and webContents for the bundle, and for the host the windows that are open.
import { openHostWindow, type WindowOptions, type WindowParts, type WindowRow } from './hostWindow.ts'
import { missing, onlyThese, preventable } from './missing.ts'

/** A page that is reloaded comes back within this time; one that was closed does not (milliseconds). */
const reloadTime = 1000

/** The window classes for the bundle, and for the host the windows that are open. */
export const createWindows = (parts: WindowParts) => {
  const { isReady, announce } = parts
  const open = new Map<number, ReturnType<typeof openHostWindow>>()
  let windows = 0
  const loaded = Promise.withResolvers<void>()
  const row: WindowRow = {
    first: () => open.keys().next().value,
    holds: (id) => open.has(id),
    leave: (id) => open.delete(id),
    loaded: loaded.resolve,
  }

  // A function and not a class: `new` hands out what it returns, the window that names what it lacks.
  function BrowserWindow(options: WindowOptions = {}) {
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    windows += 1
    const opened = openHostWindow(parts, row, windows, options)
    open.set(windows, opened)
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
