// Every state of the preview passes axe, in light and in dark, in a large window and in a small one.
import type { Page } from '@playwright/test'
import { faults, faultsInBoth } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { button, choose, detail, fromMenu, list, openPreview, row } from './previewPage.ts'
import { resizeWindow } from '../windowSize.ts'

async function expectNoViolations(page: Page, state: string, find = faultsInBoth) {
  expect(await find(page), state).toEqual([])
}

const odd = [
  {
    key: 'K-'.padEnd(80, '9'),
    summary: 'Ein außerordentlich langer Titel '.repeat(12),
    comments: [
      { type: 'public', author: 'A'.repeat(90), body: 'W'.repeat(400) },
      { type: 'internal', body: 'מסך שחור' },
    ],
    attachments: [{ fileName: `${'f'.repeat(200)}.log`, size: 123_456_789_012 }],
    timeEntries: [{ memberName: 'Nobody '.repeat(12), start: '2026-11-20T08:00:00', hours: 1 }],
  },
  { key: '', summary: 'Without a key' },
  { key: 'R', summary: 'مرحبا بالعالم هذا عنوان طويل جدا' },
]

/** Colours do not depend on the size, so they are looked at in dark once. */
const sizes = [
  [1280, 800, faults],
  [900, 600, faults],
  [640, 400, faultsInBoth],
] as const

test('the preview passes axe in light and dark', async ({ page }) => {
  await openPreview(page, 'Outbound')
  await page.getByTitle(/^Tickets in use/).click()
  await expect(page.getByRole('menuitem', { name: 'Type one', exact: true })).toBeVisible()
  await expectNoViolations(page, 'menu of samples')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  for (const name of ['Read from ConnectWise', 'Type one', 'Kept samples']) {
    await fromMenu(page, name)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectNoViolations(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('radio', { name: 'Inbound' }).check({ force: true })
  await choose(page, 'zero.json', '[]')
  await expect(page.getByText('No tickets to try yet')).toBeVisible()
  await expectNoViolations(page, 'no tickets')
  await choose(page, 'odd.json', JSON.stringify(odd))
  await row(page, 'Ein außer').click()
  for (const [width, height, find] of sizes) {
    await resizeWindow(page, width, height)
    // Beside the form, or over it and to be opened.
    if (!(await detail(page).isVisible())) await button(page, /^Check/).click()
    for (const tab of ['What happens', /Requests/, 'Raw']) {
      await detail(page).getByRole('tab', { name: tab }).click()
      await expectNoViolations(page, `${String(tab)} at ${width}`, find)
    }
    await page.keyboard.press('Escape')
    await expect(list(page)).toHaveJSProperty('scrollLeft', 0)
    await list(page).scrollIntoViewIfNeeded()
    await expect.poll(async () => (await list(page).boundingBox())?.height).toBeGreaterThan(100)
    await page.keyboard.press('Enter')
  }
  await expectNoViolations(page, 'pane over the form')
})
