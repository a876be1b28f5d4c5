// Commands behind a company proxy, and what is said of one that cannot be used.
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { serve } from '../../connectwise/served.ts'
import { runWithKeys } from './runWithKeys.ts'

describe('behind a company proxy', () => {
  it('goes through it, and says when it lets nothing through', async () => {
    const asked: string[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const address = proxy.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { keys } = await serve()
    const behind = { HTTPS_PROXY: `http://127.0.0.1:${port}`, HTTP_PROXY: `http://127.0.0.1:${port}` }
    const far = await runWithKeys(
      'test',
      { ...keys, site: 'psa.example.test' },
      ['--json'],
      'environment',
      behind,
    )
    const near = await runWithKeys('test', keys, ['--json'], 'environment', behind)
    await new Promise((resolve) => proxy.close(resolve))
    expect(JSON.parse(far.stdout).stages[0]).toMatchObject({
      stage: 'address',
      ok: false,
      code: 'proxy-failed',
    })
    expect(near.status).toBe(0)
    expect(new Set(asked)).toEqual(new Set(['psa.example.test:443']))
  })
})

describe('a proxy that cannot be used', () => {
  it('is named, and not taken for the site', async () => {
    const { keys } = await serve()
    const far = { ...keys, site: 'psa.example.test' }
    const through = (proxy: string) =>
      runWithKeys('test', far, ['--json'], 'environment', { HTTPS_PROXY: proxy })
    const dead = await through('127.0.0.1:1')
    expect(JSON.parse(dead.stdout).stages[0]).toMatchObject({ stage: 'address', code: 'proxy-failed' })
    const nonsense = await through('not a proxy')
    expect(nonsense).toMatchObject({ status: 2, stdout: '' })
    expect(nonsense.stderr).toMatch(/^[^\n]*HTTPS_PROXY is not an address[^\n]*\.\n$/)
  })
})
