// The preview in the window: what one changed setting does, what is told of a ticket, and the same result as the command line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import type { Flow, PreviewResult } from '../../../shared/preview/result/previewResult.ts'
import { effective } from '../../../shared/relationship/effective.ts'
import { cliFolder } from '../../support/cli.ts'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import {
  button,
  choose,
  copied,
  detail,
  list,
  openPreview,
  row,
  settledSummary,
  summary,
} from './previewPage.ts'

// Wide enough for form, list and ticket beside each other.
test.use({ viewport: { width: 1440, height: 900 } })

const unsavedNews = (page: Page) => page.getByRole('region', { name: 'What the unsaved changes do' })

test.describe('one changed setting', () => {
  test('shows in counts, in rows and against the saved revision', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await expect(summary(page)).toHaveText(/tickets: [1-9]\d* send, [1-9]\d* skip/)
    const before = await settledSummary(page)
    await expect(unsavedNews(page)).toBeHidden()

    await page.getByRole('switch', { name: 'Reverse sync', exact: true }).click()
    await expect(summary(page)).toHaveText(/tickets: 0 send/)
    await expect(row(page, 'Reverse sync is off').first()).toContainText('was Send')
    await expect(unsavedNews(page)).toContainText(/Reverse sync off.*\d+ tickets are no longer sent/)
    const all = Number(/^\d+/.exec(before)?.[0])
    await button(page, 'Only changed tickets').click()
    const listed = async () => Number(await list(page).getAttribute('aria-rowcount')) - 1
    await expect(async () => {
      expect(await listed()).toBeLessThan(all)
      expect(await listed()).toBeGreaterThan(0)
    }).toPass()

    await page.getByRole('switch', { name: 'Reverse sync', exact: true }).click()
    await expect(summary(page)).toHaveText(before)
    await expect(unsavedNews(page)).toBeHidden()
  })

  test('says which notes would newly leave the house', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await page.getByRole('checkbox', { name: 'Internal', exact: true }).check()
    await button(page, 'Leave Internal ticked').click()
    await expect(unsavedNews(page)).toContainText(
      /Outbound\d+ notes? newly leaves? to Contoso, in \d+ tickets?/,
    )
    // The way in changes as well, which the open flow alone would not tell.
    await expect(unsavedNews(page)).toContainText(/Inbound\d+ notes? newly arrives?.*only staff read/)
    // Each flow is told once, however often one looks from one to the other.
    for (const flow of ['Inbound', 'Outbound', 'Inbound', 'Outbound'])
      await page.getByRole('radio', { name: flow }).click({ force: true })
    await expect(unsavedNews(page).getByText(/^(In|Out)bound$/)).toHaveText(['Outbound', 'Inbound'])
    await button(page, 'Only changed tickets').click()
    await row(page, /\+\d notes?/)
      .first()
      .click()
    await expect(detail(page).getByRole('region', { name: 'Staff' })).toContainText('Would newly leave')
  })

  test('is found from a ticket that would not be sent', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await button(page, /^Skip/).click()
    await row(page, 'Other company').first().click()
    await detail(page).getByRole('button', { name: 'Go to Company' }).first().click()
    await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeFocused()
  })
})

test('the requests of a ticket are shown exactly, and copied with placeholders instead of keys', async ({
  page,
}) => {
  await openPreview(page, 'Inbound')
  await choose(
    page,
    'one.json',
    JSON.stringify([
      {
        key: 'INC-1',
        summary: 'Printer offline',
        description: 'Since Monday.',
        requester: { name: 'Mara Lindqvist', email: 'mara@example.test' },
        comments: [{ type: 'public', body: 'It is the one on the left.' }],
      },
    ]),
  )
  await row(page, 'INC-1').click()
  await detail(page).getByRole('tab', { name: 'Requests 2' }).click()
  const first = detail(page).getByRole('region', { name: 'Request 1' })
  await expect(first).toContainText('POST/service/tickets')
  const body: unknown = JSON.parse(await copied(page, 'Copy request 1 as JSON'))
  expect(body).toEqual({
    summary: 'Printer offline',
    initialDescription: 'Since Monday.',
    company: { id: expect.any(Number) },
    board: { id: expect.any(Number) },
    status: { id: expect.any(Number) },
    priority: { id: expect.any(Number) },
    source: { id: expect.any(Number) },
    owner: { id: expect.any(Number) },
    externalXRef: 'INC-1',
    contactName: 'Mara Lindqvist',
    contactEmailAddress: 'mara@example.test',
  })
  await expect(first).toContainText('Contoso Ltd')
  const second = detail(page).getByRole('region', { name: 'Request 2' })
  await second.getByRole('button').first().click()
  await expect(second).toContainText('POST/service/tickets/{id}/notes')
  expect(JSON.parse(await copied(page, 'Copy request 2 as JSON'))).toEqual({
    text: 'It is the one on the left.',
    detailDescriptionFlag: true,
  })
  const curl = await copied(page, 'Copy request 1 as curl')
  expect(curl).toContain('YOUR_PUBLIC_KEY:YOUR_PRIVATE_KEY')
  expect(curl).not.toMatch(/DemoP(ublic|rivate)Key/)
})

