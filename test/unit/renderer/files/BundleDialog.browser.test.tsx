// The dialog that packs a field bundle: what is said of a passphrase is read out with its box.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
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
