// The picker's text box as it is used: opened, searched, chosen in, emptied, closed.
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CompanyMultiPicker, CompanyPicker } from '../../../../renderer/pickers/CompanyPicker.tsx'
import { plainOptions } from '../../../../renderer/pickers/option.ts'
import { Picker } from '../../../../renderer/pickers/Picker.tsx'
import { Field } from '../../../../renderer/ui/Field.tsx'
import type { IdentifiedRef } from '../../../../shared/relationship/relationship.ts'
import { answerCalls, show } from '../rendered.tsx'

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

describe('a list that is searched elsewhere', () => {
  const row = (id: number, name: string) => ({ id, identifier: `C${id}`, name, inactive: false })
  const all = [row(1, 'Adatum'), row(2, 'Contoso Ltd'), row(3, 'Contoso Pharma')]

  function Company() {
    const [value, setValue] = useState<IdentifiedRef | null>({ id: 1, name: 'Adatum' })
    return (
      <Field label="Company">
        {(ids) => (
          <CompanyPicker
            ids={ids}
            target={{ connectionId: 'c', overrideOf: null }}
            list={list}
            required
            value={value}
            trouble={null}
            onChange={setValue}
          />
        )}
      </Field>
    )
  }

  /** Answers only when told to, so that every answer is late. */
  function answerLate() {
    const waiting: (() => void)[] = []
    answerCalls({
      'companies:search': async ({ text }) => {
        if (text !== '') await new Promise<void>((resolve) => waiting.push(resolve))
        const rows = all.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
        return { rows, guesses: 0, total: rows.length, hidden: 0 }
      },
    })
    return () => {
      for (const go of waiting.splice(0)) go()
    }
  }

  test('waits with Enter for the list of what is typed', async () => {
    const answer = answerLate()
    show(<Company />)
    await box.click()
    await expect.element(page.getByRole('option', { name: 'Adatum' })).toBeVisible()
    await box.fill('Contoso Pharma')
    await userEvent.keyboard('{Enter}')
    await expect.element(box).toHaveAttribute('aria-expanded', 'true')
    answer()
    await expect.element(box).toHaveAttribute('aria-expanded', 'false')
    await expect.element(box).toHaveValue('Contoso Pharma')
  })

  test('takes no company that only resembles what was typed before its list was there', async () => {
    const listed = Promise.withResolvers<void>()
    answerCalls({
      'companies:search': async ({ text }) => {
        if (text !== '') await listed.promise
        const rows = text === '' ? all : all.slice(1, 2)
        return { rows, guesses: text === '' ? 0 : 1, total: rows.length, hidden: 0 }
      },
    })
    show(<Company />)
    await box.click()
    await expect.element(page.getByRole('option', { name: 'Adatum' })).toBeVisible()
    await box.fill('Contosp Ltd')
    await userEvent.keyboard('{Enter}')
    listed.resolve()
    await expect.element(page.getByText('No name matches “Contosp Ltd”. Similar:')).toBeVisible()
    await expect
      .element(page.getByRole('option', { name: 'Contoso Ltd' }))
      .toHaveAccessibleDescription('C2 · 2, similar')
    await userEvent.keyboard('{Enter}')
    await expect.element(box).toHaveValue('Contosp Ltd')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(box).toHaveValue('Contoso Ltd')
  })

  test('takes no company that was seen but only resembles what was typed after it', async () => {
    const listed = Promise.withResolvers<void>()
    answerCalls({
      'companies:search': async ({ text }) => {
        const isLonger = text === 'Contoso Ltq'
        if (isLonger) await listed.promise
        const rows = all.slice(1, 2)
        return { rows, guesses: isLonger ? 1 : 0, total: rows.length, hidden: 0 }
      },
    })
    show(<Company />)
    await box.fill('Contoso')
    await expect.element(page.getByRole('option', { name: 'Contoso Ltd' })).toBeVisible()
    await box.fill('Contoso Ltq')
    await userEvent.keyboard('{Enter}')
    listed.resolve()
    await expect.element(page.getByText('No name matches “Contoso Ltq”. Similar:')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(box).toHaveValue('Contoso Ltq')
  })

  test('does not take one of several that nobody has seen', async () => {
    const answer = answerLate()
    show(<Company />)
    await box.click()
    await expect.element(page.getByRole('option', { name: 'Adatum' })).toBeVisible()
    await box.fill('Contoso')
    await userEvent.keyboard('{Enter}')
    answer()
    await expect.element(page.getByRole('option', { name: 'Contoso Pharma' })).toBeVisible()
    await expect.element(box).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Enter}')
    await expect.element(box).toHaveValue('Contoso Ltd')
  })
})

test('two chosen companies of one name are told apart by identifier and id', async () => {
  answerCalls({ 'companies:search': async () => ({ rows: [], guesses: 0, total: 0, hidden: 0 }) })
  show(
    <Field label="Companies">
      {(ids) => (
        <CompanyMultiPicker
          ids={ids}
          target={{ connectionId: 'c', overrideOf: null }}
          list={list}
          required={false}
          values={[
            { id: 250, name: 'Contoso Ltd', identifier: 'Contoso' },
            { id: 256, name: 'Contoso Ltd', identifier: 'ContosoUK' },
            { id: 301, name: 'Adatum', identifier: 'Adatum' },
          ]}
          trouble={() => null}
          onChange={() => {}}
        />
      )}
    </Field>,
  )
  for (const name of ['Contoso Ltd · Contoso · 250', 'Contoso Ltd · ContosoUK · 256', 'Adatum'])
    await expect.element(page.getByRole('button', { name: `Remove ${name}`, exact: true })).toBeVisible()
})
