// The connection form and its test as end-to-end tests meet them.
import type { Page } from '@playwright/test'
import type { Simulator } from '../../simulator/simulator.ts'

type ConnectWise = Simulator['credentials'] & { url: string }

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Fills the open form; `change` names other values by their labels. */
export async function fillCredentials(
  page: Page,
  { url, companyId, publicKey, privateKey, clientId }: ConnectWise,
  change: Record<string, string> = {},
) {
  const values = {
    Name: 'Acme sandbox',
    Site: url,
    'Company ID': companyId,
    'Public key': publicKey,
    'Private key': privateKey,
    'Client ID': clientId,
    ...change,
  }
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(label, { exact: true }).fill(value)
}

/** Opens the form of a new sandbox and fills it. */
export async function fillConnection(
  page: Page,
  connectWise: ConnectWise,
  change: Record<string, string> = {},
) {
  await button(page, 'Connect to ConnectWise').click()
  await page.getByRole('radio', { name: 'Sandbox' }).check()
  await fillCredentials(page, connectWise, change)
}

export const stage = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Stages' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
