// What was typed is kept or asked for: nothing of it goes with a click beside it, Escape or the sidebar.
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.use({ demo: true })

test.beforeEach(async ({ page }) => {
  await page.getByRole('navigation').getByRole('button', { name: 'Contoso managed services' }).click()
  await expect(button(page, 'Save configuration')).toBeVisible()
})

test('a new relationship that is half filled in asks before it is left', async ({ page }) => {
  await button(page, 'New relationship').click()
  await page.getByLabel('Contract name').fill('Northwind care')
  await button(page, 'Files').click()
  await button(page, 'Stay').click()
  await expect(page.getByLabel('Contract name')).toHaveValue('Northwind care')
  await page.getByLabel('Partner').fill('Northwind')
  await page.getByRole('radio', { name: 'Source' }).check()
  await button(page, 'Create relationship').click()
  await expect(page.getByRole('heading', { name: 'Northwind care' })).toBeVisible()
})

test('other names are still there after Escape, until they are taken or given up', async ({ page }) => {
  const open = async () => {
    await button(page, 'More about this relationship').click()
    await page.getByRole('menuitem', { name: /^Rename/ }).click()
  }
  const name = page.getByRole('dialog').getByLabel('Contract name')
  await open()
  await name.fill('Contoso, renamed')
  await page.keyboard.press('Escape')
  await expect(name).toBeHidden()
  await open()
  await expect(name).toHaveValue('Contoso, renamed')
  await button(page, 'Keep the names').click()
  await open()
  await expect(name).toHaveValue('Contoso managed services')
})
