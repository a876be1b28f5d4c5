// Help, the settings of the app, and the way back and forth between screens.
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { button } from './preview/previewPage.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

test('F1 opens help, which leads to what the app is and where its data lie', async ({ page, userData }) => {
  await page.keyboard.press('F1')
  await expect(dialog(page, 'Help')).toBeVisible()
  expect(await faults(page, '[role=dialog]')).toEqual([])
  await dialog(page, 'Help').getByRole('button', { name: 'About Syncwright' }).click()
  await expect(dialog(page, 'About Syncwright')).toContainText(userData)
  await expect(dialog(page, 'About Syncwright')).toContainText(/\d+\.\d+\.\d+/)
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'About Syncwright')).toHaveCount(0)
})

test('theme and text size are chosen in the app and stay chosen', async ({ page, host }) => {
  await button(page, 'Help').click()
  await dialog(page, 'Help').getByRole('button', { name: 'Settings of the app' }).click()
  const settings = dialog(page, 'Settings of the app')
  await settings.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  // By this Electron tells main the theme of the frame around the page.
  await expect(page.locator('head meta[name="theme-color"]')).toHaveAttribute('content', '#1a1b22')
  await settings.getByLabel('Text size').selectOption('125')
  await settings.getByLabel('Language of dates').selectOption('de-DE')
  await expect(settings.getByLabel('Language of dates')).toHaveValue('de-DE')
  expect(await faults(page, '[role=dialog]')).toEqual([])
  await page.goto(host.origin)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(page.locator('html')).toHaveCSS('zoom', '1.25')
})

test('one goes back and forth by keys and by the side buttons of a mouse', async ({ page }) => {
  await button(page, 'Explore the demo organisation').click()
  const company = page.getByRole('combobox', { name: 'Company', exact: true })
  await expect(company).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Files' }).click()
  await expect(company).toBeHidden()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(company).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(company).toBeHidden()
  const side = (which: number) =>
    page.evaluate(
      (pressed) =>
        void window.dispatchEvent(new MouseEvent('mouseup', { button: pressed, cancelable: true })),
      which,
    )
  await side(3)
  await expect(company).toBeVisible()
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await side(4)
  await expect(dialog(page, 'Leave without saving?')).toBeVisible()
})
