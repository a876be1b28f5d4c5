// A field's help, note and problem are announced with whatever control stands in it.
import { Checkbox, NativeSelect, PasswordInput, Switch, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Combobox } from '../../../../renderer/pickers/Combobox.tsx'
import { Field, type FieldIds, type FieldProblem } from '../../../../renderer/ui/Field.tsx'
import { show } from '../rendered.tsx'

const noFoot = { foot: null, empty: 'Nothing matches', placeholder: 'Choose' }

const controls: readonly [
  kind: string,
  role: 'textbox' | 'combobox' | 'switch',
  (ids: FieldIds) => ReactNode,
][] = [
  ['a text box', 'textbox', (ids) => <TextInput {...ids} />],
  ['a text box that leaves its own error unsaid', 'textbox', (ids) => <TextInput {...ids} error={null} />],
  ['several lines', 'textbox', (ids) => <Textarea {...ids} />],
  ['several lines that grow', 'textbox', (ids) => <Textarea {...ids} autosize />],
  ['a list of the system', 'combobox', (ids) => <NativeSelect {...ids} data={['One', 'Two']} />],
  ['a switch', 'switch', (ids) => <Switch {...ids} />],
  [
    'a picker',
    'combobox',
    (ids) => (
      <Combobox
        {...noFoot}
        ids={ids}
        rows={[]}
        guesses={0}
        shown=""
        text=""
        onText={() => {}}
        onChoose={() => {}}
      />
    ),
  ],
]

const warning: FieldProblem = { severity: 'warning', message: 'It ends soon.', next: 'Ask for another.' }
const error: FieldProblem = { severity: 'error', message: 'It is missing.', next: 'Enter it.' }

function row(control: (ids: FieldIds) => ReactNode, problems: readonly FieldProblem[], note?: string) {
  return (
    <Field label="Pass phrase" help="As on the card." problems={problems} note={note}>
      {control}
    </Field>
  )
}

describe.each(controls)('%s', (_kind, role, control) => {
  const box = () => page.getByRole(role, { name: 'Pass phrase' })

  test('is described by help and note', async () => {
    show(row(control, [], 'Taken from the mail.'))
    await expect.element(box()).toHaveAccessibleDescription('Taken from the mail. As on the card.')
    await expect.element(box()).not.toHaveAttribute('aria-invalid', 'true')
  })

  test('is described by a warning beside its help, and is not invalid', async () => {
    show(row(control, [warning]))
    await expect.element(box()).toHaveAccessibleDescription('It ends soon. Ask for another. As on the card.')
    await expect.element(box()).not.toHaveAttribute('aria-invalid', 'true')
  })

  test('is described by its error, and is invalid', async () => {
    show(row(control, [error]))
    await expect.element(box()).toHaveAccessibleDescription('It is missing. Enter it.')
    await expect.element(box()).toHaveAttribute('aria-invalid', 'true')
  })

  test('is told as required where its field is', async () => {
    show(row(control, []))
    await expect.element(box()).not.toHaveAttribute('aria-required')
    show(
      <Field label="Pass phrase" required>
        {control}
      </Field>,
    )
    await expect.element(box()).toHaveAttribute('aria-required', 'true')
  })
})

test('a box for a secret is described and marked like any other', async () => {
  show(row((ids) => <PasswordInput {...ids} />, [error]))
  const box = page.getByLabelText('Pass phrase', { exact: true })
  await expect.element(box).toHaveAccessibleDescription('It is missing. Enter it.')
  await expect.element(box).toHaveAttribute('aria-invalid', 'true')
})

test('a box with a text of its own keeps it beside the texts of the field', async () => {
  show(row((ids) => <TextInput {...ids} description="At most 40 letters." />, [warning]))
  await expect
    .element(page.getByRole('textbox', { name: 'Pass phrase' }))
    .toHaveAccessibleDescription(/It ends soon\..*As on the card\. At most 40 letters\./)
})

test('a box outside of any field keeps to its own texts', async () => {
  show(<TextInput label="Search" description="By name." />)
  await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveAccessibleDescription('By name.')
})

test('a group of choices is described as one', async () => {
  show(
    <Field label="Days" help="When it runs." group problems={[error]}>
      {(ids) => (
        <div {...ids} role="radiogroup">
          <Checkbox label="Monday" />
        </div>
      )}
    </Field>,
  )
  const group = page.getByRole('radiogroup', { name: 'Days' })
  await expect.element(group).toHaveAccessibleDescription('It is missing. Enter it.')
  await expect.element(group).toHaveAttribute('aria-invalid', 'true')
})

test('says what was there before a change; where nothing was, it only reads that out', async () => {
  const changed = (isFirst: boolean) =>
    show(
      <Field label="Pass phrase" changedFrom="not chosen" isFirst={isFirst}>
        {(ids) => <TextInput {...ids} />}
      </Field>,
    )
  changed(false)
  await expect.element(page.getByText(/^Changed was not chosen$/)).toBeVisible()
  changed(true)
  await expect.element(page.getByRole('textbox')).toHaveAccessibleDescription('Changed, was not chosen.')
  await expect.element(page.getByRole('paragraph')).not.toBeInTheDocument()
})

function Renamed() {
  const [name, setName] = useState('Adatum north')
  const changedFrom = name === 'Adatum' ? undefined : 'Adatum'
  return (
    <Field label="Name" changedFrom={changedFrom} onReset={() => setName('Adatum')}>
      {(ids) => <input {...ids} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
    </Field>
  )
}

test('a reset by key leads back to the field', async () => {
  show(<Renamed />)
  const reset = page.getByRole('button', { name: 'Reset to the saved value' })
  await expect.element(reset).toBeVisible()
  reset.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByLabelText('Name')).toHaveFocus()
  await expect.element(page.getByLabelText('Name')).toHaveValue('Adatum')
})
