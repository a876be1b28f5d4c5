// What the window remembers outlives the component that shows it, each key by itself.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useWindowState, windowState } from '../../../../renderer/state/windowState.ts'
import { show } from '../rendered.tsx'

const typed = windowState('')

function Box({ of }: { of: string }) {
  const [text, setText] = useWindowState(typed, of)
  return <input aria-label={of} value={text} onChange={(event) => setText(event.currentTarget.value)} />
}

function Tabs() {
  const [open, setOpen] = useState('first')
  return (
    <>
      {['first', 'second'].map((name) => (
        <button key={name} type="button" onClick={() => setOpen(name)}>
          {name}
        </button>
      ))}
      <Box key={open} of={open} />
    </>
  )
}

test('a text is there again after another tab was open, and nowhere else', async () => {
  show(<Tabs />)
  await page.getByRole('textbox', { name: 'first' }).fill('half a word')
  await page.getByRole('button', { name: 'second' }).click()
  await expect.element(page.getByRole('textbox', { name: 'second' })).toHaveValue('')
  await page.getByRole('button', { name: 'first' }).click()
  await expect.element(page.getByRole('textbox', { name: 'first' })).toHaveValue('half a word')
})
