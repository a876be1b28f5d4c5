// The window or the whole program fails: what is saved stays, what was typed comes back, and there is never an empty page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startHost } from '../../support/host.ts'
import { expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openDemo(page: Page) {
  await button(page, 'Explore the demo organisation').click()
  await expect(button(page, 'Save configuration')).toBeVisible()
}

/** An unsaved change that shows in a field. */
async function change(page: Page) {
  await page.getByRole('switch', { name: 'Override API settings for this relationship' }).click()
  await page.getByLabel('Site', { exact: true }).fill('changed.example.test')
}

/** What main keeps of unsaved changes; what it is still writing beside is none of it yet. */
const keptIn = (userData: string): string => {
  const folder = join(userData, 'drafts')
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('')
  } catch {
    return ''
  }
}

/** At most a second after it was typed. */
const isKept = (userData: string) =>
  expect(async () => expect(keptIn(userData)).toContain('changed.example.test')).toPass()

test('a page that is reloaded comes back with its unsaved changes, and without the typed key', async ({
  page,
  userData,
}) => {
  await openDemo(page)
  await change(page)
  await page.getByLabel('Private key', { exact: true }).fill('PlantedKeyNeverKept77')
  await expect(async () => expect(keptIn(userData)).toContain('"keyTyped":true')).toPass()
  expect(keptIn(userData)).toContain('changed.example.test')
  expect(keptIn(userData)).not.toContain('PlantedKeyNeverKept77')
  const inPage = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(inPage).not.toContain('changed.example.test')

  // What the app does after a crash; a crashed page itself cannot be driven on from here.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()

  await expect(page.getByText(/Unsaved changes from/)).toBeVisible()
  await expect(page.getByText('has to be typed again')).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  await expect(page.getByLabel('Private key', { exact: true })).toHaveValue('')
  await button(page, 'Discard').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(async () => expect(keptIn(userData)).toBe('')).toPass()
  await page.reload()
  await expect(page.getByText(/Unsaved changes from/)).toBeHidden()
})

test('changes a person has discarded do not come back', async ({ page, userData }) => {
  await openDemo(page)
  await change(page)
  await button(page, 'Overview').click()
  await button(page, 'Discard changes').click()
  await page.reload()
  await expect(button(page, 'Overview')).toBeVisible()
  await expect(page.getByText('changed.example.test')).toBeHidden()
  await expect(async () => expect(keptIn(userData)).toBe('')).toPass()
})

test('a page that cannot be drawn says so, and comes back with the changes', async ({
  page,
  problems,
  userData,
}) => {
  await openDemo(page)
  await change(page)
  await isKept(userData)
  // Broken and asked to draw in one go: anything else that draws first would take the tab away from under the pointer.
  await page.getByRole('tab', { name: /History/ }).evaluate((tab: HTMLElement) => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('broken on purpose')
      },
    })
    tab.click()
  })
  await expect(page.getByRole('heading', { name: 'The window stopped working' })).toBeVisible()
  await button(page, 'Reload').click()
  await expect(page.getByText(/Unsaved changes from/)).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  problems.length = 0
})

test('a window that crashed is offered again, with the changes', async ({
  page,
  host,
  problems,
  userData,
}) => {
  await openDemo(page)
  await change(page)
  await isKept(userData)
  page.once('dialog', (dialog) => void dialog.accept())
  await host.happen('page', 'render-process-gone', { reason: 'crashed', exitCode: 5 })
  await expect(page.getByText(/Unsaved changes from/)).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  const asked = (await host.calls()).filter(({ api }) => api === 'dialog.showMessageBox')
  expect(asked.map(({ args }) => Object(args[0]).message)).toEqual(['The window stopped working'])
  problems.length = 0
})

test('a window that crashed can be left for good', async ({ page, host }) => {
  await openDemo(page)
  // With the program ends the server of the page, which must not be asked for anything just then.
  await page.goto('about:blank')
  await host.answer('showMessageBox', { response: 1, checkboxChecked: false })
  // The program ends with this event, and its answer to the test may end with it.
  void host.happen('page', 'render-process-gone', { reason: 'oom', exitCode: 5 }).catch(() => true)
  expect(await host.ended).toBe(0)
})

test('a window that does not answer is waited for, or ended and offered again', async ({ page, host }) => {
  await openDemo(page)
  const messages = async () =>
    (await host.calls())
      .filter(({ api }) => api === 'dialog.showMessageBox')
      .map(({ args }) => String(Object(args[0]).message))
  await host.happen('window', 'unresponsive')
  await expect.poll(messages).toEqual(['The window does not answer'])
  await host.answer('showMessageBox', { response: 1, checkboxChecked: false })
  const reloaded = page.waitForEvent('load')
  await host.happen('window', 'unresponsive')
  const [asked, gone] = ['The window does not answer', 'The window stopped working']
  await expect.poll(messages).toEqual([asked, asked, gone])
  await reloaded
  await expect(button(page, 'Overview')).toBeVisible()
})

test('closing with unsaved changes asks, and only Leave leaves', async ({ page, host }) => {
  await openDemo(page)
  await host.answer('showMessageBoxSync', 0)
  expect(await host.happen('page', 'will-prevent-unload')).toBe(false)
  await host.answer('showMessageBoxSync', 1)
  expect(await host.happen('page', 'will-prevent-unload')).toBe(true)
})

test('a program that is killed offers what was typed at its next start', async ({ browser, userData }) => {
  const killed = await startHost(['--user-data', userData])
  const before = await browser.newPage()
  await before.goto(killed.url)
  await openDemo(before)
  await change(before)
  await isKept(userData)
  process.kill(killed.pid, 'SIGKILL')
  await killed.ended
  await before.close()

  const again = await startHost(['--user-data', userData])
  const page = await browser.newPage()
  await page.goto(again.url)
  await expect(page.getByText(/Unsaved changes from/)).toBeVisible()
  await expect(page.getByText('was being edited when Syncwright ended')).toContainText('Contoso')
  await button(page, 'Go on').click()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  await expect(page.getByText(/Unsaved changes from/)).toBeHidden()
  await expect(page.getByText(/unsaved change/)).toBeVisible()
  await page.close()
  expect(await again.quit()).toBe(0)
})
