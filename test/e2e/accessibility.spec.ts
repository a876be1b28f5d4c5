// No screen breaks a rule of axe, in light and in dark.
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ demo: true })

async function expectNoViolations(page: Page, screen: string) {
  expect(await faults(page), screen).toEqual([])
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen passes axe in ${scheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(page.getByRole('button', { name: 'Explore the demo organisation' })).toBeVisible()
    await expectNoViolations(page, 'first screen')
    await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
    const company = page.getByRole('combobox', { name: 'Company', exact: true })
    await expect(company).not.toHaveValue('')
    await expectNoViolations(page, 'workspace with findings')
    await company.click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectNoViolations(page, 'open picker')
    await page.keyboard.press('Escape')
    for (const tab of [/Preview/, /History/, /JSON/]) {
      await page.getByRole('tab', { name: tab }).click()
      await expectNoViolations(page, String(tab))
    }
    for (const entry of ['Overview', 'Connections', 'Files', 'New relationship']) {
      await page.getByRole('button', { name: entry, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolations(page, entry)
    }
  })
}
