// The picker of companies: a list that is searched elsewhere, whose answer may come after Enter.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { CompanyMultiPicker, CompanyPicker } from '../../../../renderer/pickers/CompanyPicker.tsx'
import { Field } from '../../../../renderer/ui/Field.tsx'
import type { IdentifiedRef } from '../../../../shared/relationship/relationship.ts'
import { answerCalls, show } from '../rendered.tsx'

const list = { asOf: '2026-11-23T10:00:00Z', partial: false, missing: 'Nothing was read yet.' }
const box = page.getByRole('combobox')
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

test('two chosen companies of one name are told apart by identifier and id', async () => {
  answerCalls({ 'companies:search': async () => ({ rows: [], guesses: 0, total: 0, hidden: 0 }) })
  show(
    <Field label="Companies">
      {(ids) => (
        <CompanyMultiPicker
          ids={ids}
          target={{ connectionId: 'c', overrideOf: null }}
          list={list}
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
