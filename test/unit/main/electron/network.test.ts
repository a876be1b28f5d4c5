// Proves who gets a login: a proxy, from the person, and never a server; and what is left of odd headers.
import { EventEmitter } from 'node:events'
import type { AuthInfo } from 'electron'
import { expect, test, vi } from 'vitest'
import { cleanHeaders, createNetwork } from '../../../../main/electron/network.ts'
import type { PendingProxyLogin, ProxyLogins } from '../../../../main/services/proxyLogins.ts'

const proxy: AuthInfo = { isProxy: true, scheme: 'basic', host: 'proxy.example.test', port: 3128, realm: '' }

/** A network over one request that is under way; the test drives it with Electron's events. */
async function asking(proxyLogin: ProxyLogins['login'], heard?: () => void) {
  const sent = Promise.withResolvers<void>()
  const request = Object.assign(new EventEmitter(), {
    end: () => sent.resolve(),
    abort: vi.fn<() => void>(),
  })
  const network = createNetwork({ open: () => request as never, awake: async () => {}, proxyLogin })
  const answer = network(new Request('https://na.example.test/'), heard)
  answer.catch(() => {})
  await sent.promise
  const login = (auth: AuthInfo) =>
    new Promise<unknown[]>((resolve) => request.emit('login', auth, (...given: unknown[]) => resolve(given)))
  return { request, answer: () => answer, login }
}

test('a proxy that asks gets the login of the person', async () => {
  const { login } = await asking(async () => ({ username: 'kim', password: 'secret' }))
  expect(await login(proxy)).toEqual(['kim', 'secret'])
})

test('a proxy that asks again is told with what it has refused, so that a wrong login is not sent for ever', async () => {
  const { login } = await asking(async (_proxy, tried) =>
    tried ? undefined : { username: 'kim', password: 'old' },
  )
  expect(await login(proxy)).toEqual(['kim', 'old'])
  expect(await login(proxy)).toEqual([])
})

test('a server that asks gets no login, and nobody is asked', async () => {
  const ask = vi.fn<() => Promise<undefined>>(async () => undefined)
  const { login } = await asking(ask)
  expect(await login({ ...proxy, isProxy: false })).toEqual([])
  expect(ask).not.toHaveBeenCalled()
})

test('a login that cannot be had cancels the request and does not leave it hanging', async () => {
  const { login } = await asking(() => Promise.reject(new Error('the keystore is locked')))
  expect(await login(proxy)).toEqual([])
})

test('a request that waits for a person says that it goes on, until there is an answer', async () => {
  vi.useFakeTimers()
  try {
    const typed = Promise.withResolvers<PendingProxyLogin | undefined>()
    const heard = vi.fn<() => void>()
    const { login } = await asking(() => typed.promise, heard)
    const given = login(proxy)
    await vi.advanceTimersByTimeAsync(3000)
    expect(heard).toHaveBeenCalledTimes(3)
    typed.resolve({ username: 'kim', password: 'secret' })
    expect(await given).toEqual(['kim', 'secret'])
    await vi.advanceTimersByTimeAsync(3000)
    expect(heard).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})

test('what Electron throws for the request is what the caller gets', async () => {
  const { request, answer } = await asking(async () => undefined)
  request.emit('error', new Error('net::ERR_NETWORK_CHANGED'))
  await expect(answer()).rejects.toThrow('net::ERR_NETWORK_CHANGED')
})

test('an answer that breaks in the listener fails the request in place of the app', async () => {
  const { request, answer } = await asking(async () => undefined)
  request.emit('response', { statusCode: 200, headers: null, on: () => {} })
  await expect(answer()).rejects.toThrow()
  expect(request.abort).toHaveBeenCalled()
})

test('headers keep what can be read', () => {
  const headers = cleanHeaders({
    'x-a': 'gr\u00fc\u00df',
    'x-b': ['\u65e5\u672c', 'b'],
    'x c': 'no name',
    'x-d': 'a\u0000b\nc',
  })
  expect([...headers]).toEqual([
    ['x-a', 'gr\u00fc\u00df'],
    ['x-b', '??, b'],
    ['x-d', 'a?b?c'],
  ])
})

test('nothing is sent before the computer is awake', async () => {
  const morning = Promise.withResolvers<void>()
  const open = vi.fn<() => never>(() => {
    throw new Error('sent')
  })
  const network = createNetwork({ open, awake: () => morning.promise, proxyLogin: async () => undefined })
  const giving = new AbortController()
  const first = network(new Request('https://na.example.test/'))
  const second = network(new Request('https://na.example.test/', { signal: giving.signal }))
  expect(open).not.toHaveBeenCalled()
  giving.abort(new Error('enough'))
  morning.resolve()
  await expect(first).rejects.toThrow('sent')
  await expect(second).rejects.toThrow('enough')
  expect(open).toHaveBeenCalledOnce()
})
