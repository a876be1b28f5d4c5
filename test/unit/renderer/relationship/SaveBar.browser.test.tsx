// The bar below the form: what is unsaved, how it is saved or discarded, and what a failure says.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { SaveBar } from '../../../../renderer/relationship/SaveBar.tsx'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import type { AppError } from '../../../../shared/result.ts'
import { show } from '../rendered.tsx'
import { detail } from './draftForm.ts'

const failed: AppError = {
  code: 'write-failed',
  message: 'The disk is full.',
  next: 'Make room and save again.',
}

function Bar({ fails = false }: { fails?: boolean }) {
  const form = useDraft(detail, null, undefined)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<AppError | null>(null)
  return (
    <>
      <button type="button" onClick={() => form.set('syncAttachments', true)}>
        Change something
      </button>
      <SaveBar
        form={form}
        saving={{
          note,
          setNote,
          stored: null,
          saving: false,
          save: () => setProblem(fails ? failed : null),
          settle: () => undefined,
          problem,
          dismiss: () => setProblem(null),
        }}
      />
    </>
  )
}

const cancel = page.getByRole('button', { name: /^Cancel/ })
const save = page.getByRole('button', { name: /^Save configuration/ })

test('says that nothing is unsaved, and offers nothing', async () => {
  show(<Bar />)
  await expect.element(page.getByText('No unsaved changes')).toBeVisible()
  await expect.element(cancel).toBeDisabled()
  await expect.element(save).toBeDisabled()
})

test('counts what changed, lists it with its values, and takes single changes back', async () => {
  show(<Bar />)
  await page.getByRole('button', { name: 'Change something' }).click()
  await expect.element(page.getByText(/1 unsaved change/)).toBeVisible()
  await page.getByRole('button', { name: 'Review' }).click()
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Sync attachmentsoff → onUndo')
  await page.getByRole('listitem').getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText('No unsaved changes')).toBeVisible()
})

test('discards at once with Cancel, and gives it back with Undo', async () => {
  show(<Bar />)
  await page.getByRole('button', { name: 'Change something' }).click()
  await cancel.click()
  await expect.element(page.getByText('No unsaved changes')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText(/1 unsaved change/)).toBeVisible()
})

test('asks before Escape discards', async () => {
  show(<Bar />)
  await page.getByRole('button', { name: 'Change something' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Discard the unsaved changes?' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expect.element(page.getByText(/1 unsaved change/)).toBeVisible()
})

test('says beside the button why nothing was saved, until it is put aside', async () => {
  show(<Bar fails />)
  await page.getByRole('button', { name: 'Change something' }).click()
  await save.click()
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Not savedThe disk is full. Make room and save again.Dismiss')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})
