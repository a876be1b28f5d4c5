// The screens and states the documentation shows, and how a walk through the app reaches each of them.
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { targetRelationship } from '../../test/support/relationships.ts'

const regular = { width: 1280, height: 800 }
const small = { width: 900, height: 600 }

const choose = async ({ page, picker }, label, option) => {
  await picker(label).click()
  await picker(label).fill(option)
  await page.getByRole('option', { name: option, exact: true }).first().click()
}

const connect = async ({ button, field, page, connectWise }, values) => {
  const { url, companyId, publicKey, privateKey, clientId } = connectWise
  await button('Connections').click()
  await button('Connect to ConnectWise').click()
  await page.getByRole('radio', { name: 'Sandbox' }).check()
  const all = {
    Name: 'Acme sandbox',
    Site: url,
    'Company ID': companyId,
    'Public key': publicKey,
    'Private key': privateKey,
    'Client ID': clientId,
    ...values,
  }
  for (const [label, value] of Object.entries(all)) await field(label).fill(value)
}

const openRelationship = async ({ page }, name) => {
  await page.getByRole('navigation').getByRole('button', { name }).click()
}

/** In this order: each starts where the one before ended. `at` is the window with its locators, see `screenshots.mjs`. */
export const walks = {
  async start({ page, button, picker, shot }) {
    await button('Explore the demo organisation').waitFor()
    await shot('first-run')
    await page.setViewportSize(small)
    await shot('small-first-run')
    await page.setViewportSize(regular)
    await button('Explore the demo organisation').click()
    await picker('Company').waitFor()
    await shot('workspace-target')
  },
  async workspace(at) {
    const { page, button, picker, shot, tab } = at
    await picker('Company').click()
    await picker('Company').fill('cont')
    await page.getByRole('option').first().waitFor()
    await shot('company-picker')
    await page.keyboard.press('Escape')
    await choose(at, 'Service board', 'Escalations')
    await page.getByRole('checkbox', { name: 'Internal' }).check()
    await shot('internal-asks')
    await button('Leave Internal ticked').click()
    await shot('unsaved-changes')
    await button('Review').click()
    await shot('review-changes')
    await button('Review').click()
    await button('Overview').click()
    await shot('leave-question')
    await button('Stay').click()
    await button('Cancel').click()
    await page.getByRole('switch', { name: 'Override API settings for this relationship' }).click()
    await shot('api-override')
    await button('Cancel').click()
    await tab(/History/)
    await shot('history')
    await tab(/JSON/)
    await shot('json')
  },
  async preview({ page, shot, tab }) {
    await tab('Preview')
    await page.getByRole('grid', { name: 'Tickets of the sample' }).waitFor()
    await shot('preview-list')
    await page.setViewportSize({ width: 1440, height: 900 })
    const search = page.getByRole('searchbox', { name: 'Search tickets' })
    await search.fill('mailbox')
    await page.getByText('Mailbox full').first().click()
    await search.fill('')
    await shot('preview-what-happens')
    await tab(/^Requests/)
    await shot('preview-requests')
    await tab('Raw')
    await shot('preview-raw')
    await page.getByRole('radio', { name: 'Outbound' }).click()
    await tab('What happens')
    await shot('preview-outbound')
    await page.setViewportSize({ width: 1280, height: 800 })
  },
  async source(at) {
    await openRelationship(at, /Wingtip/)
    await at.picker('Boards').waitFor()
    await at.shot('workspace-source')
  },
  async emptyRelationship({ page, button, field, shot, picker }) {
    await button('New relationship').click()
    await shot('new-relationship')
    await field('Contract name').fill('Fabrikam network care')
    await field('Partner').fill('Fabrikam')
    await page.getByRole('radio', { name: 'Target' }).check()
    await button('Create relationship').click()
    await picker('Company').waitFor()
    await shot('findings-of-an-empty-form')
  },
  async lists({ page, button, shot }) {
    await button('Overview').click()
    await shot('overview')
    await button('Connections').click()
    await shot('connections')
    await page.keyboard.press('Control+k')
    await shot('palette')
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Jump to' }).waitFor({ state: 'hidden' })
    await button('Keyboard shortcuts').click()
    await shot('shortcuts')
    await page.keyboard.press('Escape')
  },
  async connection(at) {
    const { page, button, shot, visible, connectWise } = at
    await connect(at, { 'Private key': 'NotTheRightKey' })
    await button('Test connection').click()
    await visible('Failed')
    await shot('test-failed')
    await at.field('Private key').fill(connectWise.privateKey)
    await button('Test connection').click()
    await page.getByRole('heading', { name: 'Permissions' }).waitFor()
    await shot('test-passed')
    const { publicKey, privateKey } = connectWise.demo.limitedCredentials
    await at.field('Public key').fill(publicKey)
    await at.field('Private key').fill(privateKey)
    await button('Test connection').click()
    await page.getByRole('cell', { name: 'Missing' }).first().waitFor()
    await shot('permission-missing')
    await at.field('Public key').fill(connectWise.publicKey)
    await at.field('Private key').fill(connectWise.privateKey)
    await button('Test connection').click()
    await visible('Everything that can be tested is allowed.')
    await button('Save connection').click()
    await button('Refresh').click()
    await visible('Everything was read.')
    await shot('connection')
    // Last: whoever asks again within the wait waits for the rest of it.
    connectWise.demo.faults.add('throttle-forever')
    await button('Refresh').click()
    await visible('ConnectWise asked to wait.')
    await shot('refresh-waits')
    await button('Stop').click()
    connectWise.demo.faults.delete('throttle-forever')
  },
  async files({ page, button, shot, visible }) {
    await button('Files').click()
    await shot('files')
    const elsewhere = {
      name: 'Acme sandbox',
      environment: 'sandbox',
      site: 'sandbox.example.test',
      companyId: 'acme_sandbox',
    }
    const pilot = targetRelationship(
      {
        serviceBoard: { id: 5004, name: 'Help Desk' },
        status: { id: 5031, name: 'New', boardId: 5004 },
        priority: { id: 5006, name: 'Priority 3 - Medium' },
        owner: { id: 5042, name: 'Robin Hale', identifier: 'rhale' },
      },
      { id: 'pilot', contractName: 'Contoso pilot', connection: elsewhere },
    )
    await page.getByLabel('Import file').setInputFiles({
      name: 'contoso-pilot.syncwright.json',
      mimeType: 'application/json',
      buffer: Buffer.from(exportRelationships([pilot], new Date())),
    })
    await page.getByRole('combobox', { name: 'Import into' }).click()
    await page.getByRole('option', { name: /^Demo organisation/ }).click()
    await visible('Importing into Demo organisation')
    await shot('import-match')
    await button('Cancel').click()
    await button('Leave the import').click()
  },
  async smallAndOffline(at) {
    const { page, picker, shot } = at
    await openRelationship(at, /Contoso managed services/)
    await picker('Company').waitFor()
    await page.context().setOffline(true)
    await shot('offline')
    await page.context().setOffline(false)
    await page.setViewportSize(small)
    await shot('small-workspace')
    await page.getByRole('button', { name: /^Check/ }).click()
    await shot('small-findings')
    await page.setViewportSize({ width: 640, height: 400 })
    await shot('zoom-200')
  },
}
