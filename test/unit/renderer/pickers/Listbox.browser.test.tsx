// The open list of a picker follows the row that the keys went to.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOptions } from '../../../../renderer/pickers/option.ts'
import { Picker } from '../../../../renderer/pickers/Picker.tsx'
import { Field } from '../../../../renderer/ui/Field.tsx'
import { show } from '../rendered.tsx'

const options = plainOptions(Array.from({ length: 60 }, (_, at) => ({ id: at + 1, name: `Queue ${at + 1}` })))
const list = { asOf: '2026-11-23T10:00:00Z', partial: false, missing: 'Nothing was read yet.' }

test('a row is in sight wherever the keys go, and the first one of what is typed then', async () => {
  show(
    <Field label="Queue">
      {(ids) => <Picker ids={ids} options={options} list={list} value={null} onChange={() => {}} />}
    </Field>,
  )
  const queue = (number: number) => page.getByRole('option', { name: `Queue ${number}`, exact: true })
  await page.getByRole('combobox').click()
  await expect.element(queue(1)).toBeInViewport()
  await userEvent.keyboard('{PageDown}{PageDown}{PageDown}')
  await expect.element(queue(25)).toBeInViewport()
  await userEvent.keyboard('{PageUp}{PageUp}{ArrowUp}')
  await expect.element(queue(8)).toBeInViewport()
  await userEvent.keyboard('{PageDown}{PageDown}{PageDown}q')
  await expect.element(queue(1)).toBeInViewport()
})
