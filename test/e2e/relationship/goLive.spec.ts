// The way to the live service in the demo organisation: settings entered, a first sync played, the tickets verified.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startHost } from '../../support/host.ts'
import { faults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

const step = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Steps to go live' }).getByRole('listitem').filter({ hasText: name }).first()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
/** The first step with something to do is open already. */
async function openStep(page: Page, name: string): Promise<void> {
  const head = page.getByRole('button', { name: new RegExp(`^${name}`) })
  await expect(async () => {
    if ((await head.getAttribute('aria-expanded', { timeout: 1000 })) === 'false') await head.click()
    await expect(head).toHaveAttribute('aria-expanded', 'true', { timeout: 1000 })
  }).toPass()
}

async function openGoLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).not.toHaveValue('')
  await page.getByRole('tab', { name: 'Go live' }).click()
  await expect(page.getByRole('heading', { name: /of 8 done/ })).toBeVisible()
}

/** Tells the page that there is no network, as a browser does. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { value: false })
    window.dispatchEvent(new Event('offline'))
  })

test('from the office to the file, the site, the published form, the first sync, and what came of it', async ({
  page,
  host,
  userData,
  context,
}) => {
  const bundle = join(userData, 'contoso.syncwright-bundle')
  await test.step('at the office the configuration is changed, saved and carried away as one file', async () => {
    await openGoLive(page)
    await page.getByRole('switch', { name: 'Sync attachments' }).press('Space')
    await press(page, /^Save configuration/)
    await expect(page.getByText('No unsaved changes')).toBeVisible()
    await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click()
    await page.getByRole('checkbox', { name: 'Contoso managed services' }).check()
    await host.answer('showSaveDialog', { canceled: false, filePath: bundle })
    await press(page, 'Field bundle')
    await press(page, 'Write the bundle')
    await expect(page.getByText(bundle)).toBeVisible()
  })

  const onSite = await startHost(['--user-data', join(userData, 'site')])
  const laptop = await context.newPage()
  await laptop.goto(onSite.url)
  await test.step('on site, without a network, another computer opens it', async () => {
    await laptop.getByRole('button', { name: 'Explore the demo organisation' }).click()
    await expect(laptop.getByRole('switch', { name: 'Sync attachments' })).toBeChecked()
    await cutOff(laptop)
    await laptop.getByRole('navigation').getByRole('button', { name: 'Files' }).click()
    await laptop.getByLabel('Import file').setInputFiles(bundle)
    await press(laptop, 'Import')
    await expect(laptop.getByText('1 relationship imported.')).toBeVisible()
    await laptop
      .getByRole('navigation')
      .getByRole('button', { name: /Contoso managed services/ })
      .click()
    await expect(laptop.getByRole('switch', { name: 'Sync attachments' })).not.toBeChecked()
  })

  await test.step('the settings are entered field by field', async () => {
    await laptop.getByRole('tab', { name: 'Go live' }).click()
    await expect(step(laptop, 'Lists fresh')).toContainText('done')
    await expect(step(laptop, 'Preview without fail')).toContainText('done')
    await openStep(laptop, 'Settings entered')
    const form = laptop.getByRole('region', { name: 'Enter the settings' })
    await expect(form.getByRole('checkbox').first()).toBeVisible()
    for (const box of await form.getByRole('checkbox').all()) await box.check()
    await expect(step(laptop, 'Settings entered')).toContainText('done')
    expect(await faults(laptop)).toEqual([])
    await press(laptop, 'Go on to the next step')
    await expect(laptop.getByRole('button', { name: /^First sync/ })).toBeFocused()
  })

  await test.step('the first sync is played and read back', async () => {
    await openStep(laptop, 'First sync')
    await press(laptop, 'Play the first sync')
    await expect(laptop.getByRole('status').filter({ hasText: 'Played:' })).toBeVisible()
    await expect(laptop.getByRole('button', { name: 'Play the first sync' })).toBeFocused()
    await openStep(laptop, 'Automatic sync on')
    await expect(laptop.getByRole('checkbox', { name: 'The service now syncs by itself' })).toBeDisabled()
    await openStep(laptop, 'Verified')
    await press(laptop, /^Verify$/)
    await expect(laptop.getByText('No text reached anybody it should not.')).toBeVisible()
    await expect(laptop.getByRole('button', { name: 'Verify', exact: true })).toBeFocused()
    await expect(step(laptop, 'Verified')).toContainText('done')
    await press(laptop, /^As expected \d+/)
    await press(laptop, 'As expected in LIB-PLAIN')
    const whole = laptop.getByRole('listitem').filter({ hasText: 'LIB-PLAIN' }).getByRole('table').last()
    await expect(whole.getByRole('row').filter({ hasText: 'Company' })).toContainText('same')
    expect(await faults(laptop)).toEqual([])
    await openStep(laptop, 'Automatic sync on')
    await laptop.getByRole('checkbox', { name: 'The service now syncs by itself' }).check()
    await expect(laptop.getByRole('heading', { name: /of 8 done/ })).toHaveText(/^7 of 8 done/)
  })
  await laptop.close()
  expect(await onSite.quit(), onSite.output().err).toBe(0)
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

  // The window goes while the key is still down, so the press itself may find nobody to answer it.
  await companion.keyboard.press('Escape').catch(() => {})
  await expect.poll(() => companion.isClosed()).toBe(true)
  await expect(page.getByRole('checkbox', { name: 'Service board', exact: true })).toBeChecked()
})

test('a tick goes when its value changes, and says what it was', async ({ page }) => {
  await openGoLive(page)
  await openStep(page, 'Settings entered')
  await page.getByRole('checkbox', { name: 'Sync attachments', exact: true }).check()
  await page.getByRole('switch', { name: 'Sync attachments' }).press('Space')
  await press(page, /^Save configuration/)
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Sync attachments', exact: true })).not.toBeChecked()
  await expect(page.getByText(/was On: enter it again/)).toBeVisible()
  await expect(step(page, 'Settings entered')).toContainText('changed since')
})
