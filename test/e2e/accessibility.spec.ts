// No screen breaks a rule of axe, in light and in dark.
import type { Page } from '@playwright/test'
import { faultsInBoth } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ demo: true })

async function expectNoViolations(page: Page, screen: string) {
  expect(await faultsInBoth(page), screen).toEqual([])
}

test('every screen passes axe in light and dark', async ({ page }) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
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

test('what is on, chosen or current is told apart in colours of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page
    .getByRole('button', { name: /Contoso managed services/ })
    .first()
    .click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeVisible()
  /** How the control itself, or what is drawn for it, looks. */
  const look = (role: 'checkbox' | 'switch', name: string) =>
    page.getByRole(role, { name, exact: true }).evaluate((input) => {
      const drawn = input.getAttribute('role') === 'switch' ? input.nextElementSibling : input
      return drawn && getComputedStyle(drawn).backgroundColor
    })
  expect(await look('checkbox', 'Discussion')).not.toBe(await look('checkbox', 'Internal'))
  expect(await look('switch', 'Sync attachments')).not.toBe(await look('switch', 'Include time entry notes'))
  const outline = (name: RegExp) =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name })
      .first()
      .evaluate((button) => getComputedStyle(button).outlineStyle)
  expect(await outline(/Contoso managed services/)).toBe('solid')
  expect(await outline(/Wingtip escalations/)).toBe('none')
})
