// A thousand relationships beside ten: open, filter, where used, replace a member in three of ten with the review, undo.
import type { Page } from '@playwright/test'
import { connectionRefOf } from '../../../shared/connection/connectionRef.ts'
import { exportRelationships } from '../../../shared/files/exportRelationships.ts'
import { effective } from '../../../shared/relationship/effective.ts'
import { startApp } from '../../support/app.ts'
import { figure, median } from '../figure.ts'
import { removeFolder, temporaryFolder } from '../processes.ts'
import { watchLongTasks } from './longTasks.ts'
import { withWindow } from './open.ts'

const runs = 3
const sizes = { many: 1000, few: 10 }

/** The demo organisation with so many copies of its first target; three of ten belong to another owner than the rest. */
async function fleetFolder(size: number): Promise<{ folder: string; from: string; to: string }> {
  const folder = temporaryFolder()
  const app = startApp({ folder, openDemo: true, now: () => new Date() })
  const list = await app.value('relationships:list', {})
  const [connection] = await app.value('connections:list', {})
  const target = list.find(({ role }) => role === 'target')
  if (!connection || !target) throw new Error('The demo organisation is not whole.')
  const view = await app.value('reference:get', { target: { connectionId: 'demo', overrideOf: null } })
  const { draft } = await app.value('relationships:get', { id: target.id })
  const member = draft.settings.timeEntries.defaultMember?.id
  // Who records the time everywhere is used everywhere.
  const people = view?.collections.members?.filter(({ id, inactiveFlag }) => !inactiveFlag && id !== member)
  const [one, other] = people ?? []
  if (!one || !other) throw new Error('The demo organisation has too few members.')
  const first = effective(target.id, draft, connectionRefOf(connection))
  if (first.role !== 'target') throw new Error('The demo organisation has no target.')
  const owned = ({ id, firstName, lastName }: typeof one) => ({ id, name: `${firstName} ${lastName}` })
  const copies = Array.from({ length: size }, (_, index) => ({
    ...first,
    id: `fleet-${index}`,
    contractName: `Contract ${index}`,
    settings: { ...first.settings, owner: owned(index % 10 < 3 ? one : other) },
  }))
  const text = exportRelationships(copies, new Date())
  const read = await app.value('files:readImport', { fileName: 'fleet.syncwright.json', text })
  const ids = read.entries.map(({ relationship }) => relationship.id)
  await app.value('files:applyImport', { importId: read.importId, ids, decisions: [] })
  for (const { id } of list) await app.value('relationships:remove', { id })
  await app.value('relationships:list', {})
  return { folder, from: owned(one).name, to: owned(other).name }
}

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

const rows = (page: Page, label: string, count: number) =>
  page
    .getByRole('table', { name: label })
    .and(page.locator(`[aria-rowcount="${count}"]`))
    .waitFor()

/** What a person does, in milliseconds; each step ends when its outcome is on the screen. */
async function walk(page: Page, size: number, from: string, to: string): Promise<number[]> {
  const third = (size * 3) / 10
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).click()
      // A head, the heading of the one connection, and its relationships.
      await rows(page, 'Relationships', size + 2)
    },
    async () => {
      await page.getByRole('searchbox', { name: 'Search relationships' }).fill('Contract 7')
      await page.getByText('Contract 7', { exact: true }).first().waitFor()
      await page.getByRole('searchbox', { name: 'Search relationships' }).fill('')
      await rows(page, 'Relationships', size + 2)
    },
    async () => {
      await button('Where used').click()
      await choose(page, 'Record', from)
      await rows(page, 'Relationships that use it', third + 1)
    },
    async () => {
      await button('Replace everywhere').click()
      await choose(page, 'Replace with', to)
      await rows(page, 'Review', third + 1)
    },
    async () => {
      await button(/^Replace in \d+ relationship/).click()
      await page.getByText('No relationship of this connection uses it.').waitFor()
    },
    async () => {
      await button('Undo').click()
      await rows(page, 'Relationships that use it', third + 1)
    },
  ]
  const times: number[] = []
  for (const step of steps) {
    const start = performance.now()
    await step()
    times.push(performance.now() - start)
  }
  return times
}

async function measureSize(size: number) {
  const { folder, from, to } = await fleetFolder(size)
  try {
    return await withWindow({ userData: folder }, async ({ page, host }) => {
      const totals: number[] = []
      let longest = 0
      for (let run = 0; run < runs; run += 1) {
        await page.goto(host.origin)
        await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click()
        await page.getByLabel('Import file').first().waitFor({ state: 'attached' })
        const longestTask = await watchLongTasks(page)
        const times = await walk(page, size, from, to)
        console.log(`  ${size} relationships: ${times.map((ms) => Math.round(ms)).join(', ')} ms`)
        longest = Math.max(longest, await longestTask())
        totals.push(times.reduce((sum, ms) => sum + ms, 0))
      }
      return { ms: median(totals), longest }
    })
  } finally {
    removeFolder(folder)
  }
}

export async function measure() {
  const few = await measureSize(sizes.few)
  const many = await measureSize(sizes.many)
  const peer = { name: 'ten relationships', value: few.ms }
  return [
    figure({ name: 'fleet-1000', value: many.ms, unit: 'ms', peer, goal: { mostRatio: 2 } }),
    figure({ name: 'fleet-1000-task', value: many.longest, unit: 'ms', goal: { most: 50 } }),
  ]
}
