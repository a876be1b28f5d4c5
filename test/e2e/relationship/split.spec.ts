// Form, ticket list and ticket in one sight: beside each other in a wide window, the ticket over the list in a narrow one.
import type { Locator, Page } from '@playwright/test'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { button, choose, detail, list, openPreview, row } from '../preview/previewPage.ts'
import { resizeWindow } from '../windowSize.ts'

const company = (page: Page) => page.getByRole('combobox', { name: 'Company', exact: true })
const save = (page: Page) => button(page, /^Save configuration/)
const handle = (page: Page, name: string) => page.getByRole('separator', { name })

const boxOf = async (element: Locator) => {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element.toString()} is not on the screen`)
  return box
}

const ticket = [
  {
    key: 'INC-7',
    summary: 'Printer offline',
    comments: [
      { type: 'internal', author: 'Oskar', body: 'Check the contract first.' },
      { type: 'internal', author: 'Oskar', body: 'Known fault.' },
      { type: 'public', author: 'Mara', body: 'It is the one on the left.' },
    ],
  },
]

test('in wide windows form, list and ticket stand beside each other, and the ticket tells what a change did', async ({
  page,
}) => {
  await openPreview(page, 'Inbound')
  await choose(page, 'one.json', JSON.stringify(ticket))
  await row(page, 'INC-7').click()
  for (const [width, height] of [
    [2560, 1440],
    [1920, 1080],
    [1440, 900],
  ] as const) {
    await resizeWindow(page, width, height)
    await expect(save(page)).toBeInViewport()
    await expect(async () => {
      const [form, tickets, full] = [
        await boxOf(company(page)),
        await boxOf(list(page)),
        await boxOf(detail(page)),
      ]
      expect(form.x + form.width, `at ${width} px`).toBeLessThan(tickets.x)
      expect(tickets.x + tickets.width, `at ${width} px`).toBeLessThanOrEqual(full.x)
      expect(full.x + full.width, `at ${width} px`).toBeLessThanOrEqual(width)
    }).toPass()
    expect(await faults(page), `at ${width} px`).toEqual([])
  }

  const change = detail(page).getByRole('region', { name: 'What the last change did' })
  await expect(change).toBeHidden()
  await page.getByRole('checkbox', { name: 'Internal', exact: true }).check()
  await button(page, 'Leave Internal ticked').click()
  await expect(change).toContainText('Internal ticked')
  await expect(change).toContainText('2 notesStaysSends')
  await expect(change).toContainText('Requests 2 4')
  await expect(detail(page).getByRole('tab', { name: /^Requests 2/ })).toContainText('4')
  expect(await faults(page)).toEqual([])

  await company(page).click()
  await page.keyboard.type('Northwind')
  await page.getByRole('option', { name: 'Northwind IT Services' }).click()
  await expect(change).toContainText('Company: Northwind IT Services')
  await expect(change).toContainText('companyContoso LtdNorthwind IT Services')
  await expect(change).not.toContainText('Internal')

  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(change).toBeHidden()
  await expect(detail(page)).toContainText('INC-7')
})

test('a change that leaves the ticket as it is says so', async ({ page }) => {
  await resizeWindow(page, 1440, 900)
  await openPreview(page, 'Inbound')
  await choose(page, 'one.json', JSON.stringify(ticket))
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  const change = detail(page).getByRole('region', { name: 'What the last change did' })
  await expect(change).toContainText('Sync attachments off')
  await expect(change).toContainText('Nothing changes for this ticket.')
})

for (const [width, height] of [
  [1280, 800],
  [900, 600],
  [640, 400],
] as const)
  test(`at ${width} px the ticket lies over the list, never over form or save bar, by keyboard alone`, async ({
    page,
  }) => {
    await resizeWindow(page, width, height)
    await button(page, 'Explore the demo organisation').click()
    await expect(company(page)).toBeVisible()
    await page.keyboard.press('Control+f')
    await expect(page.getByRole('searchbox', { name: 'Search tickets' })).toBeFocused()
    await expect(list(page).getByRole('row').nth(2)).toBeVisible()
    await list(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(detail(page)).toBeFocused()
    await expect(detail(page)).toContainText(/[1-9]\d* of \d+/)
    await expect(list(page)).toBeHidden()
    await expect(save(page)).toBeInViewport()
    await expect(async () => {
      const [full, bar] = [await boxOf(detail(page)), await boxOf(save(page))]
      if (width >= 900) {
        const form = await boxOf(company(page))
        expect(form.x + form.width).toBeLessThan(full.x)
      }
      expect(bar.x + bar.width <= full.x || full.y + full.height <= bar.y).toBe(true)
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(detail(page)).toBeHidden()
    await expect(list(page)).toBeFocused()
    await expect(list(page).getByRole('row', { selected: true })).toBeInViewport()
  })

test('panes are resized by arrow keys and by mouse, and stay so', async ({ page, host }) => {
  await resizeWindow(page, 1920, 1080)
  await openPreview(page, 'Inbound')
  const form = handle(page, 'Width of the form')
  const tickets = handle(page, 'Width of the ticket list')
  await expect(form).toHaveAttribute('aria-valuenow', '676')
  await form.focus()
  await page.keyboard.press('ArrowRight')
  await expect(form).toHaveAttribute('aria-valuenow', '692')
  await page.keyboard.press('Home')
  await expect(form).toHaveAttribute('aria-valuenow', '440')
  const at = await boxOf(tickets)
  const before = Number(await tickets.getAttribute('aria-valuenow'))
  await page.mouse.move(at.x + 4, at.y + 300)
  await page.mouse.down()
  await page.mouse.move(at.x + 54, at.y + 300, { steps: 5 })
  await page.mouse.up()
  await expect(tickets).toHaveAttribute('aria-valuenow', String(before + 50))

  await page.goto(host.origin)
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Contoso managed services/ })
    .click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(form).toHaveAttribute('aria-valuenow', '440')
  await expect(tickets).toHaveAttribute('aria-valuenow', String(before + 50))
  await form.dblclick()
  await expect(form).toHaveAttribute('aria-valuenow', '676')
  await resizeWindow(page, 1280, 800)
  await expect(handle(page, 'Width of the right pane')).toHaveAttribute('aria-valuenow', '408')
})
