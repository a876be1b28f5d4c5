// The settings form on the demo organisation: keyboard, gates, board changes, roles, history, and findings that lead to fields.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const picker = (page: Page, label: string): Locator =>
  page.getByRole('combobox', { name: label, exact: true })

/** Chooses by keyboard alone: the picker has the focus by Tab, text narrows, Enter takes. */
async function choose(page: Page, label: string, option: string) {
  const box = picker(page, label)
  await box.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(option)
  await expect(page.getByRole('option', { name: option, exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function openDemo(page: Page) {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(picker(page, 'Company')).toBeVisible()
}

async function newRelationship(page: Page, role: 'Source' | 'Target') {
  await openDemo(page)
  await page.getByRole('button', { name: 'New relationship' }).click()
  await page.getByLabel('Contract name', { exact: true }).fill(`Fabrikam ${role}`)
  await page.getByLabel('Partner', { exact: true }).fill('Fabrikam')
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Create relationship' }).click()
  await expect(picker(page, 'Company')).toHaveValue('')
}

test('a target relationship is filled from empty by keyboard alone and becomes Ready', async ({ page }) => {
  await newRelationship(page, 'Target')
  await expect(page.getByRole('heading', { name: '5 to choose' })).toBeVisible()
  await expect(page.getByText('company-required')).toBeHidden()
  await choose(page, 'Company', 'Contoso Ltd')
  await choose(page, 'Service board', 'Help Desk')
  await choose(page, 'Status', 'New')
  await choose(page, 'Priority', 'Priority 3 - Medium')
  await choose(page, 'Owner', 'Dana Reyes')
  await page.getByRole('checkbox', { name: 'Discussion' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('switch', { name: 'Sync time entries' }).focus()
  await page.keyboard.press('Space')
  await choose(page, 'Default work role', 'Engineer')
  await choose(page, 'Default member', 'Dana Reyes')
  await page.getByRole('switch', { name: 'Reverse sync' }).focus()
  await page.keyboard.press('Space')
  await choose(page, 'Reverse sync filter', 'Help Desk')
  await page.keyboard.press('Escape')
  await choose(page, 'Field based filter', 'Sync to partner')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible()
})

test('a source relationship is filled from empty by keyboard alone and becomes Ready', async ({ page }) => {
  await newRelationship(page, 'Source')
  await choose(page, 'Company', 'Contoso Ltd')
  await choose(page, 'Boards', 'Help Desk')
  await page.keyboard.press('Escape')
  await choose(page, 'Default board', 'Help Desk')
  await choose(page, 'Status', 'New')
  await page.getByRole('checkbox', { name: 'Discussion' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible()
  await expect(picker(page, 'Service board')).toHaveCount(0)
})

test('another service board re-matches the status by name, visibly', async ({ page }) => {
  await openDemo(page)
  await choose(page, 'Service board', 'Escalations')
  await expect(page.getByText(/Re-matched by name|Cleared: Escalations/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review' })).toBeVisible()
})

test('values behind a closed gate are kept, shown as unused, and come back with the gate', async ({
  page,
}) => {
  await openDemo(page)
  const gate = page.getByRole('switch', { name: 'Sync time entries' })
  if (!(await gate.isChecked())) await gate.click()
  await choose(page, 'Default work role', 'Engineer')
  await gate.click()
  await expect(picker(page, 'Default work role')).toHaveCount(0)
  await expect(page.getByText('kept but not used')).toBeVisible()
  await gate.click()
  await expect(picker(page, 'Default work role')).toHaveValue('Engineer')
})

test('reverse sync opens its filters, and keeps them while it is off', async ({ page }) => {
  await openDemo(page)
  const gate = page.getByRole('switch', { name: 'Reverse sync', exact: true })
  await expect(gate).toBeChecked()
  await gate.click()
  await expect(picker(page, 'Reverse sync filter')).toHaveCount(0)
  await expect(picker(page, 'Field based filter')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText('Used only while Reverse sync is on.').first()).toBeVisible()
  await gate.click()
  await expect(picker(page, 'Field based filter')).toHaveValue('Sync to partner')
  await page.getByRole('button', { name: 'Narrow the filter further' }).click()
  await expect(picker(page, 'Filter by priority')).toBeVisible()
})

test('an override starts empty, says what it overrides, and gives way to the connection again', async ({
  page,
}) => {
  await openDemo(page)
  const site = page.getByLabel('Site', { exact: true })
  await expect(site).toHaveValue('demo.example.test')
  await expect(site).not.toBeEditable()
  const gate = page.getByRole('switch', { name: 'Override API settings for this relationship' })
  await gate.click()
  await expect(site).toHaveValue('')
  await site.fill('psa.example.test')
  await expect(page.getByText('Overrides Demo organisation.')).toBeVisible()
  await page.getByLabel('Company ID', { exact: true }).fill('northwind')
  await expect(page.getByText('The same as Demo organisation.')).toBeVisible()
  await expect(page.getByText('override-incomplete')).toBeVisible()
  await gate.click()
  await expect(site).toHaveValue('demo.example.test')
  await expect(page.getByText('override-incomplete')).toHaveCount(0)
})

test('a deleted relationship comes back with Undo', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'More about this relationship' }).click()
  await page.getByRole('menuitem', { name: 'Delete relationship' }).click()
  const entry = page.getByRole('button', { name: /Contoso managed services/ })
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

test('a finding leads to its field', async ({ page }) => {
  await newRelationship(page, 'Target')
  await page.getByRole('button', { name: 'Go to Priority' }).click()
  await expect(picker(page, 'Priority')).toBeFocused()
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
  await other.getByRole('button', { name: /Contoso managed services/ }).click()
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

test('a new relationship is calm until somebody was in a field, or presses Check', async ({ page }) => {
  await newRelationship(page, 'Target')
  const mark = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Fabrikam Target/ })
  const alarm = page.locator('[aria-invalid="true"]')
  await expect(page.getByRole('heading', { name: '5 to choose' })).toBeVisible()
  await expect(mark).toHaveAttribute('title', 'Fabrikam Target: 5 to choose')
  await expect(alarm).toHaveCount(0)

  await choose(page, 'Company', 'Contoso Ltd')
  await expect(page.getByRole('heading', { name: '4 to choose' })).toBeVisible()
  await expect(mark).toHaveAttribute('title', 'Fabrikam Target: 4 to choose')
  await picker(page, 'Priority').focus()
  await picker(page, 'Source').focus()
  await expect(page.getByText('priority-required')).toBeVisible()
  await expect(alarm).toHaveCount(1)
  await expect(mark).toHaveAttribute('title', 'Fabrikam Target: 1 error')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('service-board-required')).toBeVisible()
  await expect(page.getByText('4 errors to fix before it is Ready.')).toBeVisible()
  await expect(page.getByRole('heading', { name: /to choose$/ })).toHaveCount(0)
})
