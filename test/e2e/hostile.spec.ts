// Names and texts out of ConnectWise that try to be markup, turn lines around or fill the window: they are text, everywhere.
import type { Page } from '@playwright/test'
import type { Simulator } from '../simulator/simulator.ts'
import { fillCredentials } from './connections/connectionPage.ts'
import { expect, test } from './fixtures.ts'
import { resizeWindow } from './windowSize.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const picker = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true })

const markup = '<img src=x onerror="window.hostile=1"><script>window.hostile=1</script>'
const turned = 'Hostile \u202Egnp.txt'
const hidden = 'Hostile zero\u200B\u200Dwidth \u0007\u001B[31m\u0085 control'
const huge = `Hostile ${'W'.repeat(1_000_000)}`

/** Writes the names into rows of the demo, the first ones the window shows. */
function makeHostile({ world }: Simulator) {
  const name = (rows: { [key: string]: unknown }[], field: string) => {
    for (const [index, text] of [markup, turned, hidden, huge].entries()) {
      const row = rows[index]
      if (row) row[field] = text
    }
  }
  name(
    world.companies.rows.filter(({ deletedFlag }) => deletedFlag !== true),
    'name',
  )
  for (const collection of [world.boards, world.priorities, world.sources, world.workRoles])
    name(collection.rows, 'name')
  name(world.members.rows, 'firstName')
  name(world.tickets.rows, 'summary')
  for (const { rows } of world.statuses.values())
    for (const row of rows) row['name'] = `${row['name'] === 'New' ? 'New' : 'Status'} ${markup}`
}

/** Nothing ran, nothing became an element, nothing stretched the window. */
async function expectText(page: Page) {
  const found = await page.evaluate(() => ({
    ran: 'hostile' in window,
    elements: document.querySelectorAll('img[src="x"], #root script').length,
  }))
  expect(found).toEqual({ ran: false, elements: 0 })
  const beyond = () =>
    page.evaluate(() => ({
      wide: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      tall: Math.max(0, document.documentElement.scrollHeight - window.innerHeight),
    }))
  await expect.poll(beyond, 'what reaches beyond the window').toEqual({ wide: 0, tall: 0 })
}

test('hostile names and texts are text in every place they are shown', async ({ page, connectWise }) => {
  makeHostile(connectWise.demo)
  page.on('dialog', () => expect('a dialog').toBe('never shown'))
  await button(page, 'Connect to ConnectWise').click()
  await fillCredentials(page, connectWise, { Name: markup })
  await button(page, 'Test connection').click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()
  await expectText(page)

  await button(page, 'Set up a relationship').click()
  await page.getByLabel('Contract name', { exact: true }).fill(`${turned} ${markup}`)
  await page.getByLabel('Partner', { exact: true }).fill(hidden)
  await page.getByRole('radio', { name: 'Target' }).check()
  await button(page, 'Create relationship').click()

  await picker(page, 'Company').click()
  await picker(page, 'Company').fill('Hostile')
  await expect(page.getByRole('option').first()).toBeVisible()
  // Some of them are on hold.
  await page.getByRole('button', { name: /hidden, show/ }).click()
  await expectText(page)
  await page.getByRole('option').filter({ hasText: 'WWWW' }).first().click()
  for (const label of ['Service board', 'Status', 'Priority', 'Source', 'Owner']) {
    await picker(page, label).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectText(page)
    await page.getByRole('option').first().click()
  }
  await page.getByRole('checkbox', { name: 'Discussion' }).check()
  await button(page, 'Save configuration').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expectText(page)
  await page.getByRole('tab', { name: /History/ }).click()
  await expect(page.getByRole('region', { name: 'Comparison' })).toBeVisible()
  await expectText(page)
  await button(page, 'Overview').click()
  await expect(page.getByRole('main').getByText('Hostile').first()).toBeVisible()
  await expect(page.getByText(/is gone, inactive or renamed/)).toBeVisible()
  await expectText(page)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Jump to').fill('Hostile')
  await expect(page.locator('[data-action][data-selected]')).toContainText('Hostile')
  await expectText(page)
})

test('hostile tickets are text in the preview, in full and raw', async ({ page }) => {
  await resizeWindow(page, 1440, 900)
  const texts = [markup, turned, hidden, huge]
  const tickets = texts.map((text, index) => ({
    id: 9000 + index,
    summary: text,
    recordType: 'ServiceTicket',
    board: { id: 1, name: text },
    company: { id: 250, identifier: 'Contoso', name: text },
    status: { id: 31, name: text },
    notes: [markup, turned, hidden, huge.slice(0, 100_000)].map((note, at) => ({
      id: at + 1,
      noteType: 'TicketNote',
      text: note,
      detailDescriptionFlag: true,
      member: { id: 1, name: markup },
    })),
    documents: [{ id: 1, title: markup, fileName: markup }],
    timeEntries: [{ id: 1, notes: hidden, actualHours: 1, member: { id: 1, name: markup } }],
  }))
  await button(page, 'Explore the demo organisation').click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  await page.getByLabel('Sample file').setInputFiles({
    name: `${markup.replaceAll('/', '')}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(tickets)),
  })
  const list = page.getByRole('grid', { name: 'Tickets of the sample' })
  await expect(list.getByRole('row').filter({ hasText: '9003' })).toBeVisible()
  await expectText(page)
  for (const id of ['9000', '9001', '9002', '9003']) {
    await list.getByRole('row').filter({ hasText: id }).first().click()
    const detail = page.getByRole('article', { name: 'Ticket in full' })
    await expect(detail).toContainText(id)
    for (const tab of ['What happens', /^Requests/, 'Raw']) {
      await detail.getByRole('tab', { name: tab }).click()
      await expect(detail.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
      await expectText(page)
    }
  }
})
