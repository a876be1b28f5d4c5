// What loses the focus hands it on: a busy button gets it back, and what goes away leaves it to its dialog, its opener or the screen.
import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { keepFocus } from '../../../../../renderer/ui/keyboard/keepFocus.ts'
import { answerCalls, show } from '../../rendered.tsx'

answerCalls({})
keepFocus()

function Screen() {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [rows, setRows] = useState(['Adatum', 'Fabrikam'])
  const work = () => {
    setBusy(true)
    window.addEventListener('work-done', () => setBusy(false), { once: true })
  }
  return (
    <main tabIndex={-1}>
      <button onClick={() => setOpen(true)}>Pack</button>
      {rows.map((name) => (
        <button key={name} onClick={() => setRows(rows.filter((each) => each !== name))}>
          Delete {name}
        </button>
      ))}
      <Menu portalProps={{ target: 'main' }}>
        <Menu.Target>
          <button>More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Pack by menu</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open && (
        <Modal opened onClose={() => setOpen(false)} title="Pack">
          <Button loading={busy} onClick={work}>
            Write
          </Button>
        </Modal>
      )}
    </main>
  )
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const press = async (name: string) => {
  await expect.element(button(name)).toBeVisible()
  button(name).element().focus()
  await userEvent.keyboard('{Enter}')
}

test('a button that was busy gets the focus back, its dialog has it meanwhile, the opener afterwards', async () => {
  show(<Screen />)
  await press('Pack')
  await expect.element(button('Write')).toBeVisible()
  await press('Write')
  await expect.element(page.getByRole('dialog')).toHaveFocus()
  window.dispatchEvent(new Event('work-done'))
  await expect.element(button('Write')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Pack')).toHaveFocus()
})

test('what opened the menu has the focus again once its dialog is closed', async () => {
  show(<Screen />)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Pack by menu' }).click()
  await expect.element(button('Write')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('More')).toHaveFocus()
})

test('what is deleted under the focus leaves it to the screen', async () => {
  show(<Screen />)
  await press('Delete Adatum')
  await expect.element(page.getByRole('main')).toHaveFocus()
})

test('a focus that went on by itself stays where it is', async () => {
  show(<Screen />)
  await press('Pack')
  await press('Write')
  await expect.element(page.getByRole('dialog')).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  const at = document.activeElement
  window.dispatchEvent(new Event('work-done'))
  await expect.element(button('Write')).toBeEnabled()
  expect(document.activeElement).toBe(at)
})

test('a button that was busy for less than a frame has the focus still', async () => {
  show(<Screen />)
  await expect.element(button('Pack')).toBeVisible()
  const pack = button('Pack').element()
  pack.focus()
  document.addEventListener('focusout', () => pack.removeAttribute('disabled'), { once: true })
  pack.setAttribute('disabled', '')
  await expect.element(button('Pack')).toBeEnabled()
  await expect.element(button('Pack')).toHaveFocus()
})
