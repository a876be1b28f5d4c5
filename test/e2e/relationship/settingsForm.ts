// The settings form as end-to-end tests fill it.
import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

export const picker = (page: Page, label: string): Locator =>
  page.getByRole('combobox', { name: label, exact: true })

/** Chooses by keyboard alone: the picker has the focus by Tab, text narrows, Enter takes. */
export async function choose(page: Page, label: string, option: string) {
  const box = picker(page, label)
  await box.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(option)
  await expect(page.getByRole('option', { name: option, exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

export async function openDemo(page: Page) {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(picker(page, 'Company')).toBeVisible()
}

export async function newRelationship(page: Page, role: 'Source' | 'Target') {
  await openDemo(page)
  await page.getByRole('button', { name: 'New relationship' }).click()
  await page.getByLabel('Contract name', { exact: true }).fill(`Fabrikam ${role}`)
  await page.getByLabel('Partner', { exact: true }).fill('Fabrikam')
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Create relationship' }).click()
  await expect(picker(page, 'Company')).toHaveValue('')
}
