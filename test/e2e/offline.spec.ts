// Work goes on with nothing reachable but the window's own port: start, edit, preview, export, carry a bundle away and open it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ demo: true })

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Refuses every request that leaves the host, and tells the page that there is no network, as a browser does. */
async function cutOff(page: Page, origin: string): Promise<string[]> {
  const outside: string[] = []
  await page.route(
    (url) => url.origin !== origin,
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { value: false })
    window.dispatchEvent(new Event('offline'))
  })
  return outside
}

test('a configuration is edited, previewed, exported and carried on without a network', async ({
  page,
  host,
  userData,
}) => {
  const outside = await cutOff(page, host.origin)
  await expect(page.getByText('Offline', { exact: true }).first()).toBeVisible()

  await page
    .getByRole('button', { name: /Contoso managed services/ })
    .first()
    .click()
  const attachments = page.getByRole('switch', { name: 'Sync attachments' })
  await attachments.focus()
  await page.keyboard.press('Space')
  await page.getByRole('tab', { name: /^Preview/ }).click()
  await expect(page.getByText(/would be|Create/).first()).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()

  await button(page, 'Files').click()
  await page.getByRole('checkbox', { name: 'Contoso managed services' }).check()
  const file = join(userData, 'a.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: file })
  await button(page, 'Export selected').click()
  await expect(page.getByText(file)).toBeVisible()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'syncwright.relationships' })

  const bundle = join(userData, 'a.syncwright-bundle')
  await host.answer('showSaveDialog', { canceled: false, filePath: bundle })
  await button(page, 'Field bundle').click()
  await button(page, 'Write the bundle').click()
  await expect(page.getByText(bundle)).toBeVisible()
  await button(page, 'Done').click()
  await page.getByLabel('Import file').setInputFiles(bundle)
  await expect(page.getByText('1 is already here')).toBeVisible()
  expect(outside).toEqual([])
})

test('a network that leads nowhere is told as offline, with what failed, and the lists stay', async ({
  page,
}) => {
  await page.evaluate(async () => {
    const saved = await window.api['connections:save']({
      id: null,
      values: {
        name: 'Acme production',
        environment: 'production',
        site: 'psa.invalid',
        companyId: 'acme',
        publicKey: 'PublicKey',
        clientId: '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b',
      },
      privateKey: 'PrivateKey',
    })
    if (!saved.ok) throw new Error(saved.error.message)
    const { id: connectionId } = saved.value
    const head = {
      contractName: 'Northwind escalations',
      partner: 'Northwind Traders',
      role: 'source',
    } as const
    await window.api['relationships:create']({ ...head, connectionId })
  })
  await page.reload()
  await page
    .getByRole('button', { name: /Northwind escalations/ })
    .first()
    .click()
  await expect(page.getByText('Online', { exact: true })).toBeVisible()
  await button(page, 'Refresh').click()
  await expect(page.getByRole('alert')).toContainText('The lists that were there before are unchanged.')
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await expect(button(page, 'Refresh')).toBeEnabled()
  await button(page, 'Dismiss').click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
