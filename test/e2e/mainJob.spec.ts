// The main job, end to end: connect, test, refresh, set up a relationship, fill it, check it, export it and read it back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createSimulator } from '../simulator/simulator.ts'
import { serveSimulator } from '../simulator/serve.ts'
import { expect, test } from './fixtures.ts'

const demo = createSimulator({ size: 'small' })

async function connect(page: Page, site: string) {
  await page.getByRole('button', { name: 'Connect to ConnectWise' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Acme production')
  await page.getByLabel('Site', { exact: true }).fill(site)
  await page.getByLabel('Company ID', { exact: true }).fill(demo.credentials.companyId)
  await page.getByLabel('Public key', { exact: true }).fill(demo.credentials.publicKey)
  await page.getByLabel('Private key', { exact: true }).fill(demo.credentials.privateKey)
  await page.getByLabel('Client ID', { exact: true }).fill(demo.credentials.clientId)
}

/** Opens a picker and takes the option with this name. */
async function pick(page: Page, label: string, option: string) {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await box.fill(option)
  await page.getByRole('option', { name: option, exact: true }).first().click()
}

test('a technician does the whole job once', async ({ page, host, userData }) => {
  const server = await serveSimulator(demo, { port: 0, latency: 0 })
  await connect(page, server.url)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('Access', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save connection' }).click()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText('Everything was read.')).toBeVisible()
  await page.getByRole('button', { name: 'New relationship' }).click()
  await page.getByLabel('Contract name', { exact: true }).fill('Contoso managed services')
  await page.getByLabel('Partner', { exact: true }).fill('Contoso')
  await page.getByRole('radio', { name: 'Target' }).check()
  await page.getByRole('button', { name: 'Create relationship' }).click()

  await page.getByRole('combobox', { name: 'Company', exact: true }).click()
  await page.getByRole('option').first().click()
  await pick(page, 'Service board', 'Help Desk')
  await pick(page, 'Status', 'New')
  await page.getByRole('combobox', { name: 'Priority', exact: true }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('checkbox', { name: 'Discussion' }).check()
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()

  const path = join(userData, 'contoso.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: path })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(path)).toBeVisible()
  const exported = readFileSync(path, 'utf8')
  expect(exported).toContain('"contractName": "Contoso managed services"')
  expect(exported).not.toContain(demo.credentials.privateKey)

  await page.getByRole('button', { name: 'Files' }).click()
  await page.getByLabel('Import file').setInputFiles(path)
  await expect(page.getByText('Already here', { exact: true })).toBeVisible()
  await server.close()
})
