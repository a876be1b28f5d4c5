// The host's web server: the app's own protocol handler behind the gate, the injected scripts, the WebSocket, downloads.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { decode, encode } from './codec.ts'
import { createDownloads } from './downloads.ts'
import type { FakeElectron } from './electron/electron.ts'
import { createGate } from './gate.ts'
import type { FromPage, PreloadProcess, ToPage } from './messages.ts'

/** Plain scripts, which the page waits for: in Electron the preload has run before anything of the page. */
const injected = '<script src="/__host/page.js"></script><script src="/__host/preload.js"></script>'

/** What these modules do, without their types, as one script; a plain script has neither imports nor exports. */
const pageScript = (...names: string[]) => {
  const sources = names.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  const plain = sources.map((source) =>
    stripTypeScriptTypes(source).replaceAll(/^import .*$|^export (?=const )/gm, ''),
  )
  return `{${plain.join('\n')}}`
}

/** The preload as the app names it, wrapped and otherwise unchanged. */
const preloadScript = (electron: FakeElectron): string => {
  const preferences = electron.windows.current()?.webPreferences ?? {}
  const path = preferences['preload']
  if (typeof path !== 'string') return ''
  const extra = preferences['additionalArguments']
  const process: PreloadProcess = {
    platform: globalThis.process.platform,
    arch: globalThis.process.arch,
    versions: { ...globalThis.process.versions },
    argv: Array.isArray(extra) ? extra.map(String) : [],
  }
  const source = readFileSync(path, 'utf8')
  return `hostPreload(${JSON.stringify(process)}, function (require, module, exports, process) {${source}\n})`
}

/** Listens on 127.0.0.1 (port 0 takes a free one). `electron` is asked late, because it needs `toPages` first. */
export const createHostServer = async (wantedPort: number, electron: () => FakeElectron) => {
  const downloads = createDownloads()
  /** Each with the number of the window its page is in. */
  const sockets = new Map<WebSocket, number>()
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wantedPort, '127.0.0.1', resolve)
  })
  const address = server.address()
  const gate = createGate(typeof address === 'object' && address ? address.port : wantedPort)
  const asked = ({ method = 'GET', url = '/', headers }: IncomingMessage) => ({ method, url, headers })

  const script = (response: ServerResponse, source: string) =>
    response
      .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
      .end(source)

  /** `head` goes before everything else of a page. */
  const askApp = async (method: string, path: string, response: ServerResponse, head: string) => {
    const loaded = electron().windows.current()?.contents.getURL() ?? ''
    if (loaded === '') return response.writeHead(503).end('The app has no window.')
    // The page's address without its file is the window's own address.
    const target = path === '/' ? loaded : `${loaded.split('/', 3).join('/')}${path}`
    const answer = await electron().fetch(new Request(target, { method }))
    const headers = Object.fromEntries(answer.headers)
    delete headers['content-length']
    response.writeHead(answer.status, headers)
    if (headers['content-type']?.startsWith('text/html')) {
      const html = await answer.text()
      return response.end(html.replace(/<head[^>]*>/i, (tag) => tag + head))
    }
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const admission = gate.admit(asked(request))
    if (!admission.allowed)
      return response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(admission.why)
    if (admission.cookie) response.setHeader('set-cookie', admission.cookie)
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (!path.startsWith('/')) return response.writeHead(400).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
    if (path === '/favicon.ico') return response.writeHead(204).end()
    if (path === '/__host/page.js') return script(response, pageScript('codec.ts', 'page.ts'))
    if (path === '/__host/preload.js') return script(response, preloadScript(electron()))
    const download = /^\/__host\/files\/([^/]+)\//.exec(path)?.[1]
    if (download !== undefined) return downloads.send(response, download)
    const key = admission.cookie === null ? '' : `<meta name="browser-host-key" content="${gate.pageKey}">`
    await askApp(request.method, path, response, key + injected)
  }
  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  const deliver = (socket: WebSocket, message: ToPage) => socket.send(encode(message))
  const answer = async (socket: WebSocket, window: number, text: string) => {
    const message = decode(text) as FromPage
    if (message.kind === 'send') return electron().send(message.channel, message.args, window)
    const { id } = message
    const { answer: given, files } = await electron().invoke(message.channel, message.args, window)
    if (given.ok) {
      try {
        deliver(socket, { kind: 'answer', id, value: given.value })
      } catch (error) {
        deliver(socket, { kind: 'failure', id, message: String(error) })
      }
    } else deliver(socket, { kind: 'failure', id, message: given.message })
    for (const path of files.filter((saved) => existsSync(saved)))
      deliver(socket, { kind: 'download', ...downloads.offer(path) })
  }

  const webSockets = new WebSocketServer({ noServer: true, maxPayload: 512 * 1024 * 1024 })
  server.on('upgrade', (request, stream, head) => {
    const [path, query = ''] = (request.url ?? '').split('?', 2)
    const window = electron().windows.showing(query)
    if (!gate.admitUpgrade(asked(request)).allowed || path !== '/__host/socket' || !window)
      return stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    const { id } = window.window
    webSockets.handleUpgrade(request, stream, head, (socket) => {
      sockets.set(socket, id)
      socket.on('close', () => {
        sockets.delete(socket)
        electron().windows.left(id, () => [...sockets.values()].includes(id))
      })
      socket.on('error', () => socket.terminate())
      socket.on('message', (data) => {
        answer(socket, id, Buffer.isBuffer(data) ? data.toString() : '').catch((error: unknown) => {
          console.error(error)
          socket.terminate()
        })
      })
    })
  })

  return {
    url: gate.url,
    /** To every page of one window. */
    toPages: (message: ToPage, window: number) => {
      for (const [socket, id] of sockets) if (id === window) deliver(socket, message)
    },
    close: () => {
      for (const socket of sockets.keys()) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}
