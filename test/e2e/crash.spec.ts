// The window fails: what is saved stays, what was typed comes back, and there is never an empty page.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

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

test('a page that is reloaded comes back with its unsaved changes, and without the typed key', async ({
  page,
}) => {
  await openDemo(page)
  await change(page)
  await page.getByLabel('Private key', { exact: true }).fill('PlantedKeyNeverKept77')
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept).toContain('changed.example.test')
  expect(kept).not.toContain('PlantedKeyNeverKept77')

  // What the app does after a crash; a crashed page itself cannot be driven on from here.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()

  await expect(page.getByText('Your unsaved changes are back')).toBeVisible()
  await expect(page.getByText('has to be typed again')).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  await expect(page.getByLabel('Private key', { exact: true })).toHaveValue('')
  await button(page, 'Discard changes').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Your unsaved changes are back')).toBeHidden()
})

test('changes a person has discarded do not come back', async ({ page }) => {
  await openDemo(page)
  await change(page)
  await button(page, 'Overview').click()
  await button(page, 'Discard changes').click()
  await page.reload()
  await expect(button(page, 'Overview')).toBeVisible()
  await expect(page.getByText('changed.example.test')).toBeHidden()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('a page that cannot be drawn says so, and comes back with the changes', async ({ page, problems }) => {
  await openDemo(page)
  await change(page)
  await page.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('broken on purpose')
      },
    })
  })
  await page.getByRole('tab', { name: /History/ }).click()
  await expect(page.getByRole('heading', { name: 'The window stopped working' })).toBeVisible()
  await button(page, 'Reload').click()
  await expect(page.getByText('Your unsaved changes are back')).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  problems.length = 0
})

test('a window that crashed is offered again, with the changes', async ({ page, host, problems }) => {
  await openDemo(page)
  await change(page)
  page.once('dialog', (dialog) => void dialog.accept())
  await host.happen('page', 'render-process-gone', { reason: 'crashed', exitCode: 5 })
  await expect(page.getByText('Your unsaved changes are back')).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toHaveValue('changed.example.test')
  const asked = (await host.calls()).filter(({ api }) => api === 'dialog.showMessageBox')
  expect(asked.map(({ args }) => Object(args[0]).message)).toEqual(['The window stopped working'])
  problems.length = 0
})

test('a window that crashed can be left for good', async ({ page, host }) => {
  await openDemo(page)
  // With the program ends the server of the page, which must not be asked for the rest of it just then.
  await page.waitForLoadState('networkidle')
  await host.answer('showMessageBox', { response: 1, checkboxChecked: false })
  await host.happen('page', 'render-process-gone', { reason: 'oom', exitCode: 5 })
  expect(await host.ended).toBe(0)
})

test('a window that does not answer is waited for, or ended and offered again', async ({ page, host }) => {
  await openDemo(page)
  const messages = async () =>
    (await host.calls())
      .filter(({ api }) => api === 'dialog.showMessageBox')
      .map(({ args }) => String(Object(args[0]).message))
  await host.happen('window', 'unresponsive')
  expect(await messages()).toEqual(['The window does not answer'])
  await host.answer('showMessageBox', { response: 1, checkboxChecked: false })
  const reloaded = page.waitForEvent('load')
  await host.happen('window', 'unresponsive')
  await expect(async () => expect(await messages()).toHaveLength(3)).toPass()
  expect((await messages()).at(-1)).toBe('The window stopped working')
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
