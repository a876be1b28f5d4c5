// What was saved and what was not: undo, cancel, roles, revisions compared and restored, one layer for each Escape.
import { expect, test } from '../fixtures.ts'
import { picker, choose, openDemo } from './settingsForm.ts'

test('a deleted relationship comes back with Undo', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'More about this relationship' }).click()
  await page.getByRole('menuitem', { name: 'Delete relationship' }).click()
  const entry = page.getByRole('navigation').getByRole('button', { name: /Contoso managed services/ })
  await expect(entry).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await entry.first().click()
  await expect(picker(page, 'Service board')).toHaveValue('Help Desk')
})

test('two relationships are compared field by field', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'More about Contoso managed services' }).click()
  await page.getByRole('menuitem', { name: 'Compare' }).click()
  await expect(page.getByRole('dialog').getByRole('row', { name: /Role/ })).toContainText('Source')
})

test('Cancel brings back the saved values, and leaving with changes asks first', async ({ page }) => {
  await openDemo(page)
  await choose(page, 'Priority', 'Priority 1 - Critical')
  await page.getByRole('button', { name: 'Overview' }).click()
  await page.getByRole('button', { name: 'Stay' }).click()
  await expect(picker(page, 'Priority')).toHaveValue('Priority 1 - Critical')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(picker(page, 'Priority')).toHaveValue('Priority 3 - Medium')
})

test('switching the role shows first what goes unused', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'More about this relationship' }).click()
  await page.getByRole('menuitem', { name: 'Switch role' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Service board')).toBeVisible()
  await dialog.getByRole('button', { name: 'Switch to Source' }).click()
  await expect(picker(page, 'Boards')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(picker(page, 'Service board')).toHaveValue('Help Desk')
})

test('an old revision is compared and restored as a new one', async ({ page }) => {
  await openDemo(page)
  await choose(page, 'Priority', 'Priority 1 - Critical')
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await page.getByRole('tab', { name: /History/ }).click()
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison.getByRole('row', { name: /Priority/ })).toContainText('Priority 1 - Critical')
  await page.getByRole('button', { name: /^Revision 1/ }).click()
  await page.getByRole('button', { name: 'Restore revision 1' }).click()
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByRole('button', { name: /^Revision 3/ })).toContainText('Restored revision 1')
})

test('a revision saved in another window is noticed and not overwritten', async ({ page, context, host }) => {
  await openDemo(page)
  await choose(page, 'Priority', 'Priority 1 - Critical')
  const other = await context.newPage()
  await other.goto(host.origin)
  await other
    .getByRole('navigation')
    .getByRole('button', { name: /Contoso managed services/ })
    .click()
  await choose(other, 'Priority', 'Priority 2 - High')
  await other.getByRole('switch', { name: 'Sync attachments' }).click()
  await other.getByRole('button', { name: 'Save configuration' }).click()
  await expect(other.getByText('No unsaved changes')).toBeVisible()
  await other.close()
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByText('Revision 2 was saved in the meantime')).toBeVisible()
  await expect(picker(page, 'Priority')).toHaveValue('Priority 1 - Critical')
  await expect(page.getByRole('row', { name: /^Priority/ })).toContainText('Priority 2 - High')
  await expect(page.getByRole('row', { name: /^Sync attachments/ })).toContainText('Saved')
  await page.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Sync attachments' })).not.toBeChecked()
  await expect(picker(page, 'Priority')).toHaveValue('Priority 1 - Critical')
})

test('Cancel discards at once and can be undone, until something else is changed', async ({ page }) => {
  await openDemo(page)
  const owner = picker(page, 'Owner')
  await owner.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await expect(owner).toHaveValue('Dana Reyes')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(owner).toHaveValue('')
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('one Escape closes one layer: the list, then the question, and the form stays', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await picker(page, 'Owner').click()
  await page.keyboard.press('Escape')
  await expect(picker(page, 'Owner')).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Discard the unsaved changes?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await page.getByRole('button', { name: 'More about this relationship' }).click()
  await page.getByRole('menuitem', { name: /^Rename/ }).click()
  await expect(page.getByRole('dialog', { name: /Rename/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('shortcuts answer on a layout without Latin letters', async ({ page }) => {
  await openDemo(page)
  const press = (key: string, code: string) =>
    page.evaluate((init) => void document.body.dispatchEvent(new KeyboardEvent('keydown', init)), {
      key,
      code,
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    })
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await press('ы', 'KeyS')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await press('а', 'KeyF')
  await expect(page.getByRole('searchbox', { name: 'Search tickets' })).toBeFocused()
  await press('л', 'KeyK')
  await expect(page.getByPlaceholder(/Jump to/)).toBeVisible()
})
