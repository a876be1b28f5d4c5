// Files in the window: what a file would do is shown first, nothing is stored by a bad one, and importing twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import { sourceRelationship, targetRelationship } from '../../support/relationships.ts'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const fileName = 'contoso.syncwright.json'
const asFile = (text: string) => ({ name: fileName, mimeType: 'application/json', buffer: Buffer.from(text) })
const at = new Date('2026-11-23T10:00:00Z')

const target = targetRelationship()
const source = sourceRelationship(
  {},
  { id: 'litware-1', contractName: 'Litware co-managed IT', partner: 'Litware' },
)
const both = exportRelationships([target, source], at)

async function choose(page: Page, text: string) {
  await button(page, 'Files').click()
  await page.getByLabel('Import file').setInputFiles(asFile(text))
}

async function importAll(page: Page, text: string) {
  await choose(page, text)
  await button(page, 'Import').click()
}

test('shows a new file before it stores it, and creates its connection without keys', async ({ page }) => {
  await choose(page, both)
  await expect(page.getByText('2 relationships: 2 are new. Nothing is stored yet.')).toBeVisible()
  await expect(page.getByText('Creates the connection Acme production without keys').first()).toBeVisible()
  await button(page, 'Cancel').click()
  await expect(page.getByText('No relationship yet')).toBeVisible()

  await choose(page, both)
  await page.getByRole('checkbox', { name: 'Litware co-managed IT' }).uncheck()
  await button(page, 'Import').click()
  await expect(page.getByText('1 relationship imported.')).toBeVisible()
  await expect(page.getByText('Keys needed: Acme production')).toBeVisible()
  await button(page, 'Enter the keys').click()
  await expect(page.getByText('The private key is not on this PC.')).toBeVisible()
})

test('importing the same file again changes nothing', async ({ page }) => {
  await importAll(page, both)
  await choose(page, both)
  await expect(page.getByText('2 are already here')).toBeVisible()
  await button(page, 'Import').click()
  await expect(page.getByText('Nothing was changed: everything in this file is already here.')).toBeVisible()
})

test('shows differences field by field, in the words of the form', async ({ page }) => {
  await importAll(page, both)
  const changed = targetRelationship({
    status: { id: 44, name: 'New', boardId: 4 },
    syncAttachments: !target.settings.syncAttachments,
  })
  await choose(page, exportRelationships([changed], at))
  await expect(page.getByRole('row', { name: 'Status New 31 New 44' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Sync attachments (on off|off on)$/ })).toBeVisible()
  await button(page, 'Import').click()
  await expect(page.getByText('1 relationship imported.')).toBeVisible()
})

const newer = JSON.stringify({ ...JSON.parse(both), version: 99 })
const refused: [title: string, text: string, sentence: RegExp][] = [
  ['an empty file', '', /is empty/],
  ['a damaged file', both.slice(0, 400), /not JSON/],
  ['a foreign file', '{"kind":"something.else"}', /not a relationships export/],
  ['a newer file', newer, /version 99/],
  ['a file with a wrong value', both.replace('"target"', '"boss"'), /not a valid relationships export/],
  ['a file of 50 MB', `"${'x'.repeat(50_000_000)}"`, /larger than/],
]
test('a file that cannot be used gets a sentence and changes nothing', async ({ page, userData }) => {
  await button(page, 'Files').click()
  for (const [title, text, sentence] of refused) {
    await test.step(title, async () => {
      const path = join(userData, `${title}.json`)
      writeFileSync(path, text)
      await page.getByLabel('Import file').setInputFiles(path)
      await expect(page.getByRole('alert')).toHaveText(sentence)
      await expect(page.getByText('No relationship yet')).toBeVisible()
    })
  }
})

test('exports the chosen relationships as the bytes they came from, or nothing when cancelled', async ({
  page,
  host,
  userData,
}) => {
  await importAll(page, both)
  await expect(button(page, 'Export selected')).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await host.answer('showSaveDialog', { canceled: true })
  await button(page, 'Export selected').click()
  await expect(button(page, 'Export selected')).toBeEnabled()
  await expect(page.getByText('Exported.')).toBeHidden()

  const path = join(userData, fileName)
  await host.answer('showSaveDialog', { canceled: false, filePath: path })
  await button(page, 'Export selected').click()
  await expect(page.getByText(path)).toBeVisible()
  const withoutTime = (text: string) => text.replace(/"exportedAt": ".*"/, '')
  expect(withoutTime(readFileSync(path, 'utf8'))).toBe(withoutTime(both))
})

