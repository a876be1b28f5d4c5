// The way to the live service in the demo organisation: settings entered, a first sync played, the tickets verified.
import type { Page } from '@playwright/test'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Steps to go live' }).getByRole('listitem').filter({ hasText: name }).first()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
/** The first step with something to do is open already. */
async function openStep(page: Page, name: string): Promise<void> {
  const head = page.getByRole('button', { name: new RegExp(`^${name}`) })
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
}

async function openGoLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).not.toHaveValue('')
  await page.getByRole('tab', { name: 'Go live' }).click()
  await expect(page.getByRole('heading', { name: /of 8 done/ })).toBeVisible()
}

test('settings are entered, a first sync is played, and the tickets are as expected', async ({ page }) => {
  test.setTimeout(90_000)
  await openGoLive(page)
  await expect(step(page, 'Lists fresh')).toContainText('done')

  await openStep(page, 'Settings entered')
  const companion = page.getByRole('region', { name: 'Enter the settings' })
  const boxes = companion.getByRole('checkbox')
  for (const box of await boxes.all()) await box.check()
  await expect(step(page, 'Settings entered')).toContainText('done')
  expect(await faults(page)).toEqual([])

  await openStep(page, 'First sync')
  await press(page, 'Play the first sync')
  await expect(page.getByRole('status').filter({ hasText: 'Played:' })).toBeVisible()
  await expect(step(page, 'First sync')).toContainText('done')

  await openStep(page, 'Verified')
  await press(page, /^Verify$/)
  await expect(page.getByText('No text reached anybody it should not.')).toBeVisible()
  await expect(step(page, 'Verified')).toContainText('done')
  expect(await faults(page)).toEqual([])

  await openStep(page, 'Automatic sync on')
  await page.getByRole('checkbox', { name: 'The service now syncs by itself' }).check()
  await expect(step(page, 'Automatic sync on')).toContainText('done')
})

test('a text that reached somebody it should not comes first, and loud', async ({ page }) => {
  await openGoLive(page)
  await openStep(page, 'First sync')
  await page.getByText('Mistakes it makes: none').click()
  await page.getByRole('checkbox', { name: 'Notes of unselected types arrive' }).check()
  await press(page, 'Play the first sync')
  await expect(page.getByRole('status').filter({ hasText: 'Played:' })).toBeVisible()

  await openStep(page, 'Verified')
  await press(page, /^Verify$/)
  await expect(page.getByRole('alert')).toContainText('reached somebody')
  await expect(page.getByRole('region', { name: 'Reached somebody it should not' })).toContainText(
    'note-not-expected',
  )
  await expect(step(page, 'Verified')).toContainText('to look at')
  expect(await faults(page)).toEqual([])
})

test('the companion stays beside the browser, and both windows show the same ticks', async ({
  page,
  problems,
}) => {
  await openGoLive(page)
  await openStep(page, 'Settings entered')
  const opened = page.waitForEvent('popup')
  await press(page, 'Keep on top')
  const companion = await opened
  companion.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  const card = companion.getByRole('region', { name: 'Current field' })
  const count = companion.getByRole('status').filter({ hasText: 'entered' })
  await expect(card.getByRole('heading')).toHaveText('Company')
  await expect(companion.getByRole('checkbox', { name: 'Company', exact: true })).toBeFocused()

  await companion.keyboard.press('Control+c')
  await expect(companion.getByRole('status').filter({ hasText: 'Copied Company' })).toBeAttached()
  await companion.keyboard.press('Enter')
  await expect(card.getByRole('heading')).toHaveText('Service board')
  await expect(page.getByRole('checkbox', { name: 'Company', exact: true })).toBeChecked()

  await page.getByRole('checkbox', { name: 'Status', exact: true }).check()
  await expect(companion.getByRole('checkbox', { name: 'Status', exact: true })).toBeChecked()
  await companion.keyboard.press('Space')
  await companion.keyboard.press('ArrowDown')
  await expect(card.getByRole('heading')).toHaveText('Status')
  await expect(count).toHaveText(/^3 of \d+ entered$/)
  await companion.keyboard.press('Enter')
  await expect(card.getByRole('heading')).toHaveText('Priority')
  expect(await faults(companion)).toEqual([])

  await companion.keyboard.press('Escape')
  await expect.poll(() => companion.isClosed()).toBe(true)
  await expect(page.getByRole('checkbox', { name: 'Service board', exact: true })).toBeChecked()
})

test('a tick goes when its value changes, and says what it was', async ({ page }) => {
  await openGoLive(page)
  await openStep(page, 'Settings entered')
  await page.getByRole('checkbox', { name: 'Sync attachments', exact: true }).check()
  await page.getByRole('switch', { name: 'Sync attachments' }).click()
  await press(page, /^Save configuration/)
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Sync attachments', exact: true })).not.toBeChecked()
  await expect(page.getByText(/was On: enter it again/)).toBeVisible()
  await expect(step(page, 'Settings entered')).toContainText('changed since')
})
