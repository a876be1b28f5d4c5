// Where the tickets of the preview come from and go: files, ConnectWise, and what is kept.
import { draftOf } from '../../../shared/relationship/effective.ts'
import { targetRelationship } from '../../support/relationships.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import {
  button,
  choose,
  detail,
  fromMenu,
  openContoso,
  openPreview,
  openSandbox,
  row,
  settledSummary,
  summary,
} from './previewPage.ts'

test('a CSV file with two bad rows is taken without them, each named', async ({ page }) => {
  await openPreview(page, 'Inbound')
  const csv = 'key;summary;description\n1;Printer;A\n;No key;B\n3;Too;many;cells\n4;Mail;C\n5\n'
  await choose(page, 'monday.csv', `\uFEFF${csv}`)
  await expect(page.getByText('2 rows were not read')).toBeVisible()
  for (const name of ['Row 3:', 'Row 4:'])
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect(summary(page)).toHaveText(/^3 tickets: /)
  await expect(row(page, 'Mail')).toBeVisible()
  await expect(page.getByTitle('Tickets in use: monday.csv')).toBeVisible()

  await button(page, 'Close the row list').press('Enter')
  await expect(page.getByTitle('Tickets in use: monday.csv')).toBeFocused()

  await choose(page, 'holiday.jpg', 'nothing to read here')
  await expect(page.getByRole('alert')).toContainText('no key and no summary')
  await expect(summary(page)).toHaveText(/^3 tickets: /)
})

test('a list of tickets dropped on the preview is its sample', async ({ page }) => {
  await openPreview(page, 'Inbound')
  const data = await page.evaluateHandle(() => {
    const dragged = new DataTransfer()
    dragged.items.add(new File(['[{"key":"D-7","summary":"Badge reader dark"}]'], 'week48.json'))
    return dragged
  })
  await summary(page).dispatchEvent('drop', { dataTransfer: data })
  await expect(row(page, 'Badge reader dark')).toBeVisible()
  await expect(page.getByTitle('Tickets in use: week48.json')).toBeVisible()
})

test('tickets are read from ConnectWise with progress and a stop, and nothing is written there', async ({
  page,
  host,
  connectWise,
  userData,
}) => {
  const { demo } = connectWise
  await openSandbox(page, { connectWise, userData, host })
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  await expect(summary(page)).toHaveText(/ send, /)
  const library = await settledSummary(page)

  demo.latency = 300
  await fromMenu(page, 'Read from ConnectWise')
  await page.getByRole('dialog').getByRole('button', { name: 'Read tickets' }).click()
  await expect(page.getByText(/^Reading tickets, \d+ of \d+/)).toBeVisible()
  await button(page, 'Stop reading').click()
  await expect(page.getByText(/^Reading tickets/)).toBeHidden()
  await expect(summary(page)).toHaveText(library)

  demo.latency = 0
  await fromMenu(page, 'Read from ConnectWise')
  await page.getByRole('dialog').getByLabel('At most').selectOption('100')
  await page.getByRole('dialog').getByRole('button', { name: 'Read tickets' }).click()
  await expect(page.getByTitle('Tickets in use: From ConnectWise')).toBeVisible()
  await expect(summary(page)).not.toHaveText(library)
  expect(demo.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))).toEqual(
    [],
  )
  expect(demo.maxInFlight()).toBeLessThanOrEqual(6)
})

