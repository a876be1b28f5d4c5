// Electron's security list, items 5 and 11 to 15: what a page may not do, whatever it tries.
import type { App, Session, WebContents } from 'electron'
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
export function guardContents(contents: WebContents, openExternal: (address: string) => void): void {
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
  // The window is moved and sized by people, not by a page.
  contents.on('content-bounds-updated', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url)
    if (address !== undefined) openExternal(address)
    return { action: 'deny' }
  })
}

/**
 * Item 5: every permission is denied, and nothing is downloaded: files leave through the save dialog. First of all the
 * spelling dictionaries, which every session asks Google for unless it is told otherwise (electron/electron#22995).
 */
export function guardSession(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:0/')
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // Without an answer a page that asked for such a file waits for ever.
  session.on('file-system-access-restricted', (_event, _details, decide) => decide('deny'))
}

/**
 * No server is shown a certificate of this person: without a listener Electron hands the first one of the system's store to
 * whoever asks, also for `net.request` (Electron 44, breaking changes). Before the app is ready.
 */
export function withholdCertificates(app: App): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}
