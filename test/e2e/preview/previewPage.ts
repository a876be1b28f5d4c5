// The parts of the preview as end-to-end tests meet them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { targetDraft } from '../../../main/services/demo/demoDrafts.ts'
import { parseSnapshotFile } from '../../../shared/files/snapshotFile.ts'
import type { RunningHost } from '../../support/host.ts'
import { type ConnectWise, expect } from '../fixtures.ts'

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
export const list = (page: Page) => page.getByRole('grid', { name: 'Tickets of the sample' })
export const row = (page: Page, text: string | RegExp) =>
  list(page).getByRole('row').filter({ hasText: text })
export const detail = (page: Page) => page.getByRole('article', { name: 'Ticket in full' })
export const summary = (page: Page) => page.getByText(/^[\d,]+ tickets?: /)

/** What the summary says once nothing is being computed: it may begin to be again between two looks. */
export async function settledSummary(page: Page): Promise<string> {
  let text = ''
  await expect(async () => {
    text = (await summary(page).textContent({ timeout: 1000 })) ?? ''
    expect(text).not.toContain('updating')
  }).toPass()
  return text
}

export async function openPreview(page: Page, flow: 'Inbound' | 'Outbound') {
  await button(page, 'Explore the demo organisation').click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: flow }).check({ force: true })
  await expect(list(page)).toBeVisible()
}

export const openContoso = async (page: Page) => {
  await button(page, 'Contoso managed services Target · Contoso').click()
  await page.getByRole('tab', { name: 'Preview' }).click()
}

type Sandbox = { connectWise: ConnectWise; userData: string; host: RunningHost }

/** A connection with keys to a ConnectWise that answers, its lists, and a finished relationship: Contoso, as target. */
export async function openSandbox(page: Page, { connectWise, userData, host }: Sandbox) {
  const { url, companyId, publicKey, clientId, privateKey } = connectWise
  const saved = await page.evaluate((input) => window.api['connections:save'](input), {
    id: null,
    values: { name: 'Acme sandbox', environment: 'sandbox', site: url, companyId, publicKey, clientId },
    privateKey,
  } as const)
  const connectionId = saved.ok ? saved.value.id : ''
  const target = { connectionId, overrideOf: null }
  await page.evaluate((input) => window.api['reference:refresh'](input), { callId: 'r', target })
  const created = await page.evaluate((input) => window.api['relationships:create'](input), {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target' as const,
    connectionId,
  })
  const [file = ''] = readdirSync(join(userData, 'references'))
  const snapshot = parseSnapshotFile(readFileSync(join(userData, 'references', file), 'utf8'))
  await page.evaluate((input) => window.api['relationships:save'](input), {
    id: created.ok ? created.value.id : '',
    draft: targetDraft(connectionId, snapshot.ok ? snapshot.value.collections : {}),
    baseRevision: 1,
    note: '',
    overrideKey: null,
  })
  await page.goto(host.origin)
  await openContoso(page)
}

export const fromMenu = async (page: Page, item: string) => {
  await page.getByTitle(/^Tickets in use/).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export const choose = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Sample file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

/** What a click on a copy button puts into the clipboard. */
export async function copied(page: Page, name: string): Promise<string> {
  const copy = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const listen = () => resolve(String(document.getSelection() ?? ''))
        document.addEventListener('copy', listen, { once: true })
      }),
  )
  await button(page, name).click()
  return copy
}