/** What a sandbox of the demo organisation would export: the same names under other ids, and one name nobody knows. */
const sandboxOf = (page: Page) =>
  page.evaluate(async () => {
    const result = await window.api['relationships:get']({ id: 'demo-target' })
    if (!result.ok) throw new Error(result.error.message)
    const { settings } = result.value.draft
    const move = <T extends { id: number } | null>(ref: T): T => ref && { ...ref, id: ref.id + 5000 }
    const { company, serviceBoard, status, priority, source, owner } = settings
    return {
      company: move(company),
      serviceBoard: move(serviceBoard),
      status: status && { id: status.id + 5000, name: status.name, boardId: (status.boardId ?? 0) + 5000 },
      priority: move(priority),
      source: move(source),
      owner: move(owner),
    }
  })

test('promotes a sandbox configuration: references match by name, missing ones are chosen, and it is undone', async ({
  page,
}) => {
  await button(page, 'Explore the demo organisation').click()
  await expect(page.getByRole('button', { name: 'Save configuration' })).toBeVisible()
  const settings = await sandboxOf(page)
  const pilot = targetRelationship(
    {
      ...settings,
      timeEntries: {
        sync: true,
        defaultWorkRole: { id: 5019, name: 'Engineer L1' },
        defaultMember: settings.owner,
        includeNotes: false,
      },
      reverseSync: { enabled: false },
    },
    {
      id: 'pilot',
      contractName: 'Contoso pilot',
      connection: {
        name: 'Acme sandbox',
        environment: 'sandbox',
        site: 'sandbox.example.test',
        companyId: 's',
      },
    },
  )
  await choose(page, exportRelationships([pilot], at))
  await page.getByRole('combobox', { name: 'Import into' }).click()
  await page.getByRole('option', { name: /^Demo organisation/ }).click()
  await expect(page.getByText('Importing into Demo organisation')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Company .* Name, other id/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Default work role Engineer L1 5019 Missing/ })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await expect(button(page, 'Import, leave 1 open')).toBeEnabled()
  await page.getByRole('combobox', { name: 'Default work role' }).click()
  await page.getByRole('option').first().click()
  await button(page, 'Import').click()
  await expect(page.getByText('1 relationship imported.')).toBeVisible()
  await button(page, 'Undo').click()
  await expect(page.getByText('The import was taken back.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Contoso pilot/ })).toHaveCount(0)
})

test('packs a field bundle, keys only behind a passphrase, and opens it again', async ({
  page,
  host,
  userData,
}) => {
  await importAll(page, both)
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await button(page, 'Field bundle').click()
  await page.getByRole('checkbox', { name: 'Credentials' }).check()
  await page.getByLabel('Passphrase', { exact: true }).fill('aaaa')
  await expect(page.getByText('Too short: at least 12 characters.')).toBeVisible()
  await expect(button(page, 'Write the bundle')).toBeDisabled()
  const passphrase = 'tall Blue 7 kettles'
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await expect(page.getByText('Strong.')).toBeVisible()
  await page.getByLabel('Passphrase again').fill(passphrase)
  const path = join(userData, 'field.syncwright-bundle')
  await host.answer('showSaveDialog', { canceled: false, filePath: path })
  expect(await faults(page)).toEqual([])
  await button(page, 'Write the bundle').click()
  await expect(page.getByText(path)).toBeVisible()
  await button(page, 'Done').click()

  await page.getByLabel('Import file').setInputFiles(path)
  await page.getByLabel('Passphrase', { exact: true }).fill('something else')
  await button(page, 'Open').click()
  await expect(page.getByText('The passphrase does not open this bundle.')).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await button(page, 'Open').click()
  await expect(page.getByText('2 are already here')).toBeVisible()
})

test('takes a dropped file', async ({ page, userData }) => {
  writeFileSync(join(userData, fileName), both)
  await button(page, 'Files').click()
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text ?? ''], name ?? ''))
      return data
    },
    [fileName, both],
  )
  await page.getByText('Drop a configuration here').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByText('2 relationships: 2 are new.')).toBeVisible()
  expect(await faults(page)).toEqual([])
})
