// The form of a connection: what is discarded comes back, and what a test misses is marked.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import ConnectionPage from '../../../../renderer/connections/ConnectionPage.tsx'
import { useFrameKeys } from '../../../../renderer/frame/useFrameKeys.ts'
import type { ConnectionView } from '../../../../shared/connection/connection.ts'
import { answerCalls, show } from '../rendered.tsx'

const connection: ConnectionView = {
  id: 'c1',
  name: 'Acme production',
  environment: 'production',
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: 'public',
  clientId: 'client',
  revision: 3,
  key: 'saved',
  keyId: 'k1',
  demo: false,
  fetchedAt: null,
}

function Window() {
  useFrameKeys({ showHelp: () => undefined, showShortcuts: () => undefined })
  return <ConnectionPage id="c1" />
}

const name = page.getByLabelText('Name', { exact: true })
const cancel = page.getByRole('button', { name: /^Cancel/ })

async function rename() {
  answerCalls({
    'connections:list': () => [connection],
    'relationships:list': () => [],
    'connections:revisions': () => [],
    'reference:get': () => null,
  })
  show(<Window />)
  await name.fill('Acme before the merger')
  await expect.element(page.getByText('Unsaved changes', { exact: true })).toBeVisible()
  await cancel.click()
  await expect.element(name).toHaveValue('Acme production')
  await expect.element(page.getByText('No unsaved changes')).toBeVisible()
}

test('what was discarded comes back with Undo', async () => {
  await rename()
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect.element(name).toHaveValue('Acme before the merger')
  await expect.element(page.getByText('Unsaved changes', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
})

test('and with Ctrl Z, once nothing is typed in', async () => {
  await rename()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(name).toHaveValue('Acme before the merger')
})

test('a new connection begins in its first field, and a test of nothing marks what is missing', async () => {
  answerCalls({ 'connections:list': () => [], 'relationships:list': () => [] })
  show(<ConnectionPage id={null} />)
  await expect.element(name).toHaveFocus()
  await page.getByRole('button', { name: 'Test connection' }).click()
  for (const label of ['Site', 'Company ID'])
    await expect.element(page.getByLabelText(label, { exact: true })).toHaveAttribute('aria-invalid', 'true')
})
