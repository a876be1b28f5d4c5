// The settings form on the demo organisation: gates, board changes, overrides, findings that lead to fields.
import { expect, test } from '../fixtures.ts'
import { picker, choose, openDemo, newRelationship } from './settingsForm.ts'

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
  await gate.check()
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

test('a finding leads to its field', async ({ page }) => {
  await newRelationship(page, 'Target')
  await page.getByRole('button', { name: 'Go to Priority' }).click()
  await expect(picker(page, 'Priority')).toBeFocused()
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
