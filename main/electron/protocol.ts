// Serves the built page on app://bundle/ and nothing else: no path leaves the built folder, every answer carries the policy.
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { CustomScheme } from 'electron'
import { isOwnUrl } from './ipc.ts'

export const pageUrl = 'app://bundle/index.html'

/** Must be handed to Electron before it is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Electron security list, item 7. Mantine writes style elements, hence 'unsafe-inline' for styles only. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** What the bundler names files: no dot in front, no colon (drives, streams), no backslash, no control character. */
const segment = /^[\w@~-][\w.@~-]*$/

const answer = (
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'text/plain; charset=utf-8',
): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  })

/** The path below the built folder that an address names; undefined for anything that is not a plain file name. */
export function pathOf(address: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(address).pathname)
    const segments = path.split('/').slice(1)
    if (segments.length === 1 && segments[0] === '') return 'index.html'
    return segments.every((part) => segment.test(part)) ? join(...segments) : undefined
  } catch {
    return undefined
  }
}

/** Answers requests from `folder`: 400 for a crooked path, 404 for another host or a missing file. */
export function createPageServer(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnUrl(request.url)) return answer(404, 'Not found')
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'Method not allowed')
    const path = pathOf(request.url)
    if (path === undefined) return answer(400, 'Bad request')
    const file = join(folder, path)
    if (!file.startsWith(folder + sep)) return answer(400, 'Bad request')
    try {
      const body = await readFile(file)
      return answer(200, body, contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream')
    } catch {
      return answer(404, 'Not found')
    }
  }
}
