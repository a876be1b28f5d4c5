// The picker's text box as it is used: opened, searched, chosen in, emptied, closed.
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { plainOptions } from '../../../../renderer/pickers/option.ts'
import { Picker } from '../../../../renderer/pickers/Picker.tsx'
import { Field } from '../../../../renderer/ui/Field.tsx'
import { show } from '../rendered.tsx'

const list = { asOf: '2026-11-23T10:00:00Z', partial: false, missing: 'Nothing was read yet.' }
const options = plainOptions([
  { id: 1, name: 'New' },
  { id: 2, name: 'In progress' },
  { id: 3, name: 'סגור' },
])

function Status() {
  const [value, setValue] = useState<{ id: number; label: string } | null>({ id: 2, label: 'In progress' })
  return (
    <Field label="Status">
      {(ids) => (
        <Picker
          ids={ids}
          options={options}
          list={list}
          value={value}
          onChange={(chosen) => setValue(chosen && { id: chosen.id, label: chosen.name })}
        />
      )}
    </Field>
  )
}

const box = page.getByRole('combobox')

describe('a small list', () => {
  test('opens on the chosen row, which Enter keeps', async () => {
    show(<Status />)
    await box.click()
    const chosen = page.getByRole('option', { selected: true })
    await expect.element(chosen).toHaveAccessibleName('In progress')
    await expect.element(box).toHaveAttribute('aria-activedescendant', chosen.element().id)
    await userEvent.keyboard('{Enter}')
    await expect.element(box).toHaveAttribute('aria-expanded', 'false')
    await expect.element(box).toHaveValue('In progress')
  })

  test('chooses the best match of what is typed, and keeps on Escape', async () => {
    show(<Status />)
    await box.click()
    await userEvent.keyboard('ne{Escape}')
    await expect.element(box).toHaveValue('In progress')
    await userEvent.keyboard('{ArrowDown}ne{Enter}')
    await expect.element(box).toHaveValue('New')
  })

  test('keeps the letters that were typed before the mouse button was let go', async () => {
    show(<Status />)
    await expect.element(box).toBeVisible()
    const input = box.element()
    input.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
    if (input instanceof HTMLElement) input.focus()
    await userEvent.keyboard('in')
    window.dispatchEvent(new MouseEvent('mouseup'))
    await new Promise((resolve) => setTimeout(resolve))
    await userEvent.keyboard(' p')
    await expect.element(box).toHaveValue('in p')
  })

  test('says that nothing holds what is typed, and takes what resembles it only once it was moved to', async () => {
    show(<Status />)
    await box.click()
    await userEvent.keyboard('in prgoress{Enter}')
    await expect.element(page.getByText('No name matches “in prgoress”. Similar:')).toBeVisible()
    await expect.element(box).not.toHaveAttribute('aria-activedescendant')
    await expect.element(box).toHaveValue('in prgoress')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(box).toHaveValue('In progress')
    await expect.element(box).toHaveAttribute('aria-expanded', 'false')
  })

  test('keeps what nothing matches, to be mended, and offers no key that does nothing', async () => {
    show(<Status />)
    await box.click()
    const keys = page.getByText('Enter', { exact: true })
    await expect.element(keys).toBeVisible()
    await userEvent.keyboard('xqz{Enter}')
    await expect.element(box).toHaveValue('xqz')
    await expect.element(box).toHaveAttribute('aria-expanded', 'true')
    await expect.element(keys).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}a{/Control}ne{Enter}')
    await expect.element(box).toHaveValue('New')
  })

  test('takes what is typed after a press in place of its value, also where it had the focus already', async () => {
    show(<Status />)
    await box.click()
    await userEvent.keyboard('{Escape}')
    await box.click()
    await userEvent.keyboard('ne{Enter}')
    await expect.element(box).toHaveValue('New')
  })

  test('opens and closes with Alt and an arrow', async () => {
    show(<Status />)
    await box.click()
    await userEvent.keyboard('{Escape}{Alt>}{ArrowDown}{/Alt}')
    await expect.element(box).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await expect.element(box).toHaveAttribute('aria-expanded', 'false')
    await expect.element(box).toHaveValue('In progress')
  })

  test.each([
    ['leaving', '{Control>}a{/Control}{Backspace}{Tab}', ''],
    ['Enter', '{Escape}{Delete}{Enter}', ''],
    ['nothing but Escape, which keeps it', '{Escape}{Delete}{Escape}', 'In progress'],
  ])('is cleared by emptying it and %s', async (_, typed, value) => {
    show(<Status />)
    await box.click()
    await userEvent.keyboard(typed)
    await expect.element(box).toHaveValue(value)
  })

  test('goes on to what comes next when it is left empty', async () => {
    show(
      <>
        <Status />
        <button type="button">Next</button>
      </>,
    )
    await box.click()
    await userEvent.keyboard('{Escape}{Delete}{Tab}')
    await expect.element(box).toHaveValue('')
    await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus()
  })

  test('isolates a name of another direction', async () => {
    show(<Status />)
    await box.click()
    await expect.element(page.getByRole('option', { name: 'סגור' })).toBeVisible()
    expect(document.querySelectorAll('[role="option"] bdi').length).toBeGreaterThan(0)
  })
})
