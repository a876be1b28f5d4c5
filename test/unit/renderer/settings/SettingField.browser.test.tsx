// A setting's row: label, control, findings, what was saved, and the way back to it.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useFrameKeys } from '../../../../renderer/frame/useFrameKeys.ts'
import { SettingField } from '../../../../renderer/settings/SettingField.tsx'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import type { Finding } from '../../../../shared/findings/findingSeverities.ts'
import { type FieldPath, fields, fieldsOf } from '../../../../shared/relationship/fields.ts'
import { detail } from '../relationship/draftForm.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

function Row({ path, findings = [] }: { path: FieldPath; findings?: readonly Finding[] }) {
  const form = useDraft(detail, null, undefined)
  const field = fieldsOf(fields[path].section).find((each) => each.path === path)
  if (!field) throw new Error(`${path} is no setting of the form`)
  return (
    <SettingField
      field={field}
      relationshipId={detail.id}
      form={form}
      target={{ connectionId: 'c1', overrideOf: null }}
      data={{ view: null, loading: false, lookingUp: false, collections: {}, reference: null }}
      findings={findings}
    />
  )
}

test('a switch says what was saved once it differs, and goes back alone', async () => {
  show(<Row path="syncAttachments" />)
  const toggle = page.getByRole('switch', { name: 'Sync attachments' })
  await toggle.click()
  await expect.element(toggle).toBeChecked()
  await expect.element(page.getByText(/was off/)).toBeVisible()
  const reset = page.getByRole('button', { name: 'Reset to the saved value', exact: true })
  await expect.element(reset).toHaveAccessibleDescription('Sync attachments')
  await reset.click()
  await expect.element(toggle).not.toBeChecked()
  await expect.element(page.getByText(/was off/)).not.toBeInTheDocument()
})

test('a finding is read out with its control', async () => {
  const finding: Finding = {
    code: 'priority-required',
    severity: 'error',
    field: 'priority',
    message: 'No priority is chosen.',
    next: 'Choose the priority that created tickets get.',
  }
  show(<Row path="priority" findings={[finding]} />)
  const box = page.getByRole('combobox', { name: 'Priority' })
  await expect.element(box).toHaveAttribute('aria-invalid', 'true')
  await expect.element(box).toHaveAccessibleDescription(/No priority is chosen\. Choose the priority/)
})

test('a saved value is cleared and brought back', async () => {
  show(<Row path="owner" />)
  const box = page.getByRole('combobox', { name: 'Owner' })
  await expect.element(box).toHaveValue('Dana Reyes')
  const clear = page.getByRole('button', { name: 'Clear this choice', exact: true })
  await expect.element(clear).toHaveAccessibleDescription('Owner')
  // A label leads to its own control alone.
  await expect.element(page.getByLabelText('Owner')).toHaveValue('Dana Reyes')
  await clear.click()
  await expect.element(box).toHaveValue('')
  await page.getByRole('button', { name: 'Reset to the saved value' }).click()
  await expect.element(box).toHaveValue('Dana Reyes')
})

test('the comment types say who reads each chosen one', async () => {
  show(<Row path="commentTypes" />)
  await expect.element(page.getByRole('group', { name: 'Comment types' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Resolution' }).click()
  await expect.element(page.getByText('Resolution:', { exact: true })).toBeVisible()
  await expect.element(page.getByText(/was Discussion/)).toBeVisible()
})

test('a status that waits for its board is not called missing', async () => {
  const finding: Finding = {
    code: 'status-required',
    severity: 'error',
    field: 'status',
    message: 'No status is chosen.',
    next: 'Choose a status of the board that tickets land on.',
  }
  show(<Row path="status" findings={[finding]} />)
  const box = page.getByRole('combobox', { name: 'Status' })
  await expect.element(box).toHaveAttribute('placeholder', 'Choose the service board first')
  await expect.element(box).toHaveAttribute('aria-invalid', 'false')
  await expect.element(page.getByText(finding.message)).not.toBeInTheDocument()
})

function WithKeys() {
  useFrameKeys({ showHelp: () => undefined, showShortcuts: () => undefined })
  return <Row path="owner" />
}

test('the button that resets a setting leaves the focus in it, also when Ctrl Z takes the button away', async () => {
  show(<WithKeys />)
  const box = page.getByRole('combobox', { name: 'Owner' })
  const reset = page.getByRole('button', { name: 'Reset to the saved value' })
  for (const goBack of [() => reset.click(), () => userEvent.keyboard('{Control>}z{/Control}')]) {
    await page.getByRole('button', { name: 'Clear this choice', exact: true }).click()
    await expect.element(reset).toBeVisible()
    reset.element().focus()
    await goBack()
    await expect.element(box).toHaveValue('Dana Reyes')
    await expect.element(box).toHaveFocus()
  }
})