test('a file chosen for the other flow while tickets are read stays in use', async ({
  page,
  host,
  connectWise,
  userData,
}) => {
  await openSandbox(page, { connectWise, userData, host })
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  connectWise.demo.latency = 300
  await fromMenu(page, 'Read from ConnectWise')
  await page.getByRole('dialog').getByLabel('At most').selectOption('100')
  await page.getByRole('dialog').getByRole('button', { name: 'Read tickets' }).click()
  await expect(page.getByText(/^Reading tickets, /)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Inbound' }).check({ force: true })
  await choose(page, 'monday.csv', 'key,summary\n1,Printer\n')
  await expect(summary(page)).toHaveText(/^1 ticket: /)
  connectWise.demo.latency = 0
  await expect(page.getByText(/^Reading tickets, /)).toBeHidden()
  await expect(summary(page)).toHaveText(/^1 ticket: /)
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  await expect(page.getByTitle('Tickets in use: From ConnectWise')).toBeVisible()
})

test('a sample is kept without its people, is there after a reload, and is deleted', async ({
  page,
  host,
  userData,
}) => {
  await openPreview(page, 'Inbound')
  await page.getByTitle(/^Tickets in use/).click()
  await expect(page.getByRole('menuitem', { name: 'Keep sample' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await choose(page, 'monday.csv', 'key,summary,requesterName\nINC1,Call Mara,Mara Lindqvist\n')
  await expect(row(page, 'Call Mara')).toBeVisible()
  expect(readdirSync(userData)).not.toContain('samples')

  await fromMenu(page, 'Keep sample')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Monday, nobody in it')
  await dialog.getByLabel('Anonymise first').check()
  expect(await faults(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Keep sample' }).click()
  await expect(page.getByText(/^Kept “Monday, nobody in it”: 1 ticket, \d+ bytes\.$/)).toBeVisible()
  const [file = ''] = readdirSync(join(userData, 'samples'))
  expect(readFileSync(join(userData, 'samples', file), 'utf8')).not.toMatch(/mara|lindqvist/i)

  await page.goto(host.origin)
  await openContoso(page)
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  await fromMenu(page, 'Kept samples')
  await expect(dialog.getByRole('listitem')).toContainText(/Inbound.*1 ticket · \d+ bytes · kept \d\d:\d\d/)
  expect(await faults(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Load “Monday, nobody in it”' }).click()
  await expect(page.getByRole('radio', { name: 'Inbound' })).toBeChecked()
  await expect(summary(page)).toHaveText(/^1 ticket: /)
  await row(page, 'INC1').click()
  await expect(detail(page)).toContainText('Person 1')
  await page.keyboard.press('Escape')

  await fromMenu(page, 'Kept samples')
  await dialog.getByRole('button', { name: 'Delete “Monday, nobody in it”', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Delete “Monday, nobody in it” for good' }).click()
  await expect(dialog.getByText('No sample is kept')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  expect(readdirSync(join(userData, 'samples'))).toEqual([])
})

test('a file with nothing to read in it is refused with its places, and the sample stays', async ({
  page,
}) => {
  await openPreview(page, 'Inbound')
  const library = await settledSummary(page)
  await choose(page, 'blank.json', JSON.stringify([{ key: '' }, { key: ' ' }]))
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([/^row 1: /, /^row 2: /])
  await expect(summary(page)).toHaveText(library)
  await button(page, 'Close this message').press('Enter')
  await expect(page.getByTitle('Tickets in use: Sample library')).toBeFocused()
})

test('without a network tickets are not read, and the menu says why', async ({ page, context }) => {
  const saved = await page.evaluate(() =>
    window.api['connections:save']({
      id: null,
      values: {
        name: 'Acme',
        environment: 'sandbox',
        site: 'na.myconnectwise.net',
        companyId: 'acme',
        publicKey: 'public',
        clientId: '00000000-0000-4000-8000-000000000000',
      },
      privateKey: 'private',
    }),
  )
  const connectionId = saved.ok ? saved.value.id : ''
  const created = await page.evaluate((input) => window.api['relationships:create'](input), {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target' as const,
    connectionId,
  })
  await page.evaluate((input) => window.api['relationships:save'](input), {
    id: created.ok ? created.value.id : '',
    draft: draftOf(targetRelationship(), connectionId),
    baseRevision: 1,
    note: '',
    overrideKey: null,
  })
  await page.reload()
  await openContoso(page)
  // The code of the preview comes over the network too.
  await expect(page.getByTitle(/^Tickets in use/)).toBeVisible()
  await context.setOffline(true)
  await page.getByTitle(/^Tickets in use/).click()
  const item = page.getByRole('menuitem', { name: 'Read from ConnectWise' })
  await expect(item).toBeDisabled()
  await expect(item).toContainText('Offline')
  await context.setOffline(false)
  await expect(item).toBeEnabled()
})
