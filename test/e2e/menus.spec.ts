// The menu of a row, on a right click and by key: in the sidebar, in the preview, among connections, files, revisions and in the bin.
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { button, list } from './preview/previewPage.ts'
import { resizeWindow } from './windowSize.ts'

const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Main' })
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true })
const explore = async (page: Page) => {
  await button(page, 'Explore the demo organisation').click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).not.toHaveValue('')
}

test('a relationship in the sidebar is compared and deleted from its menu, and the focus comes back', async ({
  page,
}) => {
  await explore(page)
  const wingtip = sidebar(page).getByRole('button', { name: /Wingtip escalations/ })
  await wingtip.focus()
  await page.keyboard.press('Shift+F10')
  await expect(item(page, 'Open')).toBeFocused()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(wingtip).toBeFocused()
  await wingtip.click({ button: 'right' })
  await item(page, 'Compare').click()
  await expect(page.getByRole('dialog', { name: 'Compare relationships' })).toContainText('Source')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  const open = sidebar(page).getByRole('button', { name: /Contoso managed services/ })
  await open.press('Delete')
  await expect(item(page, 'Delete relationship')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(open).toBeHidden()

  await button(page, /^Bin/).click()
  await page.getByRole('row', { name: /Contoso/ }).click({ button: 'right' })
  await item(page, 'Bring back').click()
  await expect(open).toBeVisible()
  await open.press('F2')
  await expect(page.getByRole('textbox', { name: 'Contract name' })).toHaveValue('Contoso managed services')
})

test('a ticket has a menu by mouse and by key', async ({ page }) => {
  await resizeWindow(page, 1440, 900)
  await explore(page)
  await page.getByRole('tab', { name: 'Preview' }).click()
  await list(page)
    .getByRole('row', { name: /LIB-NO-START/ })
    .click({ button: 'right' })
  await item(page, 'Only: Time entry has no start').click()
  await expect(list(page)).toHaveAttribute('aria-rowcount', '2')
  await list(page).focus()
  await page.keyboard.press('ContextMenu')
  await item(page, 'Copy its key').press('Enter')
  await expect(page.getByText('The key is copied.')).toBeVisible()
  await expect(list(page)).toBeFocused()
})

test('connections, files and revisions have menus', async ({ page }) => {
  await explore(page)
  await page.getByRole('tab', { name: /History/ }).click()
  await button(page, /^Revision 1/).click({ button: 'right' })
  await expect(item(page, 'Restore revision 1')).toBeDisabled()
  await page.keyboard.press('Escape')
  await sidebar(page).getByRole('button', { name: 'Files' }).click()
  await page.getByRole('row', { name: /Wingtip/ }).click({ button: 'right' })
  await item(page, 'Select only this one').click()
  await expect(page.getByRole('checkbox', { name: 'Wingtip escalations' })).toBeChecked()
  await sidebar(page)
    .getByRole('button', { name: /^Connections/ })
    .click()
  await page.getByRole('row', { name: /demo.example.test/ }).click({ button: 'right' })
  await item(page, 'New relationship').click()
  await expect(page.getByLabel('Contract name', { exact: true })).toBeFocused()
})
