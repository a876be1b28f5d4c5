// Connections in the window: a key that goes in and never comes back, forms that refuse, lists that are read and stopped.
import { filesBelow } from '../../support/secrets.ts'
import { faultsInBoth } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { button, fillConnection, stage } from './connectionPage.ts'

test('tests unsaved values, then saves them without ever showing the key again', async ({
  page,
  connectWise,
  userData,
}) => {
  await fillConnection(page, connectWise)
  await expect(page.getByText('Resolved base URL')).toContainText(`${connectWise.url}/v4_6_release/apis/3.0`)
  await button(page, 'Test connection').click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await expect(stage(page, 'TLS')).toContainText('ms')
  await expect(page.getByText('Resolved base URL')).toContainText(`${connectWise.url}/v2025_1/apis/3.0`)
  await expect(page.getByText('No connection yet')).toBeVisible()

  await expect(page.getByText('This computer has no keystore.')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('Private key')).toHaveText('In memory until you quit')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await button(page, 'Replace').click()
  await expect(page.getByLabel('Private key')).toHaveValue('')

  expect(await page.content()).not.toContain(connectWise.privateKey)
  expect(Object.values(filesBelow(userData)).join('\n')).not.toContain(connectWise.privateKey)
})

test('a pasted mail fills every field, and what comes along with a value is taken off and said', async ({
  page,
}) => {
  await button(page, 'Connect to ConnectWise').click()
  const field = (label: string) => page.getByLabel(label, { exact: true })
  await field('Name').fill(
    'Site: sandbox-na.myconnectwise.net Company ID: acme Public Key: AbC1 Private Key: PlantedMailKey9',
  )
  await expect(field('Name')).toHaveValue('')
  await expect(field('Site')).toHaveValue('sandbox-na.myconnectwise.net')
  await expect(field('Company ID')).toHaveValue('acme')
  await expect(field('Private key')).toHaveValue('PlantedMailKey9')
  await expect(page.getByRole('radio', { name: 'Sandbox' })).toBeChecked()
  await page.getByRole('radio', { name: 'Production' }).check()

  await field('Client ID').fill('“3e2f8a51\u200b-0d4c”')
  await field('Public key').fill('clientА')
  await expect(field('Client ID')).toHaveValue('3e2f8a51-0d4c')
  await expect(page.getByText('Taken off: invisible signs and quotes.')).toBeVisible()
  await expect(page.getByText('(U+0410)')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Production' })).toBeChecked()
})

test('a saved key is asked for again in words when the site is another one', async ({
  page,
  connectWise,
}) => {
  await fillConnection(page, connectWise)
  await button(page, 'Save connection').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await page.getByLabel('Site', { exact: true }).fill('psa.example.test')
  await expect(page.getByText(/^The saved key was entered for/)).toBeVisible()
  await button(page, 'Save connection').click()
  await expect(page.getByText(/so it is not sent to psa\.example\.test/).first()).toBeVisible()
})

test('shows the private key while it is typed, and never gives it to the clipboard', async ({ page }) => {
  await button(page, 'Connect to ConnectWise').click()
  const key = page.getByLabel('Private key', { exact: true })
  await key.fill('PlantedKeyNeverCopied')
  await button(page, 'Show what is typed').click()
  await expect(key).toHaveAttribute('type', 'text')
  await page.evaluate(() => {
    for (const type of ['copy', 'cut'])
      window.addEventListener(type, (event) => {
        document.title = `${type} ${event.defaultPrevented ? 'refused' : 'done'}`
      })
  })
  for (const [press, title] of [
    ['Control+c', 'copy refused'],
    ['Control+x', 'cut refused'],
  ] as const) {
    await key.press('Control+a')
    await key.press(press)
    await expect(page).toHaveTitle(title)
  }
  await expect(key).toHaveValue('PlantedKeyNeverCopied')
})

test('refuses what cannot be a connection, and puts the cursor there', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise, { Site: 'http://psa.example.test', 'Company ID': ' ' })
  await button(page, 'Save connection').click()
  await expect(page.getByText('With http the keys would travel in the open.')).toBeVisible()
  await expect(page.getByLabel('Site', { exact: true })).toBeFocused()
})

test('reads the lists, shows their age, and names who uses a connection before deleting it', async ({
  page,
  connectWise,
}) => {
  await fillConnection(page, connectWise)
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Reference data' })).toContainText('Boards')
  await button(page, 'Set up a relationship').click()
  await page.getByLabel('Contract name').fill('Contoso managed services')
  await page.getByLabel('Partner').fill('Contoso')
  await page.getByRole('radio', { name: 'Target' }).check()
  await button(page, 'Create relationship').click()
  await expect(button(page, 'Save configuration')).toBeVisible()

  await button(page, 'Connections').click()
  await expect(page.getByRole('row', { name: /Acme sandbox/ })).toContainText('As of')
  await button(page, 'Acme sandbox').click()
  await button(page, 'Delete').click()
  await expect(page.getByRole('dialog')).toContainText('Contoso managed services')
  await button(page, 'Delete connection').click()
  await expect(page.getByText('No connection yet').first()).toBeVisible()
})

test('shows a refresh in the status bar and stops it there', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise)
  await button(page, 'Save connection').click()
  connectWise.demo.latency = 60_000
  await button(page, 'Refresh').click()
  await expect(button(page, 'Stop')).toBeVisible()
  await button(page, 'Overview').click()
  await expect(page.getByText('Reading Acme sandbox')).toBeVisible()
  await button(page, 'Stop').click()
  await expect(page.getByText('Reading Acme sandbox')).toBeHidden()
})

test('asks before unsaved values are left', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise)
  await button(page, 'Cancel').click()
  await button(page, 'Stay').click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Acme sandbox')
  await button(page, 'Cancel').click()
  await button(page, 'Discard changes').click()
  await expect(button(page, 'Explore the demo organisation')).toBeVisible()
})

test('has no accessibility violation in light and dark', async ({ page, connectWise }) => {
  await fillConnection(page, connectWise, { 'Private key': 'PlantedWrongKey99' })
  await button(page, 'Test connection').click()
  await expect(stage(page, 'Keys')).toContainText('Failed')
  expect(await faultsInBoth(page)).toEqual([])
})

test('a click on the environment that is shown already is a choice, which the site does not change', async ({
  page,
}) => {
  await button(page, 'Connect to ConnectWise').click()
  await page.getByRole('radio', { name: 'Production' }).click({ force: true })
  await page.getByLabel('Site', { exact: true }).fill('sandbox-na.myconnectwise.net')
  await expect(page.getByRole('radio', { name: 'Production' })).toBeChecked()
})
