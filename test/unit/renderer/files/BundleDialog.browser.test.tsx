// The dialog that packs a field bundle: what is said of a passphrase is read out with its box.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { BundleDialog } from '../../../../renderer/files/BundleDialog.tsx'
import { answerCalls, show } from '../rendered.tsx'

test('how much a passphrase is worth is read out with it, beside what it is for', async () => {
  answerCalls({})
  show(<BundleDialog ids={['r1']} onClose={() => {}} />)
  await page.getByRole('checkbox', { name: 'Credentials' }).click()
  const box = page.getByLabelText('Passphrase', { exact: true })
  await box.fill('short')
  await expect.element(box).toHaveAccessibleDescription(/^Too short: .* It cannot be recovered\.$/)
  await box.fill('seven quiet herons over the harbour')
  await expect.element(box).toHaveAccessibleDescription(/^(Fair|Strong).* It cannot be recovered\.$/)
})

test('Enter writes the bundle, at once and from the passphrase', async () => {
  const asked: (string | null)[] = []
  answerCalls({
    'files:exportBundle': ({ passphrase }) => {
      asked.push(passphrase)
      return new Promise(() => undefined)
    },
  })
  show(<BundleDialog ids={['r1']} onClose={() => {}} />)
  await expect.element(page.getByRole('button', { name: 'Write the bundle' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => asked).toEqual([null])
  show(<BundleDialog ids={['r1']} onClose={() => {}} />)
  await page.getByRole('checkbox', { name: 'Credentials' }).click()
  const secret = 'seven quiet herons over the harbour'
  await page.getByLabelText('Passphrase', { exact: true }).fill(secret)
  await page.getByLabelText('Passphrase again').fill(secret)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => asked).toEqual([null, secret])
})
