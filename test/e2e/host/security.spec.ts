// Electron's security list as far as the browser host can prove it; what only real Electron enforces is asked of the app's own guards.
import { contentSecurityPolicy } from '../../../main/electron/protocol.ts'
import { channels } from '../../../shared/ipc/channels.ts'
import { expect, test } from '../fixtures.ts'

// Not provable here: that the sandbox, context isolation and web preferences take effect (items 3, 4, 6, 8 to 10),
// and that Electron obeys the guards (items 5, 11, 13, 14). What is proved is what the app asks of Electron.

test.describe('the page', () => {
  test('sees nothing of Node (item 2)', async ({ page }) => {
    const seen = await page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'hostPreload'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(seen).toEqual([])
  })

  test('gets one frozen function per channel and the progress subscription (item 20)', async ({ page }) => {
    const api = await page.evaluate(() => ({
      names: Object.keys(window.api),
      kinds: [...new Set(Object.values(window.api).map((member) => typeof member))],
      frozen: Object.isFrozen(window.api),
      property: Object.getOwnPropertyDescriptor(window, 'api'),
    }))
    expect(api.names.toSorted()).toEqual([...channels, 'onProgress'].toSorted())
    expect(api.kinds).toEqual(['function'])
    expect(api.frozen).toBe(true)
    expect(api.property).toMatchObject({ writable: false, configurable: false })
  })

  test('comes with the content security policy and makes no request elsewhere (items 1 and 7)', async ({
    page,
    host,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    const response = await page.reload()
    expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy)
    await expect(page).toHaveTitle(/Syncwright/)
    expect([...new Set(asked)]).toEqual([host.origin])
  })
})

/** What a page might try; each answers what came of it. */
const attempts: Readonly<
  Record<string, readonly [outcome: string, attempt: () => string | Promise<string>]>
> = {
  'an inline script': [
    'refused',
    () => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      return 'inlineRan' in window ? 'ran' : 'refused'
    },
  ],
  // A timer with text is checked against the page's policy; the test's own code is not bound by it.
  'code made from text': [
    'script-src, ran: false',
    () =>
      new Promise((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective }) => resolve(`${effectiveDirective}, ran: ${'textRan' in window}`),
          { once: true },
        )
        // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is the point
        setTimeout('window.textRan = true')
      }),
  ],
  'a request to another origin': [
    'refused',
    () =>
      fetch('https://example.test/').then(
        () => 'answered',
        () => 'refused',
      ),
  ],
  'an image of another origin': [
    'refused',
    () =>
      new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('loaded'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = 'https://example.test/pixel.png'
      }),
  ],
  'a form that leaves the page': [
    'form-action',
    () =>
      new Promise((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective }) => resolve(effectiveDirective),
          { once: true },
        )
        const form = document.createElement('form')
        form.action = 'https://example.test/'
        document.body.append(form)
        form.submit()
      }),
  ],
}

test('the content security policy refuses what a page might try (item 7)', async ({ page, problems }) => {
  const address = page.url()
  for (const [title, [outcome, attempt]] of Object.entries(attempts))
    await test.step(title, async () => {
      const before = problems.length
      expect(await page.evaluate(attempt)).toBe(outcome)
      await expect.poll(() => problems.length).toBeGreaterThan(before)
    })
  expect(page.url()).toBe(address)
  // What is refused may be told twice, and the second time late.
  await page.close()
  expect(problems.filter((problem) => !/Content Security Policy/i.test(problem))).toEqual([])
  problems.length = 0
})

test.describe('the app asks Electron', () => {
  test('for the safe web preferences (items 2, 3, 4, 6, 8 to 11)', async ({ host }) => {
    const windows = (await host.calls()).filter(({ api }) => api === 'BrowserWindow')
    expect(windows).toHaveLength(1)
    const options = Object(windows[0]?.args[0])
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    })
    const relaxed = [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webSecurity',
    ]
    expect(relaxed.filter((name) => name in options.webPreferences)).toEqual([])
  })

  test('for the sandbox, and for no more rights of its scheme than it needs, before it is ready (items 4 and 18)', async ({
    host,
  }) => {
    const calls = await host.calls()
    const wanted = ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'BrowserWindow']
    const order = calls.map(({ api }) => api).filter((api) => wanted.includes(api))
    expect(order).toEqual(wanted)
    expect(calls.find(({ api }) => api === wanted[1])?.args).toEqual([
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ],
    ])
  })

  test('to deny every permission (item 5)', async ({ host }) => {
    for (const permission of ['geolocation', 'notifications', 'media', 'clipboard-read', 'openExternal'])
      expect(await host.permissions(permission)).toEqual({ check: false, request: false })
  })

  test('to stay on the page, whatever the address (item 13)', async ({ host }) => {
    for (const url of [
      'https://example.test/',
      'file:///etc/passwd',
      'app://other/index.html',
      'data:text/html,x',
    ])
      expect(await host.mayNavigate(url)).toBe(false)
    expect(await host.mayNavigate('app://bundle/index.html')).toBe(true)
  })

  test('to open no second window and hand only known documentation to the browser (items 14 and 15)', async ({
    host,
  }) => {
    for (const url of [
      'https://example.test/',
      'app://bundle/index.html',
      'javascript:alert(1)',
      'about:blank',
    ])
      expect(await host.mayOpen(url)).toBe(false)
    expect((await host.calls()).filter(({ api }) => api === 'shell.openExternal')).toEqual([])
    expect(await host.mayOpen('https://developer.connectwise.com/Products')).toBe(false)
    expect((await host.calls()).filter(({ api }) => api === 'shell.openExternal')).toEqual([
      { api: 'shell.openExternal', args: ['https://developer.connectwise.com/Products'] },
    ])
  })
})

test('no library opens a channel beside those of the contract (item 17)', async ({ page, host }) => {
  // Stores are opened by the first questions of the page.
  await expect(page.getByRole('button', { name: 'Connect to ConnectWise' })).toBeVisible()
  const { answered, heard } = await host.channels()
  expect(answered.toSorted()).toEqual([...channels].toSorted())
  expect(heard).toEqual([])
})

test('no path leaves the folder of the page (item 18)', async ({ page, context, host }) => {
  await expect(page).toHaveTitle(/Syncwright/)
  for (const path of [
    '/..%2f..%2fpackage.json',
    '/%2e%2e%2fmain%2findex.cjs',
    '/assets/..%5c..%5cmain',
    '/.env',
    '//etc/passwd',
  ]) {
    const response = await context.request.get(`${host.origin}${path}`)
    expect([400, 404], path).toContain(response.status())
  }
})
