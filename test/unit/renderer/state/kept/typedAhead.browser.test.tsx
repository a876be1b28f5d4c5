// Typing ahead of a screen: the letters arrive in the field that gets the cursor, and nothing is held back once somebody does something else.
import { type FormEvent, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { holdTyping, holdTypingUntilFocus } from '../../../../../renderer/state/kept/typedAhead.ts'
import { show } from '../../rendered.tsx'

let arrive = (): void => undefined
// However slowly the keys come, no time runs out but where a test lets it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** The screen before, and the one that is opened; `onArrive` as the navigation says it. */
function Screens() {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const begin = () => {
    arrive = holdTyping()
  }
  const typed = ({ currentTarget }: FormEvent<HTMLInputElement>) => setName(currentTarget.value)
  return (
    <form>
      <button type="button" onClick={begin}>
        Open
      </button>
      <button type="button" onFocus={() => setOpen(true)}>
        There
      </button>
      {open && <input aria-label="Name" autoFocus value={name} onChange={typed} />}
      {open && <input aria-label="Partner" />}
    </form>
  )
}
const field = (name: string) => page.getByRole('textbox', { name })
const come = () =>
  page
    .getByRole('button', { name: 'There' })
    .element()
    .dispatchEvent(new FocusEvent('focusin', { bubbles: true }))

test('what is typed on the way stands in the field, and after Tab in the next one', async () => {
  show(<Screens />)
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('Harbour 7{Tab}Adatum')
  come()
  await expect.element(field('Name')).toHaveFocus()
  arrive()
  await expect.element(field('Name')).toHaveValue('Harbour 7')
  await expect.element(field('Partner')).toHaveValue('Adatum')
  await userEvent.keyboard(' Ltd')
  await expect.element(field('Partner')).toHaveValue('Adatum Ltd')
})

test('a field that gets the cursor later has the letters then', async () => {
  show(<Screens />)
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('Ha')
  arrive()
  await userEvent.keyboard('r')
  come()
  await expect.element(field('Name')).toHaveValue('Har')
})

test('Escape gives the keys back to whatever has the focus', async () => {
  show(<Screens />)
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('lost{Escape}')
  come()
  arrive()
  await expect.element(field('Name')).toHaveFocus()
  await userEvent.keyboard('own')
  await expect.element(field('Name')).toHaveValue('own')
})

test('what is typed for a dialog does not go into the field it was opened from', async () => {
  show(
    <>
      <input aria-label="Before" />
      <input aria-label="Asked" />
    </>,
  )
  await field('Before').click()
  holdTypingUntilFocus()
  await userEvent.keyboard('new')
  field('Asked').element().focus()
  await userEvent.keyboard('er')
  await expect.element(field('Asked')).toHaveValue('newer')
  await expect.element(field('Before')).toHaveValue('')
})

test('a screen that puts the cursor nowhere gives the keys back', async () => {
  show(<Screens />)
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('lost')
  arrive()
  vi.runAllTimers()
  await userEvent.keyboard('{Tab}')
  await expect.element(field('Name')).toHaveFocus()
  await userEvent.keyboard('own')
  await expect.element(field('Name')).toHaveValue('own')
})

/** A form as they stand in the window: a name, a choice of one, a place, several lines. */
function Form() {
  return (
    <form>
      <button type="button">Open</button>
      <input aria-label="Name" />
      <input type="hidden" name="kept" />
      <input type="radio" name="environment" aria-label="Sandbox" />
      <input type="radio" name="environment" aria-label="Production" defaultChecked />
      <input aria-label="Site" />
      <textarea aria-label="Remark" />
    </form>
  )
}
const typeAhead = async (keys: string) => {
  show(<Form />)
  await page.getByRole('button', { name: 'Open' }).click()
  holdTypingUntilFocus()
  await userEvent.keyboard(keys)
  field('Name').element().focus()
}

test('Tab stops once at a choice of one, and goes on into several lines', async () => {
  await typeAhead('Harbour{Tab}{Tab}psa.example.test{Tab}by hand')
  await expect.element(field('Remark')).toHaveFocus()
  await expect.element(field('Name')).toHaveValue('Harbour')
  await expect.element(field('Site')).toHaveValue('psa.example.test')
  await expect.element(field('Remark')).toHaveValue('by hand')
})

test('what is typed for a choice stays away from the field before and after it', async () => {
  await typeAhead('Harbour{Tab}sandbox{Tab}psa')
  await expect.element(page.getByRole('radio', { name: 'Production' })).toHaveFocus()
  await expect.element(field('Name')).toHaveValue('Harbour')
  await expect.element(field('Site')).toHaveValue('')
})

test('a screen that never comes gives the keys back', async () => {
  show(<Screens />)
  await page.getByRole('button', { name: 'Open' }).click()
  await userEvent.keyboard('lost')
  vi.runAllTimers()
  await userEvent.keyboard('{Tab}')
  await expect.element(field('Name')).toHaveFocus()
})

test('a dialog that begins with a button gives the keys back', async () => {
  show(
    <>
      <button type="button">Open</button>
      <div role="dialog">
        <button type="button">Keep it</button>
        <button type="button">Delete</button>
      </div>
    </>,
  )
  await page.getByRole('button', { name: 'Open' }).click()
  holdTypingUntilFocus()
  page.getByRole('button', { name: 'Keep it' }).element().focus()
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus()
})
