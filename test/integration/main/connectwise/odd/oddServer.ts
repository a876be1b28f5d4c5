// A ConnectWise on a port of its own that answers as told where it is told, and as a small working company elsewhere.
import { createServer, type ServerResponse } from 'node:http'
import { afterEach } from 'vitest'
import { inspectTls } from '../../../../../main/connectwise/connectionTest/inspectTls.ts'
import { reachHost } from '../../../../../main/connectwise/connectionTest/reach.ts'
import { testConnection } from '../../../../../main/connectwise/connectionTest/testConnection.ts'
import { fasterClock } from '../served.ts'

export type Said = { status?: number; headers?: Record<string, string>; body?: unknown; bytes?: Buffer }
export type Asked = { path: string; turn: number; headers: Record<string, unknown>; url: string }
/** What is answered to a path below the base (`company` is company info); undefined where the working company answers. */
export type Script = (asked: Asked) => Said | 'reset' | 'silence' | undefined

export const credentials = {
  companyId: 'acme',
  publicKey: 'Pk7Qw2Zt9Lm4Xv1N',
  privateKey: 'sR8+dK3/pW6jB0hYc',
  clientId: '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b',
}
export const page = (title: string, body = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`
export const html = (status: number, title: string, body = '', headers = {}): Said => ({
  status,
  body: page(title, body),
  headers: { 'content-type': 'text/html', ...headers },
})
export const plain = (status: number, body: string, headers = {}): Said => ({
  status,
  body,
  headers: { 'content-type': 'text/plain', ...headers },
})
export const refusal = (status: number, code: string, message: string): Said => ({
  status,
  body: { code, message },
})

const row = { id: 1, name: 'One', identifier: 'one', board: { id: 1 }, caption: 'Sync' }
const right = { moduleName: 'System', moduleFunctionName: 'Table Setup', inquireLevel: 'All' }
const info = { CompanyName: 'Acme', Codebase: 'v2025_1/', VersionCode: 'v2025.1', IsCloud: true }

function working({ path }: Asked): Said {
  if (path === 'company') return { body: info }
  if (path === '/system/info') return { body: { version: 'v2025.1.1' } }
  if (path === '/system/mySecurity') return { body: [{ id: 1, ...right }] }
  return { body: path.endsWith('/count') ? { count: 1 } : [row] }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', bytes }: Said): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(bytes ?? (typeof body === 'string' ? body : JSON.stringify(body)))
}

const running: (() => void)[] = []
afterEach(() => {
  for (const stop of running.splice(0)) stop()
})

/** Starts a server that ends with the test. */
export async function serveOdd(script: Script) {
  const asked: Asked[] = []
  const turns = new Map<string, number>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host')
    const path = url.pathname.startsWith('/login/companyinfo/')
      ? 'company'
      : (url.pathname.split('/apis/3.0')[1] ?? url.pathname)
    const turn = (turns.get(path) ?? 0) + 1
    turns.set(path, turn)
    const one = { path, turn, headers: request.headers, url: request.url ?? '' }
    asked.push(one)
    const said = script(one) ?? working(one)
    if (said === 'reset') request.socket.resetAndDestroy()
    else if (said !== 'silence') send(response, said)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { site: `http://127.0.0.1:${port}`, port, asked }
}

/** Tests a connection to a server that answers so; what failed, and everything that was said. */
export async function tested(script: Script, keys: Partial<typeof credentials> = {}) {
  const served = await serveOdd(script)
  const result = await testConnection({
    fetch: (request) => fetch(request),
    keys: { site: served.site, ...credentials, ...keys },
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: true },
    allowLoopbackHttp: true,
    inspectTls,
    reach: reachHost,
    signal: new AbortController().signal,
    onStage: () => {},
    clock: fasterClock(5),
  })
  const failing = result.stages.find(({ ok }) => ok === false)
  return { ...served, result, failing, all: JSON.stringify(result) }
}
