// What is odd in a typed key is said before anything is sent.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { usePasted } from '../../../../renderer/ui/usePasted.ts'
import { show } from '../rendered.tsx'

const fields = ['companyId', 'publicKey', 'privateKey'] as const

function Keys() {
  const [values, setValues] = useState({ companyId: '', publicKey: '', privateKey: '' })
  const pasted = usePasted({ fields, values, setValues: (more) => setValues({ ...values, ...more }) })
  return fields.map((field) => (
    <p key={field}>
      <input aria-label={field} value={values[field]} {...pasted.handlersOf(field)} />
      {pasted.oddIn(field).map(({ message }) => message)}
    </p>
  ))
}

const input = (name: string) => page.getByRole('textbox', { name, exact: true })

test('the public key in place of the private one is named, once, at the private one', async () => {
  show(<Keys />)
  await input('publicKey').fill('AbCdEfGh12345678')
  await input('privateKey').fill('AbCdEfGh12345678')
  const said = page.getByText('This is the public key as well.', { exact: false })
  await expect.element(said).toBeVisible()
  await input('privateKey').fill('ZyXwVuTs87654321')
  await expect.element(said).not.toBeInTheDocument()
})

test('a sign that no company ID holds is named with its place in Unicode', async () => {
  show(<Keys />)
  await input('companyId').fill('https://acme')
  await expect
    .element(page.getByText('There is “:” (U+003A) in it, which no company ID holds. Look at it again.'))
    .toBeVisible()
})
