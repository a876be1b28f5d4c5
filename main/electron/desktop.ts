// What is handed to the desktop: addresses, folders, notices. Where nothing there takes it, the person gets it as text.
import { Notification, shell } from 'electron'
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

export function sayOnDesktop(body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return
  lastNotice = new Notification({ title: 'Syncwright', body })
  lastNotice.on('click', onClick)
  lastNotice.show()
}
