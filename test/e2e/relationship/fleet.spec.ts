// The fleet in the window: where a record is used, replaced everywhere after a review, and taken back as one.
import type { Page } from '@playwright/test'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

const choose = async (page: Page, label: string, name: string) => {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

async function whereDanaIsUsed(page: Page) {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Where used' }).click()
  await choose(page, 'Record', 'Dana Reyes')
  await expect(page.getByText(/Used by \d+ relationship/)).toBeVisible()
}

test('a member is replaced in every relationship that uses it, and the replacement is undone as one', async ({
  page,
}) => {
  await whereDanaIsUsed(page)
  await expect(page.getByRole('table', { name: 'Relationships that use it' })).toContainText('Owner')
  await page.getByRole('button', { name: 'Replace everywhere' }).click()
  await choose(page, 'Replace with', 'Priya')
  const review = page.getByRole('table', { name: 'Review' })
  await expect(review).toContainText('Dana Reyes')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: /^Replace in \d+ relationship/ }).click()
  await expect(page.getByText('Replaced Dana Reyes with')).toBeVisible()
  await expect(page.getByText('No relationship of this connection uses it.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/Used by \d+ relationship/)).toBeVisible()
})

test('a row that is left out keeps its record', async ({ page }) => {
  await whereDanaIsUsed(page)
  await page.getByRole('button', { name: 'Replace everywhere' }).click()
  await choose(page, 'Replace with', 'Priya')
  const rows = page.getByRole('table', { name: 'Review' }).getByRole('checkbox', { name: /^Replace in/ })
  await expect(rows.first()).toBeChecked()
  await page.getByRole('checkbox', { name: 'All rows' }).uncheck()
  await expect(page.getByRole('button', { name: 'Replace in 0 relationships' })).toBeDisabled()
  await expect(page.getByText('Left out', { exact: true }).first()).toBeVisible()
})
