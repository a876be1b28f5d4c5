// The keyboard: the list of shortcuts, the walk through the panes, refresh and export by key, and the palette.
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { resizeWindow } from './windowSize.ts'

const explore = async (page: Page) => {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).not.toHaveValue('')
}

/** Opens the palette and waits until Enter would take what was found: the palette points at it a moment later. */
const search = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Jump to' }).fill(words)
  await expect(page.locator('[data-action][data-selected]')).toContainText(words, { ignoreCase: true })
}

/** Waits until this pane of the window holds the focus. */
const expectFocusIn = (page: Page, wanted: string) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const focused = document.activeElement
        return ['nav', 'aside', 'main', 'footer'].find((pane) => focused?.closest(pane)) ?? 'none'
      }),
    )
    .toBe(wanted)

test.describe('the list of shortcuts', () => {
  test('opens on a key that comes before the first answer of the app', async ({ page }) => {
    await page.addInitScript(() => {
      // What main answers is heard a second late: no socket hands a message on at once.
      globalThis.WebSocket = class extends WebSocket {
        override addEventListener(kind: string, heard: EventListener) {
          const late = (event: Event) => setTimeout(() => heard(event), 1000)
          super.addEventListener(kind, kind === 'message' ? late : heard)
        }
      }
      window.addEventListener('load', () =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true }),
        ),
      )
    })
    await page.reload()
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  })

  test('opens on ?, passes axe, and gives the focus back', async ({ page }) => {
    await explore(page)
    await page.getByRole('tab', { name: /Findings/ }).click()
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    for (const key of ['Ctrl K', 'Ctrl S', 'F5', 'F6', 'F8', 'Ctrl F', 'Esc'])
      await expect(list.getByText(key, { exact: true })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(page.getByRole('tab', { name: /Findings/ })).toBeFocused()
  })

  test('stays away while a question mark is typed', async ({ page }) => {
    await page.getByRole('button', { name: 'Connect to ConnectWise' }).click()
    await page.getByLabel('Name', { exact: true }).pressSequentially('Which?')
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Which?')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('is in the palette and in the status bar', async ({ page }) => {
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await search(page, 'shortcuts')
    await page.keyboard.press('Enter')
    await expect(list).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Jump to' })).toBeHidden()
    await expect(list.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await expect(list).toBeVisible()
  })

  test('speaks of Cmd on a Mac', async ({ page, browser, host }) => {
    const mac = await browser.newPage({
      userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
      storageState: await page.context().storageState(),
    })
    await mac.goto(host.origin)
    await mac.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await expect(mac.getByText('⌘ K', { exact: true }).last()).toBeVisible()
    await expect(mac.getByText('Ctrl', { exact: false })).toHaveCount(0)
    await mac.close()
  })
})

test('the focus enters the screen that opens', async ({ page }) => {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Company', exact: true })).toBeVisible()
  await expectFocusIn(page, 'main')
  await page.getByRole('button', { name: 'New relationship' }).press('Enter')
  await expect(page.getByLabel('Contract name', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Explore the demo organisation' })).toBeVisible()
  await expectFocusIn(page, 'main')
})

test('F6 walks the panes and returns to where each was left', async ({ page }) => {
  await explore(page)
  const company = page.getByRole('combobox', { name: 'Company', exact: true })
  await company.click()
  await page.keyboard.press('Escape')
  for (const pane of ['aside', 'footer', 'nav', 'main']) {
    await page.keyboard.press('F6')
    await expectFocusIn(page, pane)
  }
  await expect(company).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expectFocusIn(page, 'nav')
})

test('F6 stops at the ticket list, at the ticket and at the save bar', async ({ page }) => {
  await resizeWindow(page, 1440, 900)
  await explore(page)
  await page.getByRole('tab', { name: 'Preview' }).click()
  const list = page.getByRole('grid', { name: 'Tickets of the sample' })
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('switch', { name: 'Sync attachments' }).press('Space')
  await expect(page.getByRole('button', { name: 'Review' })).toBeVisible()
  await page.keyboard.press('F6')
  await expect(list).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('article', { name: 'Ticket in full' }).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Review' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(list).toBeFocused()
})

test('F6 leaves out a pane that is closed, and never the open dialog', async ({ page }) => {
  await resizeWindow(page, 900, 600)
  await explore(page)
  await page.getByRole('combobox', { name: 'Company', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F6')
  await expectFocusIn(page, 'footer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('F6')
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
})

test('F5 and Ctrl R read the lists again instead of loading the page anew, in a text field too', async ({
  page,
}) => {
  await explore(page)
  // The demo is read at once: the bar may be gone before anybody looks, but this document remembers it.
  await page.evaluate(() =>
    new MutationObserver(() => {
      if (document.querySelector('progress[aria-label="Reading reference data"]'))
        Reflect.set(window, 'barSeen', true)
    }).observe(document, { childList: true, subtree: true, attributes: true }),
  )
  for (const key of ['F5', 'Control+r']) {
    await page.getByRole('combobox', { name: 'Company', exact: true }).click()
    await page.keyboard.press(key)
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'barSeen'))).toBe(true)
    await expect(page.getByRole('progressbar', { name: 'Reading reference data' })).toHaveCount(0)
    await page.evaluate(() => Reflect.set(window, 'barSeen', false))
  }
  expect(await page.evaluate(() => Reflect.get(window, 'barSeen'))).toBe(false)
})

test('Ctrl F brings the preview to the front and searches its tickets', async ({ page }) => {
  await explore(page)
  await expect(page.getByRole('tab', { name: /^Findings/, selected: true })).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('searchbox', { name: 'Search tickets' })).toBeFocused()
  await page.keyboard.type('printer')
  await expect(page.getByRole('searchbox', { name: 'Search tickets' })).toHaveValue('printer')
})

test('the palette opens from a text field and offers what the open screen can do', async ({
  page,
  host,
  userData,
}) => {
  await explore(page)
  await page.getByRole('combobox', { name: 'Company', exact: true }).click()
  await search(page, 'Service board')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Service board', exact: true })).toBeFocused()

  const filePath = `${userData}/by-key.syncwright.json`
  await host.answer('showSaveDialog', { canceled: false, filePath })
  await search(page, 'Export')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Exported to ${filePath}`)).toBeVisible()

  await search(page, 'Test connection')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everything that can be tested is allowed.')).toBeVisible()

  await search(page, 'Rename')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Rename/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('dialog')).toBeHidden()
  for (const each of await page.getByRole('navigation').locator('bdi[class*=contract]').allTextContents()) {
    await search(page, each)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: 'Jump to' })).toBeHidden()
  }
})
