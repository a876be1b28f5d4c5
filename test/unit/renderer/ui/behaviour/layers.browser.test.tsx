// What one press of Escape closes: the innermost thing alone.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useLayer } from '../../../../../renderer/ui/behaviour/layers.ts'
import { show } from '../../rendered.tsx'

function Screen({ onLeave }: { onLeave: () => void }) {
  const [text, setText] = useState('')
  useLayer(true, 'page', onLeave)
  return (
    <input type="search" aria-label="Search" value={text} onChange={(event) => setText(event.target.value)} />
  )
}

test('Escape in a search empties it, and only the next one leaves the page', async () => {
  let left = 0
  show(<Screen onLeave={() => (left += 1)} />)
  const box = page.getByRole('searchbox', { name: 'Search' })
  await box.fill('harbour')
  await userEvent.keyboard('{Escape}')
  await expect.element(box).toHaveValue('')
  expect(left).toBe(0)
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => left).toBe(1)
})
