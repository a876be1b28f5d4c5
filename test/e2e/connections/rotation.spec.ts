// New keys rehearsed beside the saved ones: both tests to watch, the difference in words, then one swap or none.
import type { Page } from '@playwright/test'
import type { Simulator } from '../../simulator/simulator.ts'
import { filesBelow } from '../../support/secrets.ts'
import { faultsInBoth } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

type ConnectWise = Simulator['credentials'] & { url: string; demo: Simulator }

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const tableOf = (page: Page, name: string) => page.getByRole('table', { name })

async function connect(page: Page, connectWise: ConnectWise, keys: Simulator['credentials'] = connectWise) {
  await button(page, 'Connect to ConnectWise').click()
  await page.getByRole('radio', { name: 'Sandbox' }).check()
  await field(page, 'Name').fill('Acme sandbox')
  await field(page, 'Site').fill(connectWise.url)
  await field(page, 'Company ID').fill(keys.companyId)
  await field(page, 'Public key').fill(keys.publicKey)
  await field(page, 'Private key').fill(keys.privateKey)
  await field(page, 'Client ID').fill(keys.clientId)
  await button(page, 'Save connection').click()
  await expect(field(page, 'Private key')).toHaveText('In memory until you quit')
}

async function rehearse(page: Page, keys: Simulator['credentials']) {
  await button(page, 'Rehearse new keys').click()
  await expect(field(page, 'New public key')).toBeFocused()
  await expect(field(page, 'New client ID')).toHaveValue(keys.clientId)
  await field(page, 'New public key').fill(keys.publicKey)
  await field(page, 'New private key').fill(keys.privateKey)
}

test('shows what narrower keys would lose, and swaps only when told to', async ({
  page,
  connectWise,
  userData,
}) => {
  const { limitedCredentials } = connectWise.demo
  await connect(page, connectWise)
  await rehearse(page, limitedCredentials)
  await expect(button(page, 'Swap to the new keys')).toBeDisabled()
  await expect(page.getByText('This computer has no keystore.')).toBeVisible()
  await button(page, 'Compare').click()

  const rights = tableOf(page, 'Rights side by side').getByRole('row')
  await expect(rights.nth(1)).toContainText('would lose')
  await expect(rights.filter({ hasText: 'Member Maintenance' })).toContainText(['Inquire All'])
  await expect(rights.last()).toContainText('the same')
  await expect(page.getByText(/^The new keys would lose \d rights/)).toBeVisible()
  await expect(tableOf(page, 'What each sees').getByRole('row', { name: /^belongs to/i })).toContainText(
    'another member',
  )
  await expect(tableOf(page, 'Stages of both tests').getByRole('row', { name: /^Keys/ })).toContainText(
    /Passed.*Passed/,
  )

  await button(page, 'Swap to the new keys').click()
  await button(page, 'Swap all the same').click()
  await expect(page.getByText('Acme sandbox uses the new keys.')).toBeVisible()
  await expect(field(page, 'Public key')).toHaveValue(limitedCredentials.publicKey)
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(button(page, 'Rehearse new keys')).toBeFocused()
  await button(page, 'Test connection').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Access' })).toContainText('The keys work, but')

  expect(await page.content()).not.toContain(limitedCredentials.privateKey)
  const stored = Object.values(filesBelow(userData)).join('\n')
  for (const { privateKey } of [connectWise, limitedCredentials]) expect(stored).not.toContain(privateKey)
})

test('shows what wider keys would gain', async ({ page, connectWise }) => {
  await connect(page, connectWise, connectWise.demo.limitedCredentials)
  await rehearse(page, connectWise)
  await field(page, 'New private key').press('Enter')
  await expect(page.getByText(/^The new keys would gain \d rights and lose none\.$/)).toBeVisible()
  await expect(tableOf(page, 'Rights side by side').getByRole('row').nth(1)).toContainText('would gain')
})

test('keeps the saved keys, and what was typed is gone', async ({ page, connectWise }) => {
  await connect(page, connectWise)
  await rehearse(page, connectWise.demo.limitedCredentials)
  await button(page, 'Compare').click()
  await expect(tableOf(page, 'Rights side by side')).toBeVisible()
  await button(page, 'Keep the saved keys').click()
  await expect(field(page, 'Public key')).toHaveValue(connectWise.publicKey)
  await button(page, 'Rehearse new keys').click()
  await expect(field(page, 'New public key')).toHaveValue('')
  await expect(field(page, 'New private key')).toHaveValue('')
})

test('does not offer keys that ConnectWise refuses, or that were changed since', async ({
  page,
  connectWise,
}) => {
  await connect(page, connectWise)
  await rehearse(page, { ...connectWise.demo.limitedCredentials, privateKey: 'PlantedWrongKey99' })
  await button(page, 'Compare').click()
  await expect(page.getByText('New keys, Keys: The keys were not accepted.')).toBeVisible()
  await expect(page.getByText('The new keys do not work yet.')).toBeVisible()
  await expect(button(page, 'Swap to the new keys')).toBeDisabled()
  await expect(page.getByRole('main')).not.toContainText('PlantedWrongKey99')

  await field(page, 'New private key').fill(connectWise.demo.limitedCredentials.privateKey)
  await button(page, 'Compare').click()
  await expect(button(page, 'Swap to the new keys')).toBeEnabled()
  await field(page, 'New client ID').fill('another')
  await expect(button(page, 'Swap to the new keys')).toBeDisabled()
  await expect(page.getByText('The values above were changed since: compare again.')).toBeVisible()
})

test('stops at once, and asks before typed keys are left', async ({ page, connectWise }) => {
  await connect(page, connectWise)
  await rehearse(page, connectWise.demo.limitedCredentials)
  connectWise.demo.latency = 60_000
  await button(page, 'Compare').click()
  await expect(page.getByText('Testing the saved keys.')).toBeVisible()
  await button(page, 'Stop comparing').click()
  await expect(page.getByText('Stopped. Nothing was replaced.')).toBeVisible()
  await expect(button(page, 'Swap to the new keys')).toBeDisabled()
  await button(page, 'Overview').click()
  await button(page, 'Stay').click()
  await expect(field(page, 'New public key')).toHaveValue(connectWise.demo.limitedCredentials.publicKey)
})

test('keeps other unsaved values of the form apart from a swap', async ({ page, connectWise }) => {
  await connect(page, connectWise)
  await field(page, 'Name').fill('Renamed')
  await rehearse(page, connectWise.demo.limitedCredentials)
  await button(page, 'Compare').click()
  await button(page, 'Swap to the new keys').click()
  await button(page, 'Swap all the same').click()
  await expect(field(page, 'Public key')).toHaveValue(connectWise.demo.limitedCredentials.publicKey)
  await expect(field(page, 'Name')).toHaveValue('Renamed')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
})

test('has no accessibility violation in light and dark', async ({ page, connectWise }) => {
  await connect(page, connectWise)
  await rehearse(page, connectWise.demo.limitedCredentials)
  await button(page, 'Compare').click()
  await expect(tableOf(page, 'Rights side by side')).toBeVisible()
  expect(await faultsInBoth(page)).toEqual([])
})
