// The preview in the window: what one changed setting does, where samples come from and go, and the same result as the command line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { targetDraft } from '../../main/demoDrafts.ts'
import { exportRelationships } from '../../shared/files/export.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import type { Flow, PreviewResult } from '../../shared/preview/result.ts'
import { effective } from '../../shared/settings/effective.ts'
import { cliFolder } from '../support/cli.ts'
import { expect, test } from './fixtures.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const list = (page: Page) => page.getByRole('grid', { name: 'Tickets of the sample' })
const row = (page: Page, text: string | RegExp) => list(page).getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('article', { name: 'Ticket in full' })
const summary = (page: Page) => page.getByText(/^[\d,]+ tickets?: /)

async function openPreview(page: Page, flow: 'Inbound' | 'Outbound') {
  await button(page, 'Explore the demo organisation').click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: flow }).check({ force: true })
  await expect(list(page)).toBeVisible()
}

const openContoso = async (page: Page) => {
  await button(page, 'Contoso managed services Target · Contoso').click()
  await page.getByRole('tab', { name: 'Preview' }).click()
}

const fromMenu = async (page: Page, item: string) => {
  await page.getByTitle(/^Tickets in use/).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

const choose = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Sample file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

/** What axe finds in a part of the page. */
const faults = async (page: Page, part: string) =>
  (await new AxeBuilder({ page }).include(part).analyze()).violations

/** What a click on a copy button puts into the clipboard. */
async function copied(page: Page, name: string): Promise<string> {
  const copy = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const listen = () => resolve(String(document.getSelection() ?? ''))
        document.addEventListener('copy', listen, { once: true })
      }),
  )
  await button(page, name).click()
  return copy
}

test.describe('one changed setting', () => {
  test('shows in counts, in rows and against the saved revision', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await expect(summary(page)).toHaveText(/tickets: [1-9]\d* send, [1-9]\d* skip/)
    const before = await summary(page).textContent()
    await expect(page.getByText(/Against the saved revision/)).toBeHidden()

    await page.getByRole('switch', { name: 'Reverse sync', exact: true }).click()
    await expect(summary(page)).toHaveText(/tickets: 0 send/)
    await expect(row(page, 'Reverse sync is off').first()).toContainText('was Send')
    await expect(page.getByText(/Against the saved revision: \d+ tickets change verdict/)).toBeVisible()
    const all = Number(/^\d+/.exec(before ?? '')?.[0])
    await button(page, 'Show only these').click()
    const listed = async () => Number(await list(page).getAttribute('aria-rowcount')) - 1
    await expect.poll(listed).toBeLessThan(all)
    expect(await listed()).toBeGreaterThan(0)

    await page.getByRole('switch', { name: 'Reverse sync', exact: true }).click()
    await expect(summary(page)).toHaveText(before ?? '')
    await expect(page.getByText(/Against the saved revision/)).toBeHidden()
  })

  test('says which notes would newly leave the house', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await page.getByRole('checkbox', { name: 'Internal', exact: true }).check()
    await button(page, 'Leave Internal ticked').click()
    await expect(page.getByText(/no ticket changes verdict, \d+ notes? would newly leave/)).toBeVisible()
    await button(page, 'Show only these').click()
    await row(page, /would newly leave/)
      .first()
      .click()
    await expect(detail(page).getByRole('region', { name: 'Staff' })).toContainText('Would newly leave')
  })

  test('is found from a ticket that would not be sent', async ({ page }) => {
    await openPreview(page, 'Outbound')
    await button(page, /^Skip/).click()
    await row(page, 'Other company').first().click()
    await detail(page).getByRole('button', { name: 'Go to Company' }).first().click()
    await expect(detail(page)).toBeHidden()
    await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeFocused()
  })
})

