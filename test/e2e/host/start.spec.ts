// `npm start` where Electron cannot show a window: the address is printed, and nothing is left running.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '../fixtures.ts'

test.skip(process.platform !== 'linux', 'elsewhere there is always a display')

test('prints one address that opens the window, and ends with SIGTERM', async ({ browser, userData }) => {
  const env = { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
  const child = spawn(process.execPath, ['scripts/start.mjs', '--demo', '--user-data', userData], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let printed = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    printed += String(text)
    if (printed.includes('Ctrl+C')) break
  }
  expect(printed).toContain('Electron cannot run here (there is no display)')
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(printed) ?? []

  const page = await browser.newPage()
  await page.goto(address)
  await expect(page).toHaveTitle(/Syncwright/)
  await page.close()

  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await expect(fetch(address)).rejects.toThrow()
})
