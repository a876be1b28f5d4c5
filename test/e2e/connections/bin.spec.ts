// Connections go, relationships stay: deleting with a way back, the bin, and the move to another connection.
import type { Page } from '@playwright/test'
import { fillCredentials } from './connectionPage.ts'
import { expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const sidebar = (page: Page) => page.getByRole('navigation').first()

async function openDemo(page: Page) {
  await button(page, 'Explore the demo organisation').click()
  await expect(button(page, 'Save configuration')).toBeVisible()
}

async function deleteDemo(page: Page) {
  await button(page, 'Connections').click()
  await page.getByRole('main').getByRole('button', { name: 'Demo organisation' }).click()
  await button(page, 'Delete').click()
  await expect(page.getByRole('dialog')).toContainText('Contoso managed services')
  await button(page, 'Delete connection').click()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
}

test('relationships of a deleted connection stay open and editable, and go to another one', async ({
  page,
  connectWise,
}) => {
  await openDemo(page)
  await deleteDemo(page)
  await expect(sidebar(page)).toContainText('No connection')
  await sidebar(page).getByRole('button', { name: 'Contoso managed services' }).click()
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()

  await button(page, 'Connections').click()
  await page.getByRole('main').getByRole('button', { name: 'Connect to ConnectWise' }).first().click()
  await fillCredentials(page, connectWise, { Name: 'Second sandbox' })
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()

  await sidebar(page).getByRole('button', { name: 'Contoso managed services' }).click()
  await button(page, 'Choose a connection…').click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Connection' }).click()
  await page.getByRole('option', { name: /Second sandbox/ }).click()
  await expect(
    page.getByRole('dialog').getByText('have the same id and name in Second sandbox'),
  ).toBeVisible()
  await button(page, 'Move').click()
  await expect(page.getByText('Moved to Second sandbox.')).toBeVisible()
  await expect(button(page, 'Choose a connection…')).toBeHidden()
  await page.getByRole('alert').filter({ hasText: 'Moved to' }).getByRole('button', { name: 'Undo' }).click()
  await expect(button(page, 'Choose a connection…')).toBeVisible()
})

test('a deleted connection is undone in one click', async ({ page }) => {
  await openDemo(page)
  await deleteDemo(page)
  await button(page, 'Undo').click()
  await expect(page.getByRole('main').getByRole('button', { name: 'Demo organisation' })).toBeVisible()
  await expect(sidebar(page)).not.toContainText('No connection')
})

test('the bin brings back what was deleted, and deletes for good', async ({ page }) => {
  await openDemo(page)
  await button(page, 'More about this relationship').click()
  await page.getByRole('menuitem', { name: 'Delete relationship' }).click()
  await expect(sidebar(page)).not.toContainText('Contoso managed services')
  await button(page, 'Bin').click()
  const row = page.getByRole('row', { name: /Contoso managed services/ })
  await expect(row).toContainText('Relationship')
  await expect(row).toContainText('30')
  await row.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('Nothing in the bin')).toBeVisible()
  await sidebar(page).getByRole('button', { name: 'Contoso managed services' }).click()
  await button(page, 'More about this relationship').click()
  await page.getByRole('menuitem', { name: 'Delete relationship' }).click()
  await button(page, 'Bin').click()
  await row.getByRole('button', { name: 'Delete now' }).click()
  await button(page, 'Delete for good').click()
  await expect(page.getByText('Nothing in the bin')).toBeVisible()
})
