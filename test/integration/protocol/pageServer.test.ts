// app://bundle/ serves the built page, and no trick of a path leads out of its folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy, createPageServer } from '../../../main/electron/protocol.ts'

let parent = ''
let serve: (request: Request) => Promise<Response>

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'syncwright-page-'))
  const folder = join(parent, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(parent, 'secret.txt'), 'outside')
  writeFileSync(join(parent, 'renderer-next.txt'), 'outside')
  writeFileSync(join(folder, '.env'), 'hidden')
  for (const name of [
    'index.html',
    'assets/app-D4x_.js',
    'assets/app.css',
    'assets/inter.woff2',
    'assets/a.svg',
    'data.json',
  ]) {
    writeFileSync(join(folder, name), name)
  }
  serve = createPageServer(folder)
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))

test.each([
  ['app://bundle/', 'index.html', 'text/html; charset=utf-8'],
  ['app://bundle/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['app://bundle/index.html?token=1#part', 'index.html', 'text/html; charset=utf-8'],
  ['app://bundle/assets/app-D4x_.js', 'assets/app-D4x_.js', 'text/javascript; charset=utf-8'],
  ['app://bundle/assets/app.css', 'assets/app.css', 'text/css; charset=utf-8'],
  ['app://bundle/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2'],
  ['app://bundle/assets/a.svg', 'assets/a.svg', 'image/svg+xml'],
  ['app://bundle/data.json', 'data.json', 'application/json; charset=utf-8'],
])('%s is served with its type, the policy and no sniffing', async (url, content, type) => {
  const response = await serve(new Request(url))
  expect(response.status).toBe(200)
  expect(await response.text()).toBe(content)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

describe('what is not a plain file of the page is refused', () => {
  test.each([
    'app://bundle/../secret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/..%2Fsecret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/%2e%2e%2fsecret.txt',
    'app://bundle/..%5csecret.txt',
    'app://bundle/..\\secret.txt',
    'app://bundle/assets/..%2f..%2fsecret.txt',
    'app://bundle/%252e%252e%252fsecret.txt',
    'app://bundle/..%2frenderer-next.txt',
    'app://bundle//etc/passwd',
    'app://bundle/%2fetc%2fpasswd',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle/c%3a%5cWindows%5cwin.ini',
    'app://bundle/index.html::$DATA',
    'app://bundle/index.html%00.js',
    'app://bundle/%00',
    'app://bundle/%',
    'app://bundle/%ff',
    'app://bundle/.env',
    'app://bundle/assets/',
    'app://bundle/assets',
    'app://bundle/absent.js',
    'app://other/index.html',
    'app://bundle.example.test/index.html',
    'app://bundle:80/index.html',
    'https://bundle/index.html',
  ])('%s', async (url) => {
    const response = await serve(new Request(url))
    expect([400, 404]).toContain(response.status)
    expect(await response.text()).not.toMatch(/outside|hidden/)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  test('anything but reading', async () => {
    const response = await serve(new Request('app://bundle/index.html', { method: 'POST', body: 'x' }))
    expect(response.status).toBe(405)
  })
})
