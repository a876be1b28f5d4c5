// The two windows: the main one, and the companion that stays beside it while the published form is filled in.
import type { BrowserWindow } from 'electron'
import type { Companion } from '../services/services.ts'
import type { Log } from '../log/log.ts'
import { pageUrl } from './protocol.ts'
import { openPage, type PageWindow } from './window.ts'

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
  readonly companion: Companion
}

export function createWindows({ log, onPageGone }: { log: Log; onPageGone: () => void }): Windows {
  let main: BrowserWindow | undefined
  let beside: { readonly window: BrowserWindow; readonly id: string } | undefined

  const openBeside = (id: string): BrowserWindow => {
    const window = openPage(companionWindow, companionUrl(id), { log, onPageGone: () => {} })
    window.on('closed', () => (beside = undefined))
    return window
  }
  const show: Companion['show'] = (id, onTop) => {
    const window = beside?.window ?? openBeside(id)
    if (beside && beside.id !== id)
      void window
        .loadURL(companionUrl(id))
        .catch((error: unknown) => log.error('The companion did not load', error))
    beside = { window, id }
    window.setAlwaysOnTop(onTop)
    if (window.isVisible()) window.focus()
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
        main?.focus()
      },
    },
  }
}
