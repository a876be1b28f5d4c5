// The offer to go on with what was left unsaved: it ends with those changes and can be taken back.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { KeptDraftNotice } from '../../../../renderer/drafts/KeptDraftNotice.tsx'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import { detail } from '../relationship/draftForm.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({ 'drafts:keep': () => ({}), 'drafts:forget': () => ({}) })
const kept = {
  id: 'r1',
  baseRevision: 1,
  keyTyped: false,
  keptAt: '2026-11-23T10:00:00Z',
  draft: { ...detail.draft, partner: 'Contoso Ltd' },
}

function Form() {
  const form = useDraft(detail, null, kept)
  return (
    <>
      <output>{form.draft.partner}</output>
      <button type="button" onClick={() => form.setHead({ partner: 'Fabrikam' })}>
        Change
      </button>
      <KeptDraftNotice kept={kept} form={form} />
    </>
  )
}
const notice = () => page.getByText('They are in the form below and not saved.')

test('a later change is not taken for what was left unsaved', async () => {
  show(<Form />)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.element(page.getByText('Contoso', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Change' }).click()
  await expect.element(page.getByText('Fabrikam')).toBeVisible()
  await expect.element(notice()).not.toBeInTheDocument()
})

test('what is discarded there can be brought back', async () => {
  show(<Form />)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText('Contoso Ltd')).toBeVisible()
})
