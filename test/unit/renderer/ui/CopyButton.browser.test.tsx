// A button that copies keeps its name, so what came of a press is read out beside it, once for all of them.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { CopyButton } from '../../../../renderer/ui/CopyButton.tsx'
import { show } from '../rendered.tsx'

test('what came of copying is read out from one place, whichever button it was', async () => {
  show(
    <>
      <CopyButton label="Copy" name="Copy the site" text={() => 'psa.example.test'} />
      <CopyButton label="Copy" name="Copy the company" text={() => 'harbour'} />
    </>,
  )
  const voice = page.getByRole('status')
  await expect.element(voice).toHaveTextContent('')
  const button = page.getByRole('button', { name: 'Copy the company', exact: true })
  await button.click()
  await expect.element(voice).toHaveTextContent('Copied')
  await expect.element(button).toBeInTheDocument()
  await expect.element(voice).toHaveTextContent('')
})

/** Goes with its button, as the row of a finding that is settled. */
function Row() {
  const [there, setThere] = useState(true)
  return (
    <>
      {there && <CopyButton label="Copy" name="Copy the site" text={() => 'psa.example.test'} />}
      <button type="button" onClick={() => setThere(false)}>
        Settle
      </button>
    </>
  )
}

test('what was read out goes with its button', async () => {
  show(<Row />)
  await page.getByRole('button', { name: 'Copy the site' }).click()
  const voice = page.getByRole('status')
  await expect.element(voice).toHaveTextContent('Copied')
  await page.getByRole('button', { name: 'Settle' }).click()
  await expect.element(page.getByRole('button', { name: 'Copy the site' })).not.toBeInTheDocument()
  await expect.element(voice).toHaveTextContent('')
})