test('a CSV file with three bad rows is taken without them, each named', async ({ page }) => {
  await openPreview(page, 'Inbound')
  const csv = 'key;summary;description\n1;Printer;A\n;No key;B\n3;Too;many;cells\n4;Mail;C\n5\n'
  await choose(page, 'monday.csv', `\uFEFF${csv}`)
  await expect(page.getByText('3 rows need a look')).toBeVisible()
  for (const name of ['Row 3:', 'Row 4:', 'Row 6:'])
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await expect(summary(page)).toHaveText(/^2 tickets: /)
  await expect(row(page, 'Mail')).toBeVisible()
  await expect(page.getByTitle('Tickets in use: monday.csv')).toBeVisible()

  await choose(page, 'holiday.jpg', 'nothing to read here')
  await expect(page.getByRole('alert')).toContainText('neither a JSON list of tickets nor a CSV file')
  await expect(summary(page)).toHaveText(/^2 tickets: /)
})

test('tickets are read from ConnectWise with progress and a stop, and nothing is written there', async ({
  page,
  host,
  connectWise,
  userData,
}) => {
  test.slow()
  const { url, companyId, publicKey, clientId, privateKey, demo } = connectWise
  const saved = await page.evaluate((input) => window.api['connections:save'](input), {
    id: null,
    values: { name: 'Acme sandbox', environment: 'sandbox', site: url, companyId, publicKey, clientId },
    privateKey,
  } as const)
  const connectionId = saved.ok ? saved.value.id : ''
  const target = { connectionId, overrideOf: null }
  await page.evaluate((input) => window.api['reference:refresh'](input), { callId: 'r', target })
  const created = await page.evaluate((input) => window.api['relationships:create'](input), {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target' as const,
    connectionId,
  })
  const [file = ''] = readdirSync(join(userData, 'references'))
  const snapshot = parseSnapshotFile(readFileSync(join(userData, 'references', file), 'utf8'))
  await page.evaluate((input) => window.api['relationships:save'](input), {
    id: created.ok ? created.value.id : '',
    draft: targetDraft(connectionId, snapshot.ok ? snapshot.value.collections : {}),
    baseRevision: 1,
    note: '',
    overrideKey: null,
  })
  await page.goto(host.origin)
  await openContoso(page)
  await page.getByRole('radio', { name: 'Outbound' }).check({ force: true })
  await expect(summary(page)).toHaveText(/ send, /)
  const library = (await summary(page).textContent()) ?? ''

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
  await expect(page.getByTitle('Tickets in use: From ConnectWise')).toBeVisible({ timeout: 20_000 })
  await expect(summary(page)).not.toHaveText(library)
  expect(demo.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))).toEqual(
    [],
  )
  expect(demo.maxInFlight()).toBeLessThanOrEqual(6)
})

test('a sample is kept without its people, is there after a reload, and is deleted', async ({
  page,
  host,
  userData,
}) => {
  test.slow()
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
  await dialog.getByRole('button', { name: 'Delete “Monday, nobody in it” for good' }).click()
  await expect(dialog.getByText('No sample is kept')).toBeVisible()
  expect(readdirSync(join(userData, 'samples'))).toEqual([])
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

test('the list is walked by keyboard alone, the detail follows, and Esc goes back without discarding', async ({
  page,
}) => {
  await openPreview(page, 'Inbound')
  const attachments = page.getByRole('switch', { name: 'Sync attachments' })
  await attachments.click()
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  const chosen = list(page).getByRole('row', { selected: true })
  await expect(chosen).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('1 of ')
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(detail(page)).toContainText('2 of ')
  await page.keyboard.press('End')
  await expect(chosen).toBeInViewport()
  const last = Number(await list(page).getAttribute('aria-rowcount'))
  await expect(chosen).toHaveAttribute('aria-rowindex', String(last))
  await page.keyboard.press('Home')
  await expect(detail(page)).toContainText('1 of ')
  expect(await faults(page, 'aside')).toEqual([])

  await page.keyboard.press('Control+f')
  await page.keyboard.type('printer')
  await expect(page.getByLabel('Search tickets')).toHaveValue('printer')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Search tickets')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(detail(page)).toBeHidden()
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
  test.slow()
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
    await page.keyboard.press('Escape')
  }
})
