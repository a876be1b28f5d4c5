// The browser host itself: who gets in, what a reload and a second tab do, how it ends.
import { readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { channels } from '../../../shared/ipc/channels.ts'
import { startHost } from '../../support/host.ts'
import { expect, test } from '../fixtures.ts'

/** A request with headers a browser or fetch would not let through. */
const rawStatus = (url: string, headers: Record<string, string>, path?: string) =>
  new Promise<number>((resolve, reject) => {
    const options = { headers, method: 'GET', ...(path !== undefined && { path }) }
    const request = httpRequest(url, options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end()
  })

const plainUpgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}

test('prints its address as the only line of standard output', async ({ host }) => {
  expect(
    host
      .output()
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ url: host.url }])
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/)
})

test.describe('who gets in', () => {
  test('the token works once; afterwards its cookie does', async ({ host, page, context }) => {
    await expect(page).toHaveURL(`${host.origin}/`)
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' })
    expect(await page.evaluate(() => document.cookie)).toBe('')

    expect((await fetch(host.url)).status).toBe(403)
    expect((await fetch(host.origin)).status).toBe(403)
    await page.goto(host.url)
    await page.goto(host.origin)
    expect(await page.evaluate(() => typeof window.api)).toBe('object')
  })

  test('what is no address, no cookie and no token in ASCII is refused like any other', async ({ host }) => {
    const wide = '%C3%A9'.repeat(64)
    const cookie = `syncwright-${new URL(host.origin).port}=${'\u00e9'.repeat(64)}`
    expect(await rawStatus(`${host.origin}/?token=${wide}`, {})).toBe(403)
    expect(await rawStatus(host.origin, { cookie })).toBe(403)
    const socket = `${host.origin}/__host/socket`
    expect(await rawStatus(socket, { ...plainUpgrade, cookie, origin: host.origin })).toBe(403)
    expect(await rawStatus(host.origin, {}, '*')).toBe(403)
    expect(await rawStatus(host.origin, {}, 'https://example.test/')).toBe(403)
    expect(host.output().err).toBe('')
  })

  test('the cookie opens nothing for another host name or another origin', async ({
    host,
    page,
    context,
  }) => {
    await expect(page).toHaveTitle(/Syncwright/)
    const [{ name, value } = { name: '', value: '' }] = await context.cookies()
    const cookie = `${name}=${value}`
    const { host: ownHost } = new URL(host.origin)
    const socket = `${host.origin}/__host/socket`
    const key = await page.evaluate(() => localStorage.getItem('browser-host-key') ?? '')
    const upgrade = { ...plainUpgrade, 'sec-websocket-protocol': key }
    const statuses = {
      page: await rawStatus(host.origin, { cookie }),
      'page, other host': await rawStatus(host.origin, { cookie, host: 'rebound.example.test' }),
      'page, other origin': await rawStatus(host.origin, { cookie, origin: 'https://example.test' }),
      socket: await rawStatus(socket, { ...upgrade, cookie, origin: host.origin }),
      'socket, no cookie': await rawStatus(socket, { ...upgrade, origin: host.origin }),
      'socket, no origin': await rawStatus(socket, { ...upgrade, cookie }),
      'socket, cookie alone': await rawStatus(socket, { ...plainUpgrade, cookie, origin: host.origin }),
      'socket, other origin': await rawStatus(socket, { ...upgrade, cookie, origin: `https://${ownHost}` }),
      'socket, other host': await rawStatus(socket, {
        ...upgrade,
        cookie,
        origin: host.origin,
        host: 'rebound.example.test',
      }),
    }
    expect(statuses).toEqual({
      page: 200,
      'page, other host': 403,
      'page, other origin': 403,
      socket: 101,
      'socket, no cookie': 403,
      'socket, cookie alone': 403,
      'socket, no origin': 403,
      'socket, other origin': 403,
      'socket, other host': 403,
    })
  })
})

