// A private key is typed into the real window and goes through all that the window offers; afterwards it is nowhere.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { canaryKey, filesBelow, hits } from '../support/secrets.ts'
import { expect, test } from './fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

/** Everything alive in the page's memory, as the developer tools would save it. */
async function heapSnapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

/** Arguments and environment of every process this user may look at; told by Linux only. */
const processes = (): Record<string, string> =>
  Object.fromEntries(
    (process.platform === 'linux' ? readdirSync('/proc') : [])
      .filter((name) => /^\d+$/.test(name))
      .flatMap((id) =>
        ['cmdline', 'environ'].map((file): [string, string] => {
          try {
            return [`process ${id} ${file}`, readFileSync(`/proc/${id}/${file}`, 'latin1')]
          } catch {
            return [`process ${id} ${file}`, '']
          }
        }),
      ),
  )

test('a private key typed into the window is found nowhere afterwards', async ({
  page,
  connectWise,
  host,
  userData,
}) => {
  const [key, rotated, unsaved] = [canaryKey(), canaryKey(), canaryKey()]
  const { limitedCredentials } = connectWise.demo
  connectWise.demo.credentials.privateKey = key
  limitedCredentials.privateKey = rotated
  const received: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void received.push(String(payload))),
  )
  page.on('console', (message) => void received.push(message.text()))
  await page.reload()

  await button(page, 'Connect to ConnectWise').click()
  const values = {
    Name: 'Acme sandbox',
    Site: connectWise.url,
    'Company ID': connectWise.companyId,
    'Public key': connectWise.publicKey,
    'Private key': key,
    'Client ID': connectWise.clientId,
  }
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
  for (const fault of ['echoing-error', 'keys-401', 'web-page'] as const) {
    connectWise.demo.faults.add(fault)
    await button(page, 'Test connection').click()
    await expect(page.getByText('Failed', { exact: true }).first()).toBeVisible()
    await expect(button(page, 'Test connection')).toBeVisible()
    connectWise.demo.faults.delete(fault)
  }
  await button(page, 'Test connection').click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await button(page, 'Save connection').click()
  await button(page, 'Refresh').click()
  await expect(page.getByText('Everything was read.')).toBeVisible()

  expect(hits(key, { 'the memory after saving the connection': await heapSnapshot(page) })).toEqual([])

  await button(page, 'Set up a relationship').click()
  await field(page, 'Contract name').fill('Contoso managed services')
  await field(page, 'Partner').fill('Contoso')
  await page.getByRole('radio', { name: 'Target' }).check()
  await button(page, 'Create relationship').click()
  await page.getByRole('switch', { name: 'Override API settings for this relationship' }).click()
  for (const [label, value] of Object.entries(values))
    if (label !== 'Name') await field(page, label).fill(value)
  await button(page, 'Save configuration').click()
  await expect(page.getByText('No unsaved changes')).toBeVisible()

  const exported = join(userData, 'contoso.syncwright.json')
  await host.answer('showSaveDialog', { canceled: false, filePath: exported })
  await button(page, 'Export').click()
  await expect(page.getByText(exported)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Jump to').fill('Copy diagnostics')
  await expect(page.locator('[data-action][data-selected]')).toContainText('Copy diagnostics')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Diagnostics copied.')).toBeVisible()

  await button(page, 'Files').click()
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await button(page, 'Field bundle').click()
  const bundle = join(userData, 'contoso.syncwright-bundle')
  await host.answer('showSaveDialog', { canceled: false, filePath: bundle })
  await button(page, 'Write the bundle').click()
  await expect(page.getByText(bundle)).toBeVisible()
  await button(page, 'Done').click()

  await button(page, 'Connections').click()
  await page
    .getByRole('button', { name: /Acme sandbox/ })
    .first()
    .click()
  await button(page, 'Rehearse new keys').click()
  await field(page, 'New public key').fill(limitedCredentials.publicKey)
  await field(page, 'New private key').fill(rotated)
  await button(page, 'Compare').click()
  await button(page, 'Swap to the new keys').click()
  await button(page, 'Swap all the same').click()
  await expect(page.getByText('Acme sandbox uses the new keys.')).toBeVisible()

  // What is left of a page that went away while a key stood in it.
  await button(page, 'Replace').click()
  await field(page, 'Private key').fill(unsaved)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(button(page, 'Connections')).toBeVisible()

  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  const { out, err } = host.output()
  const temporary = readdirSync(tmpdir())
    .filter((name) => name.startsWith(`syncwright-host-${host.pid}-`))
    .map((name) => join(tmpdir(), name))
  expect(received.join('')).toContain('Contoso managed services')
  const places = {
    ...filesBelow(userData, ...temporary),
    ...processes(),
    'what is in the bundle': Object.values(unzipSync(readFileSync(bundle)))
      .map((bytes) => Buffer.from(bytes).toString('latin1'))
      .join('\n'),
    'answers and events': received.join('\n'),
    'the page': await page.content(),
    'what the page keeps': stored,
    'standard output': out,
    'standard error': err,
    'the memory of the page': await heapSnapshot(page),
  }
  expect([key, rotated, unsaved].flatMap((planted) => hits(planted, places))).toEqual([])
})
