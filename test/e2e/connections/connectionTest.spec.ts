// A connection test in the window: it names what failed, what to do and what was not run, and stops at once.
import { expect, test } from '../fixtures.ts'
import { button, fillConnection, stage } from './connectionPage.ts'

test('names the failing stage, the next step, and what was not run', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise, { 'Private key': 'PlantedWrongKey99' })
  await button(page, 'Test connection').click()
  await expect(stage(page, 'Keys')).toContainText('The keys were not accepted.')
  await expect(stage(page, 'Client ID')).toContainText('Not run')
  await button(page, 'Show the answer').click()
  await expect(button(page, 'Hide the answer')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('PlantedWrongKey99')

  await page.getByLabel('Site', { exact: true }).fill('psa.example.test:1')
  await expect(page.getByText('Tested before the change')).toBeVisible()
})

test('a test belongs to its inputs: the key and the ticks too, and the first save keeps it', async ({
  page,
  connectWise,
}) => {
  await fillConnection(page, connectWise)
  await page.getByRole('checkbox', { name: 'Attachments' }).uncheck()
  await button(page, 'Test connection').click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  const before = page.getByText('Tested before the change')
  await expect(before).toBeHidden()
  await page.getByLabel('Private key', { exact: true }).fill('PlantedOtherKey')
  await expect(before).toBeVisible()
  await page.getByLabel('Private key', { exact: true }).fill(connectWise.privateKey)
  await expect(before).toBeHidden()
  await page.getByRole('checkbox', { name: 'Time entries' }).uncheck()
  await expect(page.getByRole('cell', { name: 'Sync time entries' })).toBeHidden()
  await expect(before).toBeHidden()
  await page.getByRole('checkbox', { name: 'Attachments' }).check()
  await expect(before).toBeVisible()
  await page.getByRole('checkbox', { name: 'Attachments' }).uncheck()
  await button(page, 'Save connection').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(before).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Attachments' })).not.toBeChecked()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
})

test('lists missing rights and copies the request for the administrator', async ({ page, connectWise }) => {
  const { publicKey, privateKey } = connectWise.demo.limitedCredentials
  await fillConnection(page, connectWise, { 'Public key': publicKey, 'Private key': privateKey })
  await button(page, 'Test connection').click()
  await expect(page.getByRole('cell', { name: 'Missing' }).first()).toBeVisible()
  await button(page, 'Copy request for the administrator').click()
  await expect(page.getByText('Copied.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.getByLabel('Name', { exact: true }).press('Control+v')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/Inquire All/)
})

test('explains a list that came back empty though nothing was refused', async ({ page, connectWise }) => {
  connectWise.demo.faults.add('my-companies').add('no-my-security')
  await fillConnection(page, connectWise)
  await button(page, 'Test connection').click()
  await expect(stage(page, 'Access')).toContainText('ConnectWise returned 0 companies.')
  await expect(stage(page, 'Access')).toContainText('check that Inquire is All, not My')
})

test('shows how long ConnectWise asked to wait while reading', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise)
  await button(page, 'Save connection').click()
  connectWise.demo.faults.add('throttle-forever')
  await button(page, 'Refresh').click()
  await expect(page.getByText('ConnectWise asked to wait.')).toBeVisible()
  await expect(page.getByText(/^Reading goes on in \d+ s\.$/)).toBeVisible()
  await expect(page.getByText(/waiting \d+ s/)).toBeVisible()
  await button(page, 'Stop').click()
  await expect(button(page, 'Refresh')).toBeVisible()
})

test('stops a test at once', async ({ page, connectWise }) => {
  connectWise.demo.latency = 60_000
  await fillConnection(page, connectWise)
  await button(page, 'Test connection').click()
  await button(page, 'Stop test').click()
  await expect(button(page, 'Test connection')).toBeVisible()
  await expect(stage(page, 'Access')).toContainText('Not run')
  await expect(page.getByText(/^Stopped\./)).toBeVisible()
})
