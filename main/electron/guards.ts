// Electron's security list, items 5 and 11 to 15: what a page may not do, whatever it tries.
import type { Session, WebContents } from 'electron'
import { isOwnUrl } from './ipc.ts'

/** The only hosts a link may open in the system's browser: ConnectWise's own documentation. */
const documentationHosts = new Set(['developer.connectwise.com', 'docs.connectwise.com'])

/** Item 15: the address a link may open outside, rebuilt from its parts; undefined for everything else. */
export function externalAddress(address: string): string | undefined {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return undefined
  return documentationHosts.has(url.hostname)
    ? `https://${url.hostname}${url.pathname}${url.search}`
    : undefined
}

/** Items 11 to 14: no webview, no navigation away from the page, no second window. */
export function guardContents(contents: WebContents, openExternal: (address: string) => Promise<void>): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url)
    if (address !== undefined) void openExternal(address)
    return { action: 'deny' }
  })
}

/** Item 5: every permission is denied, and nothing is downloaded: files leave through the save dialog. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
