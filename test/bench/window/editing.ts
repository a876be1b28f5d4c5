// A scripted walk through the form with 100,000 companies and 10,000 tickets, and 200 switches between relationships.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { figure } from '../figure.ts'
import { partnerTickets } from '../previewSamples.ts'
import { removeFolder } from '../processes.ts'
import { heapBytes } from './heap.ts'
import { hugeDemoFolder } from './hugeDemo.ts'
import { watchLongTasks } from './longTasks.ts'
import { openDemo, withWindow } from './open.ts'

const switches = 200
/** Switches after which everything that is kept on purpose is there, compiled code above all. */
const firstSwitches = 120

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(text, { delay: 60 })
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** What a person changes in one sitting; the preview of the sample follows each time. */
async function edit(page: Page): Promise<void> {
  await choose(page, 'Company', 'harbor dental')
  await choose(page, 'Service board', 'Escal')
  await choose(page, 'Priority', 'Priority 1')
  await choose(page, 'Owner', 'Dana')
  for (const name of ['Sync attachments', 'Sync time entries', 'Sync time entries', 'Reverse sync'])
    await page.getByRole('switch', { name }).click()
  for (const name of ['Internal', 'Discussion']) await page.getByRole('checkbox', { name }).click()
  for (const name of ['Preview', 'History', 'JSON', 'Findings', 'Preview'])
    await page.getByRole('tab', { name }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
}

/** Opens the target and the source of the demo organisation in turn, each until its form is there. */
async function switchOften(page: Page, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const [role, field] = count % 2 === 0 ? ['Source', 'Default board'] : ['Target', 'Service board']
    await page.getByRole('button', { name: `${role} ·` }).click()
    await page.getByRole('combobox', { name: field, exact: true }).waitFor()
  }
}

/** The least of several readings: what compiled code and garbage add comes and goes. */
async function leastHeap(page: Page): Promise<number> {
  const readings: number[] = []
  for (let reading = 0; reading < 6; reading += 1) {
    await switchOften(page, 4)
    readings.push(await heapBytes(page))
  }
  return Math.min(...readings)
}

export async function measure() {
  const userData = await hugeDemoFolder()
  const path = join(userData, 'sample.json')
  writeFileSync(path, JSON.stringify(partnerTickets(10_000, true)))
  try {
    return await withWindow({ userData }, async ({ page }) => {
      await openDemo(page)
      await page.getByRole('tab', { name: 'Preview' }).click()
      await page.getByLabel('Sample file').setInputFiles(path)
      await page.locator('[role=grid][aria-rowcount^="10"]').waitFor()
      const longestTask = await watchLongTasks(page)
      await edit(page)
      const longest = await longestTask()
      await switchOften(page, firstSwitches)
      const before = await leastHeap(page)
      await switchOften(page, switches)
      const growth = ((await leastHeap(page)) / before - 1) * 100
      return [
        figure({ name: 'editing-long-task', value: longest, unit: 'ms', goal: { most: 50 } }),
        figure({ name: 'heap-switches', value: growth, unit: '% growth', goal: { most: 5 } }),
      ]
    })
  } finally {
    removeFolder(userData)
  }
}
