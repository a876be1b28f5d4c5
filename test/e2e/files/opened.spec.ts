// Files from outside the page: opened with the app, by a second start, or dropped anywhere on the window.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import { targetRelationship } from '../../support/relationships.ts'
import { startHost } from '../../support/host.ts'
import { expect, test } from '../fixtures.ts'

const text = exportRelationships([targetRelationship()], new Date('2026-11-23T10:00:00Z'))
const reviewed = '1 relationship: 1 is new. Nothing is stored yet.'

test('a file the app was started with is reviewed, and nothing is stored', async ({ page, userData }) => {
  const file = join(userData, 'contoso.syncwright.json')
  writeFileSync(file, text)
  const opened = await startHost(['--user-data', join(userData, 'other'), file])
  await page.goto(opened.url)
  await expect(page.getByText(reviewed)).toBeVisible()
  await page.goto('about:blank')
  expect(await opened.quit()).toBe(0)
})

test('a second start hands its file over to the window that is open', async ({ page, host, userData }) => {
  const file = join(userData, 'contoso.syncwright.json')
  writeFileSync(file, text)
  await expect(page.getByRole('button', { name: 'Files', exact: true })).toBeVisible()
  await host.happen('app', 'second-instance', [], '/', { demo: false, files: [file] })
  await expect(page.getByText(reviewed)).toBeVisible()
})

test('a file that is gone is told, and the next one is opened', async ({ page, host, userData }) => {
  const file = join(userData, 'contoso.syncwright.json')
  writeFileSync(file, text)
  await host.happen('app', 'second-instance', [], '/', { files: [join(userData, 'gone.json'), file] })
  await expect(page.getByText('gone.json cannot be read.')).toBeVisible()
  await expect(page.getByText(reviewed)).toBeVisible()
})

test('a file dropped anywhere is reviewed', async ({ page }) => {
  await expect(page.getByRole('button', { name: 'Files', exact: true })).toBeVisible()
  const data = await page.evaluateHandle((content) => {
    const dragged = new DataTransfer()
    dragged.items.add(new File([content], 'contoso.syncwright.json'))
    return dragged
  }, text)
  await expect(async () => {
    await page.dispatchEvent('body', 'drop', { dataTransfer: data })
    await expect(page.getByText(reviewed)).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('on the page Files a drop beside the zone is opened as well', async ({ page }) => {
  await page.getByRole('button', { name: 'Files', exact: true }).click()
  await expect(page.getByText('Drop a configuration here')).toBeVisible()
  const data = await page.evaluateHandle((content) => {
    const dragged = new DataTransfer()
    dragged.items.add(new File([content], 'contoso.syncwright.json'))
    return dragged
  }, text)
  await page.getByRole('heading', { name: 'Import and export' }).dispatchEvent('drop', { dataTransfer: data })
  await expect(page.getByText(reviewed)).toBeVisible()
})
