// Shortcuts of the screen while a dialog lies above it.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useShortcuts } from '../../../../../renderer/ui/behaviour/shortcuts.ts'
import { answerCalls, show } from '../../rendered.tsx'

answerCalls({})

function Screen() {
  const [saved, setSaved] = useState(0)
  const [open, setOpen] = useState(true)
  useShortcuts([['mod+S', () => setSaved(saved + 1)]])
  return (
    <>
      <p>Saved {saved}</p>
      <Modal opened={open} onClose={() => setOpen(false)} title="Question" transitionProps={{ duration: 0 }}>
        <p>Well?</p>
      </Modal>
    </>
  )
}

test('a shortcut does nothing to a screen that a dialog lies above, and works again below none', async () => {
  show(<Screen />)
  await expect.element(page.getByText('Well?')).toBeVisible()
  await userEvent.keyboard('{Control>}s{/Control}')
  await expect.element(page.getByText('Saved 0')).toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByText('Well?')).not.toBeInTheDocument()
  await userEvent.keyboard('{Control>}s{/Control}')
  await expect.element(page.getByText('Saved 1')).toBeVisible()
})
