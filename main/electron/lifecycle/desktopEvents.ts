// What the desktop wants of the app while it runs: a file opened, a second start, a click on its icon, the last window closed.
import type { App, BrowserWindow } from 'electron'
import type { StartWishes } from '../../services/startWishes.ts'
import { type StartWish, wishOf } from './instance.ts'

export type ShownWindow = Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>

type Options = {
  /** The window people see; undefined before it is there and while the app ends. */
  readonly window: () => ShownWindow | undefined
  readonly wishes: Pick<StartWishes, 'openFile' | 'openDemo'>
  /** The arguments of this start without what it was asked to open. */
  readonly ownArguments: readonly string[]
  /** Where an AppImage lies itself: it runs from a copy that goes with it. */
  readonly image: string | undefined
}

/** To the front, also where it is minimised. */
export function bringForward(window: ShownWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

/** Before the app is ready: macOS hands over the file of a double click while the app starts. */
export function followDesktop(
  app: Pick<App, 'on' | 'quit' | 'relaunch' | 'isReady'>,
  { window, wishes, ownArguments, image }: Options,
): void {
  let startsAnew = false
  const comeForward = (): void => bringForward(window())
  // On macOS as well: without its window the app does nothing.
  app.on('window-all-closed', () => app.quit())
  // macOS brings back no window that was minimised (NSApplicationDelegate, applicationShouldHandleReopen).
  app.on('activate', comeForward)
  const take = ({ demo, files }: StartWish): void => {
    // On macOS both may come before this one is ready (electron_api_app.cc, NotificationCallbackWrapper).
    if (!window() && app.isReady()) {
      // This one is ending; the wish is for the next. Each call would start one more.
      if (!startsAnew)
        app.relaunch(relaunchOptions([...ownArguments, ...(demo ? ['--demo'] : []), ...files], image))
      startsAnew = true
      return
    }
    comeForward()
    if (demo) wishes.openDemo()
    for (const file of files) wishes.openFile(file)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take({ demo: false, files: [path] })
  })
  app.on('second-instance', (_event, _argv, _folder, sent) => take(wishOf(sent)))
}

/** The place an AppImage runs from is gone when the next one starts, so that is told where the image is (electron-builder#1727). */
const relaunchOptions = (args: string[], image: string | undefined) =>
  image === undefined ? { args } : { execPath: image, args: ['--appimage-extract-and-run', ...args] }
