// What is handed to the desktop: addresses, folders, notices. Where nothing there takes it, the person gets it as text.
import { type BrowserWindow, Notification, shell } from 'electron'
import { bringForward, type ShownWindow } from './lifecycle/desktopEvents.ts'
import { offerText } from './questions.ts'

/** A link of the page or the menu; without a browser Electron rejects. */
export function openAddress(address: string): void {
  shell
    .openExternal(address)
    .catch(() => offerText('This computer opened no browser', address, 'Copy address'))
}

export async function openFolder(path: string): Promise<void> {
  if ((await shell.openPath(path)) !== '')
    await offerText('This computer does not show the folder', path, 'Copy path')
}

/** Held, because Electron lets a notification go that nobody holds, and its click with it (electron/electron#16922). */
let lastNotice: Notification | undefined

type Place = {
  readonly window: () => (ShownWindow & Pick<BrowserWindow, 'flashFrame'>) | undefined
  readonly platform: NodeJS.Platform
  /** Neither portable nor out of a checkout. */
  readonly isInstalled: boolean
}

/**
 * To whoever looks elsewhere. On Windows the first notice, even the question whether there are any, makes Electron write a
 * shortcut into the Start menu and a class into the registry (windows_toast_activator.cc), over those of an installed copy:
 * one that is not installed flashes in the taskbar, as on a desktop without notices.
 */
export function sayOnDesktop(body: string, { window, platform, isInstalled }: Place): void {
  const flash = (): void => window()?.flashFrame(true)
  if ((platform === 'win32' && !isInstalled) || !Notification.isSupported()) return flash()
  lastNotice = new Notification({ title: 'Syncwright', body })
  lastNotice.on('click', () => bringForward(window()))
  // macOS shows none of an app that is not signed, or that the person said no to (Electron 42, breaking changes).
  lastNotice.on('failed', flash)
  lastNotice.show()
}
