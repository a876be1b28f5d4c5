// What is typed of a new connection outlives the window, keys and whatever may hold one do not.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import ConnectionPage from '../../../../../renderer/connections/ConnectionPage.tsx'
import { keptConnection } from '../../../../../renderer/connections/form/typedConnection.ts'
import { rememberedValue } from '../../../../../renderer/state/kept/remembered.ts'
import { answerCalls, show } from '../../rendered.tsx'

answerCalls({ 'connections:list': () => [], 'relationships:list': () => [] })
const typedBefore = () => rememberedValue('newConnection', keptConnection)
const field = (label: string) => page.getByLabelText(label, { exact: true })
/** As a window that dies: nothing that is on the screen hears of it. */
const stored = () => Object.fromEntries(Object.entries(localStorage))

test('comes back without its keys, and is forgotten once it is left', async () => {
  show(<ConnectionPage id={null} />)
  await field('Name').fill('Adatum production')
  await field('Site').fill('na.example.test')
  await field('Company ID').fill('adatum')
  await field('Public key').fill('PublicKey0000042')
  await field('Private key').fill('PrivateKey000042')
  await expect.poll(() => typedBefore()?.companyId).toBe('adatum')
  const left = stored()
  expect(JSON.stringify(left)).not.toMatch(/PublicKey0000042|PrivateKey000042/)
  show(<p>Elsewhere</p>)
  await expect.element(page.getByText('Elsewhere')).toBeVisible()
  expect(typedBefore()).toBeNull()

  Object.assign(localStorage, left)
  show(<ConnectionPage id={null} />)
  await expect.element(field('Name')).toHaveValue('Adatum production')
  await expect.element(field('Site')).toHaveValue('na.example.test')
  await expect.element(field('Private key')).toHaveValue('')
  await expect.element(page.getByText('This was typed before the window closed')).toBeVisible()
})

test('what is taken out of the form again does not come back', async () => {
  show(<ConnectionPage id={null} />)
  await field('Name').fill('Adatum')
  await expect.poll(() => typedBefore()?.name).toBe('Adatum')
  await field('Name').fill('')
  await expect.poll(typedBefore).toBeNull()
})

test('keeps nothing of a text in the wrong field', async () => {
  show(<ConnectionPage id={null} />)
  await field('Company ID').fill('acme, private key Ab12Cd34Ef56Gh78')
  await field('Client ID').fill('Ab12Cd34Ef56Gh78')
  await field('Site').fill('acme+public:Ab12Cd34Ef56Gh78@na.example.test')
  await field('Name').fill('Acme')
  await expect.poll(() => typedBefore()?.name).toBe('Acme')
  expect(JSON.stringify(stored())).not.toContain('Ab12Cd34Ef56Gh78')
})

test('keeps nothing that may be a key, in whichever field it is', async () => {
  show(<ConnectionPage id={null} />)
  await field('Name').fill('Ab12Cd34Ef56Gh78')
  await field('Company ID').fill('Ab12Cd34Ef56Gh78')
  await field('Site').fill('na.example.test')
  await expect.poll(() => typedBefore()?.site).toBe('na.example.test')
  expect(JSON.stringify(stored())).not.toContain('Ab12Cd34Ef56Gh78')
})
