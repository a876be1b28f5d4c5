// A form whose changes are taken back and made again by keyboard, one after the other.
import { TextInput } from '@mantine/core'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useFrameKeys } from '../../../../renderer/frame/useFrameKeys.ts'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import { show } from '../rendered.tsx'
import { detail } from '../relationship/draftForm.ts'

function Form() {
  const form = useDraft(detail, null, undefined)
  useFrameKeys({ showHelp: () => undefined, showShortcuts: () => undefined })
  const { owner, syncAttachments } = form.draft.settings
  return (
    <>
      <button type="button" onClick={() => form.set('owner', null)}>
        Clear the owner
      </button>
      <button type="button" onClick={() => form.set('syncAttachments', true)}>
        Sync attachments
      </button>
      <button type="button" onClick={() => form.discard()}>
        Discard
      </button>
      <TextInput
        label="Site"
        value={form.draft.apiOverride.site}
        onChange={(event) => form.setOverride({ site: event.currentTarget.value })}
      />
      <p role="status">
        {owner?.name ?? 'nobody'}, attachments {syncAttachments ? 'on' : 'off'}, {form.changed.size} changed
      </p>
    </>
  )
}

const press = (name: string) => page.getByRole('button', { name }).click()
const shows = (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words)

test('Ctrl Z takes one change back after the other, Ctrl Y makes them again', async () => {
  show(<Form />)
  await press('Clear the owner')
  await press('Sync attachments')
  await shows('nobody, attachments on, 2 changed')
  await userEvent.keyboard('{Control>}z{/Control}')
  await shows('nobody, attachments off, 1 changed')
  await userEvent.keyboard('{Control>}zz{/Control}')
  await shows('Dana Reyes, attachments off, 0 changed')
  await userEvent.keyboard('{Control>}y{/Control}')
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await shows('nobody, attachments on, 2 changed')
})

test('a change of another kind ends what could be made again', async () => {
  show(<Form />)
  await press('Clear the owner')
  await userEvent.keyboard('{Control>}z{/Control}')
  await press('Sync attachments')
  await userEvent.keyboard('{Control>}y{/Control}')
  await shows('Dana Reyes, attachments on, 1 changed')
})

test('nothing is left to take back once everything was discarded', async () => {
  show(<Form />)
  await press('Sync attachments')
  await press('Discard')
  await userEvent.keyboard('{Control>}z{/Control}')
  await shows('Dana Reyes, attachments off, 0 changed')
})

test('a typed text is taken back whole from outside it, and by the field itself within', async () => {
  show(<Form />)
  await press('Clear the owner')
  await page.getByLabelText('Site').fill('eu.example.test')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(page.getByLabelText('Site')).toHaveValue('')
  await shows('nobody, attachments off, 1 changed')
  await page.getByLabelText('Site').fill('au.example.test')
  await page.getByRole('status').click()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(page.getByLabelText('Site')).toHaveValue('')
  await shows('nobody, attachments off, 1 changed')
})
