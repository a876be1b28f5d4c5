// A dialog of the stack lies there once, however often its key is pressed.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openDialog, openQuestion } from '../../../renderer/openDialog.ts'
import { changeAppSettings } from '../../../renderer/state/appSettings.ts'
import { answerCalls, show } from './rendered.tsx'

answerCalls({})

test('a dialog asked for before there is a stack opens with it', async () => {
  openDialog({ title: 'Too early', children: 'Here all the same' })
  show(<p>The first screen</p>)
  await expect.element(page.getByRole('dialog', { name: 'Too early' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('a dialog asked for twice is one, and one press of Escape closes it', async () => {
  const open = () => openDialog({ title: 'Keys', children: 'Up and down' })
  show(<button onClick={() => [open(), open()]}>Show keys</button>)
  await page.getByRole('button', { name: 'Show keys' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  expect(page.getByRole('dialog').elements()).toHaveLength(1)
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('a long dialog stays within the window where all text is larger', async () => {
  changeAppSettings({ textSize: 150 })
  const tall = <div style={{ height: 4000 }}>One below the other</div>
  show(<button onClick={() => openDialog({ title: 'All of them', children: tall })}>Show all</button>)
  await page.getByRole('button', { name: 'Show all' }).click()
  const head = page.getByRole('dialog', { name: 'All of them' })
  await expect.element(head).toBeVisible()
  await expect.poll(() => head.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(0)
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  changeAppSettings({ textSize: 100 })
})

test('a question before a loss has the focus on its safe answer', async () => {
  const ask = () =>
    openQuestion({ title: 'Throw it away?', labels: { confirm: 'Throw away', cancel: 'Stay' } })
  show(<button onClick={ask}>Leave</button>)
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect.element(page.getByRole('button', { name: 'Stay' })).toHaveFocus()
})
