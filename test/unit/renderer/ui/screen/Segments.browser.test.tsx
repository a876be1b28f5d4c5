// One of a few, by mouse and keys, and told to whoever does not see it.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Segments } from '../../../../../renderer/ui/screen/Segments.tsx'
import { show } from '../../rendered.tsx'

const data = [
  { value: 'all', label: 'All 12' },
  { value: 'ready', label: 'Ready 9' },
] as const
type Shown = (typeof data)[number]['value']

function Show({ readOnly = false }: { readOnly?: boolean }) {
  const [value, setValue] = useState<Shown>('all')
  const [choices, setChoices] = useState(0)
  return (
    <>
      <Segments
        aria-label="Show"
        data={data}
        value={value}
        readOnly={readOnly}
        onChange={(next) => {
          setValue(next)
          setChoices((before) => before + 1)
        }}
      />
      <output>{choices} chosen</output>
    </>
  )
}

const segment = (name: string) => page.getByRole('radiogroup', { name: 'Show' }).getByRole('radio', { name })

test('a click and an arrow choose, and each counts once', async () => {
  show(<Show />)
  await segment('Ready 9').click()
  await expect.element(segment('Ready 9')).toBeChecked()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(segment('All 12')).toBeChecked()
  await expect.element(segment('All 12')).toHaveFocus()
  await expect.element(page.getByText('2 chosen')).toBeVisible()
})

test('what is chosen already can be chosen again', async () => {
  show(<Show />)
  await segment('All 12').click()
  await expect.element(page.getByText('1 chosen')).toBeVisible()
})

test('nothing is chosen where it is only shown', async () => {
  show(<Show readOnly />)
  await segment('Ready 9').click()
  await segment('All 12').click()
  await expect.element(segment('All 12')).toBeChecked()
  await expect.element(page.getByText('0 chosen')).toBeVisible()
})
