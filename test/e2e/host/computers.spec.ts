// The app on other computers than this one: small screens, displays that paint late, an installed app, a lock that is taken.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningHost, startHost } from '../../support/host.ts'
import { expect, test } from '../fixtures.ts'

type WindowOptions = { width: number; height: number; minWidth: number; minHeight: number }

test('on a small screen the window and its smallest size fit the screen', async ({ userData }) => {
  const host = await startHost(['--user-data', join(userData, 'small'), '--work-area', '1097x569'])
  const options = (await host.calls()).find(({ api }) => api === 'BrowserWindow')?.args[0] as WindowOptions
  expect(options).toMatchObject({ width: 1097, height: 569, minWidth: 900, minHeight: 569 })
  expect(await host.quit()).toBe(0)
})

test('a window that is never ready to show is shown with its page', async ({ userData }) => {
  test.skip(process.platform !== 'linux', 'only Wayland paints no hidden window')
  const host = await startHost(['--user-data', join(userData, 'late'), '--unpainted'])
  const shown = async () => (await host.calls()).filter(({ api }) => api === 'window.show')
  await expect.poll(shown).toHaveLength(1)
  expect(await host.quit()).toBe(0)
})

test('an installed app has no developer tools and refuses to be driven by another program', async ({
  userData,
}) => {
  const host = await startHost(['--user-data', join(userData, 'installed'), '--packaged'])
  const options = (await host.calls()).find(({ api }) => api === 'BrowserWindow')?.args[0]
  expect(options).toMatchObject({ webPreferences: { devTools: false, sandbox: true } })
  expect(await host.quit()).toBe(0)
  await expect(
    startHost(['--user-data', join(userData, 'driven'), '--packaged', '--remote-debugging-port=9222']),
  ).rejects.toThrow(/ended with 1 .*A box says .*--remote-debugging-port/s)
})

test('a folder that cannot hold the lock is told, and nothing is opened', async ({ userData }) => {
  test.skip(process.platform === 'win32', 'the lock is a link on POSIX alone')
  await expect(startHost(['--user-data', join(userData, 'locked'), '--lost-lock'])).rejects.toThrow(
    /ended with 1 .*A box says .*cannot hold the lock/s,
  )
  // A self-test waits for nobody to click.
  const looking = startHost(['--user-data', join(userData, 'locked'), '--lost-lock', '--self-test'])
  await expect(looking).rejects.toThrow(/ended with 1 (?!.*A box).*cannot hold the lock/s)
})

test('the self-test finds nothing wrong, says so in a file as well, and ends', async ({ userData }) => {
  const folder = join(userData, 'self')
  const host = await startHost(['--user-data', folder, '--self-test']).catch((error: unknown) => error)
  // It may be over before the host has told its address.
  if (!(host instanceof Error)) await (host as RunningHost).ended
  const report = JSON.parse(readFileSync(join(folder, 'self-test.json'), 'utf8'))
  const failed = Object.entries<{ ok: boolean }>(report.checks).filter(([, { ok }]) => !ok)
  // How long something takes is for a computer that does nothing else.
  expect(failed.map(([name]) => name).filter((name) => !['stretch', 'shown after'].includes(name))).toEqual(
    [],
  )
  expect(report.checks['odd answers'].found).toEqual(['999', '200', '302', 'UNEXPECTED_PROXY_AUTH'])
})
