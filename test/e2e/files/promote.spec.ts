// Promoting on one computer: the sandbox's configuration goes into production beside itself, linked, and once.
import { fillCredentials } from '../connections/connectionPage.ts'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.use({ demo: true })

test('a file of the sandbox becomes a relationship of its own in production, and can be compared with it', async ({
  page,
  host,
  userData,
  connectWise,
}) => {
  const path = join(userData, 'contoso.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: path })
  await page.getByRole('navigation').getByRole('button', { name: 'Contoso managed services' }).click()
  await button(page, 'Export').click()
  await expect(button(page, 'Show in folder')).toBeVisible()
  await button(page, 'Show in folder').click()
  const shown = async () =>
    (await host.calls()).filter(({ api }) => api === 'shell.showItemInFolder').map(({ args }) => args)
  await expect.poll(shown).toEqual([[path]])

  await button(page, 'Connections').click()
  await page.getByRole('main').getByRole('button', { name: 'Connect to ConnectWise' }).first().click()
  await fillCredentials(page, connectWise, { Name: 'Acme production' })
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()

  const openFile = async () => {
    await button(page, 'Files').click()
    await page.getByLabel('Import file', { exact: true }).first().setInputFiles(path)
    await page.getByRole('combobox', { name: 'Import into' }).click()
    await page.getByRole('option', { name: /^Acme production/ }).click()
    await expect(
      page.getByText('Importing into Acme production').or(page.getByText('Already here')).first(),
    ).toBeVisible()
  }
  await openFile()
  await expect(page.getByRole('radio', { name: 'As a new relationship' })).toBeChecked()
  await expect(page.getByText('It is here already, under Demo organisation.')).toBeVisible()
  await button(page, 'Import').click()
  await expect(page.getByText('1 relationship imported.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Contoso managed services' }).click()
  await button(page, 'More about this relationship').click()
  await page.getByRole('menuitem', { name: 'Compare with its sandbox' }).click()
  await expect(page.getByRole('dialog')).toContainText('Connection')
  await page.keyboard.press('Escape')

  await openFile()
  await expect(page.getByText('1 relationship: 1 is already here.')).toBeVisible()
})

test('several files are taken one after the other, and a list of tickets is named as what it is', async ({
  page,
}) => {
  await button(page, 'Files').click()
  await page
    .getByLabel('Import file', { exact: true })
    .first()
    .setInputFiles([
      { name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from('Key,Summary\nINC1,Printer\n') },
      { name: 'broken.syncwright.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":') },
    ])
  await expect(page.getByText('tickets.csv is a list of tickets, not a configuration.')).toBeVisible()
  await expect(page.getByText(/not JSON/)).toBeVisible()
})
