// A sample of 100,000 tickets in the built app: does it hold up the page, what does it take, how does it scroll.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { figure, median } from '../figure.ts'
import { partnerTickets } from '../previewSamples.ts'
import { removeFolder, temporaryFolder } from '../processes.ts'
import { heapBytes } from './heap.ts'
import { watchLongTasks } from './longTasks.ts'
import { openDemo, withWindow } from './open.ts'
import { withPeer } from './peer.ts'

const tickets = 100_000
const runs = 3
const scrollSeconds = 2
const changes = ['Sync attachments', 'Include time entry notes', 'Sync time entries']

async function importSample(page: Page, path: string): Promise<void> {
  await page.getByRole('tab', { name: 'Preview' }).click()
  await page.getByLabel('Sample file').setInputFiles(path)
  const list = page.getByRole('grid', { name: 'Tickets of the sample' })
  await list.and(page.locator(`[aria-rowcount^="100"]`)).waitFor()
}

/** Flips settings one after the other, each until the preview is up to date again. */
async function changeSettings(page: Page): Promise<void> {
  for (const name of [...changes, ...changes.toReversed()]) {
    await page.getByRole('switch', { name }).click()
    await page.getByText('updating…').waitFor({ state: 'detached' })
  }
}

/** Frames per second while the page's list scrolls by some rows in each of them. */
const frameRate = (page: Page): Promise<number> =>
  page.getByRole('grid').evaluate(async (list, seconds) => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    list.scrollTop = 0
    const start = await nextFrame()
    let frames = 0
    let now = start
    while (now - start < seconds * 1000) {
      list.scrollTop += 150
      now = await nextFrame()
      frames += 1
    }
    return (frames * 1000) / (now - start)
  }, scrollSeconds)

export async function measure() {
  const folder = temporaryFolder()
  const path = join(folder, 'sample.json')
  writeFileSync(path, JSON.stringify(partnerTickets(tickets, false)))
  try {
    const longest: number[] = []
    const heaps: number[] = []
    const rates: number[] = []
    const peerRates: number[] = []
    await withPeer('list', async ({ page: peer }) => {
      for (let run = 0; run < runs; run += 1) {
        await withWindow({}, async ({ page }) => {
          await openDemo(page)
          const longestTask = await watchLongTasks(page)
          await importSample(page, path)
          await changeSettings(page)
          longest.push(await longestTask())
          heaps.push((await heapBytes(page)) / 2 ** 20)
          rates.push(await frameRate(page))
        })
        peerRates.push(await frameRate(peer))
      }
    })
    return [
      figure({ name: 'preview-long-task', value: median(longest), unit: 'ms', goal: { most: 50 } }),
      figure({ name: 'preview-heap', value: median(heaps), unit: 'MB', goal: { most: 150 } }),
      figure({
        name: 'preview-scroll',
        value: median(rates),
        unit: 'frames/s',
        goal: { leastRatio: 0.9 },
        peer: { name: 'an empty list', value: median(peerRates) },
      }),
    ]
  } finally {
    removeFolder(folder)
  }
}
