// The whole way as a new user goes it: from the first screen to an exported configuration, counted, and by keyboard alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { expect, test } from './fixtures.ts'

/** Counts clicks and key presses as the page receives them; a chord such as Ctrl+S is one. */
async function countInput(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = (event: Event) => {
      const modifier =
        event instanceof KeyboardEvent && ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)
      if (event.isTrusted && !modifier)
        Reflect.set(window, 'inputs', Number(Reflect.get(window, 'inputs')) + 1)
    }
    Reflect.set(window, 'inputs', 0)
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, count, { capture: true })
  })
  return () => page.evaluate(() => Number(Reflect.get(window, 'inputs')))
}

const picker = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true })
const ready = (page: Page) =>
  page.getByRole('heading', { level: 1 }).locator('xpath=../..').getByText('Ready', { exact: true })

/** The one relationship of an exported file. */
function exported(path: string) {
  const file = parseRelationshipsFile(readFileSync(path, 'utf8'))
  if (!file.ok) throw new Error(file.error.message)
  expect(file.value.relationships).toHaveLength(1)
  return file.value.relationships[0]
}

test('a new user exports a target configuration built from empty in at most 25 clicks and key presses', async ({
  page,
  host,
  userData,
}) => {
  const path = join(userData, 'first.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: path })
  const inputs = await countInput(page)

  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await page.getByRole('button', { name: 'New relationship' }).click()
  await expect(page.getByLabel('Contract name', { exact: true })).toBeFocused()
  await page.keyboard.type('MSP')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Acme')
  await page.getByRole('radio', { name: 'Target' }).click()
  await page.keyboard.press('Enter')
  for (const label of ['Company', 'Service board', 'Status', 'Priority']) {
    await picker(page, label).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(picker(page, label)).not.toHaveValue('')
  }
  await page.getByRole('checkbox', { name: 'Discussion' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('No unsaved changes')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(page.getByText(`Exported to ${path}`)).toBeVisible()

  expect(await inputs()).toBeLessThanOrEqual(25)
  await expect(ready(page)).toBeVisible()
  expect(exported(path)).toMatchObject({ contractName: 'MSP', partner: 'Acme', role: 'target' })
})

/** Presses Tab, or Shift+Tab, until the element has the focus: nobody points, and nothing is focused from outside. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let presses = 0; presses < 90; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reached ${target.toString()}`)
}

async function press(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await tabTo(page, page.getByRole('button', { name, exact: true }), key)
  await page.keyboard.press('Enter')
}

async function chooseByKeys(page: Page, label: string, option: string) {
  await tabTo(page, picker(page, label))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(option)
  await expect(page.getByRole('option', { name: option, exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

const roles = {
  Target: [
    ['Company', 'Contoso Ltd'],
    ['Service board', 'Help Desk'],
    ['Status', 'New'],
    ['Priority', 'Priority 3 - Medium'],
    ['Owner', 'Dana Reyes'],
  ],
  Source: [
    ['Company', 'Contoso Ltd'],
    ['Boards', 'Help Desk'],
    ['Default board', 'Help Desk'],
    ['Status', 'New'],
  ],
} as const

for (const [role, choices] of Object.entries(roles))
  test(`a ${role} configuration is built, previewed, saved and exported by keyboard alone`, async ({
    page,
    host,
    userData,
  }) => {
    const path = join(userData, 'by-keyboard.syncwright.json')
    await host.answer('showSaveDialog', { canceled: false, filePath: path })

    await press(page, 'Explore the demo organisation')
    await expect(picker(page, 'Company')).not.toHaveValue('')
    await press(page, 'New relationship', 'Shift+Tab')
    await tabTo(page, page.getByLabel('Contract name', { exact: true }))
    await page.keyboard.type('Fabrikam network care')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Fabrikam')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    if (role === 'Target') await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: role })).toBeChecked()
    await press(page, 'Create relationship')
    await expect(picker(page, 'Company')).toHaveValue('')
    if (role === 'Target') await expect(page.getByRole('heading', { name: '5 to choose' })).toBeVisible()
    await expect(page.getByText('company-required')).toBeHidden()

    for (const [label, option] of choices) await chooseByKeys(page, label, option)
    await tabTo(page, page.getByRole('checkbox', { name: 'Discussion' }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('switch', { name: 'Sync time entries' }))
    await page.keyboard.press('Space')
    await chooseByKeys(page, 'Default work role', 'Engineer')
    await chooseByKeys(page, 'Default member', 'Dana Reyes')
    await expect(picker(page, role === 'Source' ? 'Service board' : 'Boards')).toHaveCount(0)
    if (role === 'Target') {
      await tabTo(page, page.getByRole('switch', { name: 'Reverse sync' }))
      await page.keyboard.press('Space')
      await chooseByKeys(page, 'Reverse sync filter', 'Help Desk')
      await page.keyboard.press('Escape')
      await chooseByKeys(page, 'Field based filter', 'Sync to partner')
    }
    await press(page, /^Save configuration/)
    await expect(page.getByText('No unsaved changes')).toBeVisible()
    await expect(ready(page)).toBeVisible()

    await tabTo(page, page.getByRole('tab', { name: /^Findings/ }))
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true')
    const list = page.getByRole('grid', { name: 'Tickets of the sample' })
    await tabTo(page, list)
    await expect(list.getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(list.getByRole('row', { selected: true })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article', { name: 'Ticket in full' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(picker(page, 'Company')).toBeVisible()

    await press(page, 'Export', 'Shift+Tab')
    await expect(page.getByText(`Exported to ${path}`)).toBeVisible()
    expect(exported(path)).toMatchObject({ contractName: 'Fabrikam network care', role: role.toLowerCase() })
  })
