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

/** `host:port` of an address or a host, as Electron names the server, whatever its declarations say (electron_api_app.cc). */
function serverOf(text: string): string | undefined {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  return url ? `${url.hostname}:${url.port || '443'}` : undefined
}

/**
 * No server is shown a certificate of this person but those an administrator named at the start: without a listener Electron
 * hands the first one of the system's store to whoever asks, also for `net.request` (Electron 44, breaking changes). Those
 * it offers here are of the authorities the server accepts. Before the app is ready.
 */
export function withholdCertificates(app: App, mayBeShownTo: readonly string[]): void {
  const named = new Set(mayBeShownTo.flatMap((server) => serverOf(server) ?? []))
  app.on('select-client-certificate', (event, _contents, server, certificates, choose) => {
    event.preventDefault()
    choose(named.has(serverOf(server) ?? '') ? certificates[0] : undefined)
  })
}
