// A refresh that ConnectWise answers oddly: what was read before stays, and a person decides what is taken.
import type { Page } from '@playwright/test'
import { fillConnection } from './connectionPage.ts'
import { type ConnectWise, expect, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const lists = (page: Page) => page.getByRole('region', { name: 'Reference data' })

/** A saved connection whose lists have been read once. */
async function readOnce(page: Page, connectWise: ConnectWise) {
  await fillConnection(page, connectWise)
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()
}

test('an empty list keeps the rows read before until it is taken', async ({ page, connectWise }) => {
  await readOnce(page, connectWise)
  await expect(lists(page)).toContainText('Companies84')
  connectWise.demo.faults.add('companies-empty')
  await button(page, 'Refresh').click()
  await expect(page.getByText('ConnectWise returned 0 companies, but 84 were read before')).toBeVisible()
  await expect(lists(page)).toContainText('Companies84 partial')
  await button(page, 'Take the shorter list').click()
  await expect(lists(page)).toContainText('Companies0')
  await expect(lists(page)).not.toContainText('partial')
})

test('everything can be read anew', async ({ page, connectWise }) => {
  await readOnce(page, connectWise)
  connectWise.demo.faults.add('companies-empty')
  await button(page, 'More about reading').click()
  await page.getByRole('menuitem', { name: 'Read everything anew' }).click()
  await expect(lists(page)).toContainText('Companies0')
})

test('a refresh that gets nowhere says so and changes nothing', async ({ page, connectWise }) => {
  await readOnce(page, connectWise)
  connectWise.demo.faults.add('keys-401')
  await button(page, 'Refresh').click()
  await expect(page.getByText(/could not be read/)).toBeVisible()
  await expect(lists(page)).toContainText('Companies84')
})
