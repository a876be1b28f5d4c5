// The handover sheet as PDF: printed by a window that nobody sees and that can do nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'

test('a handover sheet is printed as PDF without scripts and without a window to see', async ({
  page,
  host,
  userData,
}) => {
  const filePath = join(userData, 'sheet.pdf')
  await host.answer('showSaveDialog', { canceled: false, filePath })
  await page.getByRole('button', { name: 'Explore the demo organisation', exact: true }).click()
  await page.getByRole('button', { name: 'More about this relationship' }).click()
  await page.getByRole('menuitem', { name: 'Handover sheet as PDF' }).click()
  await expect(page.getByText('sheet.pdf', { exact: true })).toBeVisible()
  const printed = readFileSync(filePath, 'utf8')
  expect(printed).toMatch(/^%PDF-/)
  expect(printed).toContain('Handover sheet')
  const windows = (await host.calls()).filter(({ api }) => api === 'BrowserWindow')
  expect(windows.at(-1)?.args[0]).toMatchObject({
    show: false,
    webPreferences: { javascript: false, sandbox: true, contextIsolation: true, partition: 'handover' },
  })
})
