// A sample of another system: its columns are asked about, preset by their names, and remembered for the same headers.
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { button, choose, openPreview, row, settledSummary, summary } from './previewPage.ts'

const csv = [
  'sep=;',
  'Ticket Number;Title;Details;Contact;Case Number;Queue',
  'T20261120.0042;Scanner sends empty pages;Every page is white.;Zoë Müller;88412;Service Desk',
  'T20261120.0043;Door does not open;;Ana Silva;88413;Field',
  'T20261120.0044;Too;many;cells;here;and;more',
  ';No number;;;88414',
  'T20261120.0045;Mail',
].join('\r\n')

test('the columns of another system are asked about before its tickets are used', async ({ page }) => {
  await openPreview(page, 'Inbound')
  const before = await settledSummary(page)
  await choose(page, 'autotask.csv', csv)
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  await expect(dialog).toContainText('Semicolon, as its line sep= says')
  await expect(dialog.getByRole('row')).toHaveCount(7)
  await expect(dialog.getByRole('combobox', { name: 'Ticket Number' })).toHaveValue('key')
  await expect(dialog.getByRole('combobox', { name: 'Queue' })).toHaveValue('')
  await expect(dialog.getByRole('row', { name: /Case Number/ })).toContainText('could be Key too')
  await expect(dialog.getByText('2 rows are not read.')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'As it would be read' })).toContainText(
    'Scanner sends empty pages',
  )
  expect(await faults(page)).toEqual([])

  await dialog.getByRole('combobox', { name: 'Ticket Number' }).selectOption('not used')
  await expect(dialog.getByRole('button', { name: 'Use these columns' })).toBeDisabled()
  await expect(dialog.getByText('The file has no key that is known by its name')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Case Number' }).selectOption('Key')
  await expect(dialog.getByRole('row', { name: /Case Number/ })).toContainText('chosen by you')
  await expect(dialog).toContainText('--columns key="Case Number",summary=Title')
  await dialog.getByRole('button', { name: 'Next row' }).click()
  await expect(dialog.getByRole('region', { name: 'As it would be read' })).toContainText('88413')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(summary(page)).toHaveText(before)

  await choose(page, 'autotask.csv', csv)
  await expect(dialog.getByRole('combobox', { name: 'Case Number' })).toHaveValue('')
  await dialog.getByRole('combobox', { name: 'Case Number' }).selectOption('Key')
  await button(page, 'Use these columns').click()
  await expect(dialog).toBeHidden()
  await expect(summary(page)).toHaveText(/^3 tickets: /)
  await expect(row(page, '88412')).toBeVisible()

  await choose(page, 'december.csv', csv)
  await expect(dialog.getByRole('combobox', { name: 'Case Number' })).toHaveValue('key')
})

test('a large export is asked about and read beside the page', async ({ page }) => {
  await openPreview(page, 'Inbound')
  const lines = Array.from(
    { length: 6000 },
    (_, at) => `${at + 1},Printer ${at + 1} in room ${at} is offline since Monday`,
  )
  await choose(page, 'large.csv', ['Number,Subject', ...lines].join('\n'))
  await expect(page.getByRole('dialog', { name: 'Columns' })).toContainText('6,000 rows')
  await button(page, 'Use these columns').click()
  await expect(summary(page)).toHaveText(/^6,000 tickets: /)
})
