// The notice above the form: what could not be matched, by name, until it is chosen or meant to be empty.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LeftOpenNotice } from '../../../../renderer/relationship/LeftOpenNotice.tsx'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import { show } from '../rendered.tsx'
import { detail } from './draftForm.ts'

const imported = {
  ...detail,
  draft: { ...detail.draft, settings: { ...detail.draft.settings, owner: null } },
  leftOpen: [
    { field: 'owner', name: 'Robin Hale' },
    { field: 'timeEntries.defaultWorkRole', name: 'Engineer' },
  ],
}

function Noticed({ onSettle }: { onSettle: (fields: string[], note: string) => void }) {
  const form = useDraft(imported, null, undefined)
  return (
    <>
      <button type="button" onClick={() => form.set('owner', { id: 42, name: 'Dana Reyes' })}>
        Choose Dana
      </button>
      <LeftOpenNotice form={form} saving={false} onSettle={onSettle} />
    </>
  )
}

test('names the record of a setting that counts, and goes when one is chosen', async () => {
  show(<Noticed onSettle={() => undefined} />)
  await expect.element(page.getByText('Robin Hale')).toBeVisible()
  await expect.element(page.getByText('Engineer')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Choose Dana' }).click()
  await expect.element(page.getByText('Robin Hale')).not.toBeInTheDocument()
})

test('says in the history what is left empty', async () => {
  const settled: unknown[] = []
  show(<Noticed onSettle={(...what) => void settled.push(what)} />)
  await page.getByRole('button', { name: 'Leave empty' }).click()
  // What is hidden was not looked at, so it is not settled.
  expect(settled).toEqual([[['owner'], 'Left empty: Owner (Robin Hale)']])
})
