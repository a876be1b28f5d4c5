// The window and the command line judge the same file and snapshot alike.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '../fixtures.ts'

const cli = resolve(import.meta.dirname, '../../../out/cli/index.js')

/** The command's result; `check` exits with 1 when there are errors, which is an answer too. */
const check = (file: string, reference: string): Promise<string> =>
  new Promise((done) => {
    const args = [cli, 'check', file, '--reference', reference, '--json']
    execFile(process.execPath, args, (_error, output) => done(output))
  })

test('check --json finds what the window finds', async ({ page, host, userData }) => {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  const priority = page.getByRole('combobox', { name: 'Priority', exact: true })
  await expect(priority).toHaveValue('Priority 3 - Medium')
  await page.locator('[data-path="priority"]').getByRole('button', { name: 'Clear this choice' }).click()
  await page.getByRole('checkbox', { name: 'Internal' }).check()
  await page.getByRole('button', { name: 'Leave Internal ticked' }).click()
  await page.getByRole('button', { name: 'Save configuration' }).click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  const file = join(userData, 'export.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: file })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(`Exported to ${file}. The relationship is not ready`)).toBeVisible()

  const [snapshot = ''] = readdirSync(join(userData, 'references'))
  const { relationships } = JSON.parse(await check(file, join(userData, 'references', snapshot)))
  const codes: string[] = relationships[0].findings.map(({ code }: { code: string }) => code)
  expect(codes).toContain('priority-required')
  expect(codes).toContain('internal-notes-leave')
  const panel = page.getByRole('tabpanel', { name: /Findings/ })
  for (const code of codes) await expect(panel.getByText(code, { exact: true })).toBeVisible()
  await expect(panel.getByRole('button', { name: /^Go to/ })).toHaveCount(codes.length)
})
