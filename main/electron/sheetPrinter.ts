// A sheet as PDF: printed by a hidden window without scripts, in a session of its own that reaches nothing and keeps nothing.
import { BrowserWindow, session } from 'electron'
import { contentSecurityPolicy } from './protocol.ts'

/** Without `persist:` it lives in memory. */
const partition = 'handover'
const host = 'app://handover'

/** How long a sheet may take (milliseconds); some hundred pages take a second. */
const longestPrint = 30_000

/** Prints one page of HTML. Throws where it cannot be printed in time. */
export function createSheetPrinter(): (html: string) => Promise<Uint8Array> {
  const sheets = new Map<string, string>()
  let last = 0
  const prepare = (): void => {
    const own = session.fromPartition(partition)
    if (own.protocol.isProtocolHandled('app')) return
    own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !sheets.has(url) }))
    own.protocol.handle('app', ({ url }) => {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
      }
      return new Response(sheets.get(url) ?? '', { status: sheets.has(url) ? 200 : 404, headers })
    })
  }
  return async (html) => {
    prepare()
    last += 1
    const url = `${host}/${last}`
    sheets.set(url, html)
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition,
        javascript: false,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
      },
    })
    const late = Promise.withResolvers<never>()
    const limit = setTimeout(() => late.reject(new Error('The sheet was not printed in time')), longestPrint)
    try {
      const printed = window.loadURL(url).then(() =>
        window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      )
      return new Uint8Array(await Promise.race([printed, late.promise]))
    } finally {
      clearTimeout(limit)
      sheets.delete(url)
      window.destroy()
    }
  }
}
