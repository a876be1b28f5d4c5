// No screen breaks a rule of axe, in light and in dark.
import type { Page } from '@playwright/test'
import { faultsInBoth } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ demo: true })

async function expectNoViolations(page: Page, screen: string) {
  expect(await faultsInBoth(page), screen).toEqual([])
}

test('every screen passes axe in light and dark', async ({ page }) => {
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
    await expect(page.getByRole('tabpanel', { name: tab }).getByRole('button').first()).toBeVisible()
    await expectNoViolations(page, String(tab))
  }
  for (const [entry, title = entry] of [
    ['Overview'],
    ['Connections'],
    ['Files', 'Import and export'],
    ['New relationship'],
  ] as const) {
    await page.getByRole('button', { name: entry, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
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
  await expect(async () => {
    expect(await look('checkbox', 'Discussion')).not.toBe(await look('checkbox', 'Internal'))
    const [on, off] = [
      await look('switch', 'Sync attachments'),
      await look('switch', 'Include time entry notes'),
    ]
    expect(on).not.toBe(off)
  }).toPass()
  const entry = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).first()
  await expect(entry(/Contoso managed services/)).toHaveCSS('outline-style', 'solid')
  await expect(entry(/Wingtip escalations/)).toHaveCSS('outline-style', 'none')
})
