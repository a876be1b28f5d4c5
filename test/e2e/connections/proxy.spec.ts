// Behind a proxy that wants a login of its own: asked in the window, anew where it was wrong, and never where it was declined.
import { fillCredentials } from './connectionPage.ts'
import { startAskingProxy, proxyLogin } from '../../support/process/askingProxy.ts'
import { startHost } from '../../support/host.ts'
import { expect, test } from '../fixtures.ts'

test('a proxy is passed with a login that is asked for once', async ({ page, connectWise, userData }) => {
  const proxy = await startAskingProxy()
  const host = await startHost(['--user-data', userData], { HTTP_PROXY: proxy.url, NO_PROXY: '' })
  await page.goto(host.url)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button('Connect to ConnectWise').click()
  await fillCredentials(page, connectWise)

  const dialog = page.getByRole('dialog', { name: 'The proxy wants a login' })
  await button('Test connection').click()
  await expect(dialog).toContainText(`${new URL(proxy.url).host} (Contoso gateway)`)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The proxy wants a login before it lets the request')).toBeVisible()
  await expect(dialog).toBeHidden()

  await button('Test connection').click()
  await dialog.getByLabel('User name').fill(proxyLogin.username)
  await dialog.getByLabel('Password', { exact: true }).fill('of last year')
  await dialog.getByLabel('Password', { exact: true }).press('Enter')
  await expect(dialog).toContainText('The proxy did not take that login.')
  await dialog.getByLabel('User name').fill(proxyLogin.username)
  await dialog.getByLabel('Password', { exact: true }).fill(proxyLogin.password)
  await dialog.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  expect(proxy.passed).toBeGreaterThan(3)
  expect(await page.content()).not.toContain(proxyLogin.password)
  await page.goto('about:blank')
  expect(await host.quit()).toBe(0)
  proxy.close()
})
