// Choosing one of a thousand things that are kept here.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { KeptPicker } from '../../../../renderer/pickers/KeptPicker.tsx'
import { Field } from '../../../../renderer/ui/Field.tsx'
import { show } from '../rendered.tsx'

const choices = Array.from({ length: 1000 }, (_, place) => ({ key: `rel-${place}`, label: `Café ${place}` }))

function With() {
  const [value, setValue] = useState('rel-3')
  return (
    <Field label="With">
      {(ids) => <KeptPicker ids={ids} choices={choices} value={value} onChoose={setValue} />}
    </Field>
  )
}

test('one of a thousand is found by its name, whatever its accents, and shown', async () => {
  show(<With />)
  const box = page.getByRole('combobox', { name: 'With' })
  await expect.element(box).toHaveValue('Café 3')
  await box.click()
  await userEvent.keyboard('cafe 998')
  await expect.element(page.getByRole('option')).toHaveAccessibleName('Café 998')
  await expect.element(page.getByText('1 of 1,000')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(box).toHaveValue('Café 998')
})
