// Where the focus is when a dialog goes that was opened out of a menu.
import { Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useFocusBack } from '../../../../renderer/frame/useFocusBack.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

function Screen() {
  useFocusBack()
  const [open, setOpen] = useState(false)
  return (
    <main tabIndex={-1}>
      <Menu portalProps={{ target: 'main' }}>
        <Menu.Target>
          <button type="button">More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Rename</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={open} onClose={() => setOpen(false)} title="Other names">
        <input aria-label="Name" />
      </Modal>
    </main>
  )
}

test('what opened the menu has the focus again once its dialog is closed', async () => {
  show(<Screen />)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Harbour')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'More' })).toHaveFocus()
})
