// The form of a new relationship: what is missing is said with the control it is missing from.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import NewRelationship from '../../../../renderer/overview/NewRelationship.tsx'
import type { ConnectionView } from '../../../../shared/connection/connection.ts'
import { answerCalls, show } from '../rendered.tsx'

const connection: ConnectionView = {
  id: 'c1',
  name: 'Harbour',
  environment: 'sandbox',
  site: 'connectwise.example.test',
  companyId: 'harbour',
  publicKey: '',
  clientId: '',
  demo: false,
  key: 'saved',
  fetchedAt: null,
  revision: 1,
}

test('each missing value is read out with its own control, the choice of the role as one group', async () => {
  answerCalls({ 'connections:list': () => [connection], 'templates:list': () => [] })
  show(<NewRelationship connectionId={null} />)
  await page.getByRole('button', { name: 'Create relationship' }).click()
  const role = page.getByRole('radiogroup', { name: 'Role' })
  await expect.element(role).toHaveAccessibleDescription('Choose what your organisation is.')
  await expect.element(role).toHaveAttribute('aria-invalid', 'true')
  const name = page.getByRole('textbox', { name: 'Contract name' })
  await expect.element(name).toHaveAccessibleDescription('A relationship needs a contract name.')
  await expect.element(name).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('radio', { name: 'Target' }).click()
  await expect.element(page.getByRole('radio', { name: 'Target' })).toBeChecked()
  await expect.element(page.getByRole('radio', { name: 'Source' })).not.toBeChecked()
})

test('signs that nobody sees are said, and a name of nothing else is none', async () => {
  answerCalls({ 'connections:list': () => [connection], 'templates:list': () => [] })
  show(<NewRelationship connectionId={null} />)
  const name = page.getByRole('textbox', { name: 'Contract name' })
  await name.fill('\u202eruobraH')
  await expect.element(name).toHaveAccessibleDescription(/^Signs that nobody sees are in it/)
  await name.fill('\u200b\u200b')
  await page.getByRole('button', { name: 'Create relationship' }).click()
  await expect.element(name).toHaveAccessibleDescription(/A relationship needs a contract name\./)
})

test('half of it is there again after the window went, and forgotten once it is left', async () => {
  answerCalls({ 'connections:list': () => [connection], 'templates:list': () => [] })
  show(<NewRelationship connectionId={null} />)
  const name = page.getByRole('textbox', { name: 'Contract name' })
  await name.fill('Harbour nights')
  await page.getByRole('textbox', { name: 'Partner' }).fill('Ab12Cd34Ef56Gh78')
  await page.getByRole('radio', { name: 'Source' }).click()
  await expect.poll(() => localStorage.getItem('newRelationship')).toContain('"role":"source"')
  // It may be a private key that was pasted into the wrong field.
  expect(localStorage.getItem('newRelationship')).not.toContain('Ab12')
  const left = Object.fromEntries(Object.entries(localStorage))
  show(<p>Elsewhere</p>)
  await expect.poll(() => localStorage.getItem('newRelationship')).toBe('')

  Object.assign(localStorage, left)
  show(<NewRelationship connectionId={null} />)
  await expect.element(name).toHaveValue('Harbour nights')
  await expect.element(page.getByRole('radio', { name: 'Source' })).toBeChecked()
})