test.describe('the page', () => {
  const version = () => window.api['app:info']({})

  test('answers after a reload and in a second tab', async ({ page, context, host }) => {
    await page.reload()
    expect(await page.evaluate(version)).toMatchObject({ ok: true })
    const second = await context.newPage()
    await second.goto(host.origin)
    expect(await second.evaluate(version)).toMatchObject({ ok: true })
    await second.close()
    expect(await page.evaluate(version)).toMatchObject({ ok: true })
  })

  test('is told that keys are kept in memory only', async ({ page, userData }) => {
    expect(await page.evaluate(version)).toMatchObject({
      value: { keystore: 'memory', dataFolder: userData },
    })
  })

  test('reports a function as an argument as Electron does', async ({ page }) => {
    const [channel] = channels
    const refused = page.evaluate((name) => {
      const call: unknown = Reflect.get(window.api, name)
      return typeof call === 'function' ? Reflect.apply(call, undefined, [() => 1]) : undefined
    }, channel)
    await expect(refused).rejects.toThrow('An object could not be cloned.')
  })
})

test.describe('a file the app saves', () => {
  /** Makes a relationship and exports it, through the calls a page has. */
  const exportOne = async () => {
    const values = {
      name: 'Acme',
      environment: 'sandbox',
      site: 'na.example.test',
      companyId: 'acme',
    } as const
    const connection = await window.api['connections:save']({
      id: null,
      values: { ...values, publicKey: 'public', clientId: '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b' },
      privateKey: null,
    })
    if (!connection.ok) return connection
    const relationship = await window.api['relationships:create']({
      contractName: 'Contoso managed services',
      partner: 'Contoso',
      role: 'target',
      connectionId: connection.value.id,
    })
    return relationship.ok ? window.api['files:export']({ ids: [relationship.value.id] }) : relationship
  }

  test('arrives in the browser as a download', async ({ page }) => {
    const arriving = page.waitForEvent('download')
    expect(await page.evaluate(exportOne)).toMatchObject({ ok: true })
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/\.syncwright\.json$/)
    const file: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(file).toMatchObject({
      kind: 'syncwright.relationships',
      relationships: [{ contractName: 'Contoso managed services' }],
    })
  })

  test('goes where the answered dialog says', async ({ page, host, userData }) => {
    const filePath = join(userData, 'chosen.syncwright.json')
    await host.answer('showSaveDialog', { canceled: false, filePath })
    expect(await page.evaluate(exportOne)).toEqual({ ok: true, value: { path: filePath } })
    expect(readFileSync(filePath, 'utf8')).toContain('Contoso managed services')
  })
})

test.describe('the end', () => {
  test('closing the window ends the app', async ({ host }) => {
    await host.close()
    expect(await host.ended).toBe(0)
  })

  test('SIGTERM ends the app without a trace of the process', async ({ host }) => {
    process.kill(host.pid, 'SIGTERM')
    expect(await host.ended).toBe(0)
    expect(() => process.kill(host.pid, 0)).toThrow('ESRCH')
  })

  test('a data folder that cannot be made is one sentence and exit code 1', async ({ userData }) => {
    const file = join(userData, 'file')
    writeFileSync(file, '')
    for (const folder of [file, join(file, 'below')]) {
      const started = startHost(['--user-data', folder])
      await expect(started).rejects.toThrow(/cannot be made\. Name another one with --user-data\.$/m)
      await expect(started).rejects.not.toThrow(/ {4}at /)
    }
  })

  test('a port that is in use is one sentence and exit code 1', async ({ host, userData }) => {
    const { port } = new URL(host.origin)
    const started = startHost(['--user-data', userData, '--port', port])
    await expect(started).rejects.toThrow(/port \d+ cannot be used/)
    await expect(started).rejects.not.toThrow(/ {4}at /)
  })

  test('an app that was never built is one sentence and exit code 1', async ({ userData }) => {
    await expect(startHost(['--app', 'test/e2e', '--user-data', userData])).rejects.toThrow(/ended with 1/)
  })
})
