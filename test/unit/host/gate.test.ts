// Proves who may speak to the browser host: the one-time token, its cookie, the key of its page, the host's own address and origin.
import { describe, expect, test } from 'vitest'
import { createGate } from '../../host/gate.ts'

const host = '127.0.0.1:4711'
const origin = `http://${host}`

const openGate = () => {
  const gate = createGate(4711)
  const path = gate.url.slice(origin.length)
  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    gate.admit({ method, url, headers: { host, ...headers } })
  const spendToken = () => {
    const admission = ask(path)
    return admission.allowed ? (admission.cookie ?? '') : ''
  }
  return { gate, path, ask, spendToken }
}

describe('a plain request', () => {
  test('spends the token for a cookie that scripts and other sites never get', () => {
    expect(openGate().spendToken()).toMatch(
      /^syncwright-4711=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  test('is refused when it brings the token a second time without the cookie', () => {
    const { ask, path, spendToken } = openGate()
    spendToken()
    expect(ask(path).allowed).toBe(false)
  })

  test('is answered by the cookie alone, and with the spent token beside it', () => {
    const { ask, path, spendToken } = openGate()
    const cookie = spendToken().split(';', 1)[0] ?? ''
    expect(ask('/', { cookie })).toEqual({ allowed: true, cookie: null })
    expect(ask(path, { cookie: `other=1; ${cookie}` })).toEqual({ allowed: true, cookie: null })
  })

  test.each([
    ['without token and cookie', '/', {}],
    ['with a wrong token', `/?token=${'0'.repeat(64)}`, {}],
    ['with a wrong cookie', '/', { cookie: `syncwright-4711=${'0'.repeat(64)}` }],
    ['with a cookie of another length', '/', { cookie: 'syncwright-4711=' }],
  ])('is refused %s', (_, url, headers) => {
    expect(openGate().ask(url, headers).allowed).toBe(false)
  })

  test.each([
    ['another host name', { host: 'rebound.example.test:4711' }],
    ['localhost', { host: 'localhost:4711' }],
    ['another origin', { origin: 'https://example.test' }],
    ['an opaque origin', { origin: 'null' }],
  ])('with %s is refused and does not spend the token', (_, headers) => {
    const { ask, path } = openGate()
    expect(ask(path, headers).allowed).toBe(false)
    expect(ask(path).allowed).toBe(true)
  })

  test('of another method does not spend the token', () => {
    const { ask, path } = openGate()
    expect(ask(path, {}, 'HEAD').allowed).toBe(false)
    expect(ask(path).allowed).toBe(true)
  })
})

describe('an upgrade to a WebSocket', () => {
  test.each([
    ['the cookie, the key of the page and the own origin', true, { origin }, true],
    ['no origin', true, {}, false],
    ['another origin', true, { origin: 'http://127.0.0.1:4712' }, false],
    ['no cookie', false, { origin }, false],
    ['another host', true, { origin, host: 'rebound.example.test' }, false],
    ['another key', true, { origin, 'sec-websocket-protocol': '0'.repeat(64) }, false],
    ['an empty key', true, { origin, 'sec-websocket-protocol': '' }, false],
    ['its key as one of several', true, { origin, 'sec-websocket-protocol': `a, ${'0'.repeat(64)}` }, false],
  ])('with %s', (_, withCookie, headers, allowed) => {
    const { gate, spendToken } = openGate()
    const cookie = spendToken().split(';', 1)[0] ?? ''
    const key = { 'sec-websocket-protocol': gate.pageKey }
    const asked = { host, ...key, ...(withCookie ? { cookie } : {}), ...headers }
    expect(gate.admitUpgrade({ method: 'GET', url: '/__host/socket', headers: asked }).allowed).toBe(allowed)
  })

  test('with the cookie alone is refused: every server of this computer is sent it', () => {
    const { gate, spendToken } = openGate()
    const headers = { host, origin, cookie: spendToken().split(';', 1)[0] ?? '' }
    expect(gate.admitUpgrade({ method: 'GET', url: '/__host/socket', headers }).allowed).toBe(false)
  })
})