test('the list is walked by keyboard alone, the ticket follows, and Esc goes back without discarding', async ({
  page,
}) => {
  await openPreview(page, 'Inbound')
  const attachments = page.getByRole('switch', { name: 'Sync attachments' })
  await attachments.click()
  await expect(attachments).not.toBeChecked()
  await settledSummary(page)
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  const chosen = list(page).getByRole('row', { selected: true })
  await expect(chosen).toHaveAttribute('aria-rowindex', '2')
  await expect(detail(page)).toContainText('1 of ')
  await page.keyboard.press('ArrowDown')
  await expect(list(page)).toBeFocused()
  await expect(detail(page)).toContainText('2 of ')
  await page.keyboard.press('End')
  await expect(chosen).toBeInViewport()
  const last = Number(await list(page).getAttribute('aria-rowcount'))
  await expect(chosen).toHaveAttribute('aria-rowindex', String(last))
  await page.keyboard.press('Home')
  await expect(detail(page)).toContainText('1 of ')
  expect(await faults(page, 'aside')).toEqual([])

  await page.keyboard.press('Enter')
  await expect(detail(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeFocused()

  await page.keyboard.press('Control+f')
  await expect(page.getByLabel('Search tickets')).toBeFocused()
  await page.keyboard.type('printer')
  await expect(page.getByLabel('Search tickets')).toHaveValue('printer')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Search tickets')).toHaveValue('')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(attachments).not.toBeChecked()
})

const samples: Record<Flow, unknown[]> = {
  inbound: [
    {
      key: 'INC1',
      summary: 'A title that is much longer than ConnectWise takes '.repeat(4),
      comments: [
        { type: 'public', body: 'Please call back.' },
        { type: 'internal', body: 'Known fault.' },
      ],
      attachments: [{ fileName: 'log.txt', size: 20, contentType: 'text/plain' }],
      timeEntries: [{ memberName: 'Nobody', workRole: 'None', start: '2026-11-20T08:00:00', hours: 1 }],
    },
    { key: 'INC2', summary: null },
    { key: 'INC3', summary: 'Short', timeEntries: [{ hours: 1 }] },
  ],
  outbound: [
    {
      id: 7001,
      summary: 'Goes out',
      board: { id: 1, name: 'Any' },
      company: { id: 1 },
      notes: [{ text: 'Both', detailDescriptionFlag: true, internalAnalysisFlag: true }],
    },
    { id: 7002, summary: 'A project ticket', recordType: 'ProjectTicket' },
  ],
}

test('file and snapshot give the same result as the command line', async ({ page, userData }) => {
  await openPreview(page, 'Inbound')
  const detailOf = await page.evaluate(() => window.api['relationships:get']({ id: 'demo-target' }))
  const connections = await page.evaluate(() => window.api['connections:list']({}))
  if (!detailOf.ok || !connections.ok) throw new Error('The demo organisation is not there')
  const { id, draft } = detailOf.value
  const [demo] = connections.value
  if (!demo) throw new Error('The demo connection is not there')
  const { name, environment, site, companyId } = demo
  const relationship = effective(id, draft, { name, environment, site, companyId })
  const [file = ''] = readdirSync(join(userData, 'references'))
  const cli = cliFolder({
    'relationship.json': exportRelationships([relationship], new Date('2026-11-23T10:00:00Z')),
    'reference.json': readFileSync(join(userData, 'references', file)),
    'inbound.json': JSON.stringify(samples.inbound),
    'outbound.json': JSON.stringify(samples.outbound),
  })
  const paths = ['relationship.json', '--reference', 'reference.json']

  for (const [flow, label] of [['inbound', 'Inbound'] as const, ['outbound', 'Outbound'] as const]) {
    const run = cli.run(['preview', ...paths, '--tickets', `${flow}.json`, '--flow', flow, '--json'])
    const { rows, summary: counts }: PreviewResult = JSON.parse(run.stdout)
    await page.getByRole('radio', { name: label }).check({ force: true })
    await choose(page, `${flow}.json`, JSON.stringify(samples[flow]))
    const said = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`)
    await expect(summary(page)).toHaveText(`${rows.length} tickets: ${said.join(', ')}`)
    for (const expected of rows) {
      await row(page, expected.key).click()
      await detail(page).getByRole('tab', { name: 'Raw' }).click()
      await detail(page).getByRole('radio', { name: 'Result' }).check({ force: true })
      await expect(detail(page)).toContainText(expected.key)
      expect(JSON.parse(await copied(page, 'Copy raw data'))).toEqual(expected)
    }
  }
})
