// The companion's big field: what its keys copy, exactly, and that a held key ticks nothing by itself.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { FieldCard } from '../../../../../renderer/golive/companion/FieldCard.tsx'
import { useCompanionKeys } from '../../../../../renderer/golive/companion/useCompanionKeys.ts'
import { useCurrentField } from '../../../../../renderer/golive/companion/useCurrentField.ts'
import { type GoLive, notBegun } from '../../../../../shared/golive/goLive.ts'
import { publishedForm } from '../../../../../shared/golive/publishedForm.ts'
import { draftOf } from '../../../../../shared/relationship/effective.ts'
import { sourceRelationship } from '../../../../support/relationships.ts'
import { show } from '../../rendered.tsx'

const boards = [
  { id: 4, name: 'Help Desk' },
  { id: 9, name: 'Adds, moves, changes' },
]
const saved = sourceRelationship({ boards, defaultBoard: boards[0] ?? null })
const form = publishedForm(saved.role, draftOf(saved, 'c'))

function Entering() {
  const [goLive, change] = useState<GoLive>(notBegun)
  const field = useCurrentField({ form, goLive, change, loaded: true })
  useCompanionKeys(field, () => undefined)
  return (
    <>
      <FieldCard field={field} onClose={() => undefined} />
      <p role="status">{field.copied}</p>
      <p>{field.entered} entered</p>
    </>
  )
}

/** What the page puts into the clipboard from now on. */
function copies(): string[] {
  const taken: string[] = []
  document.addEventListener('copy', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) taken.push(target.value)
  })
  return taken
}

test('several boards are copied one after the other, each as the form offers it', async () => {
  const taken = copies()
  show(<Entering />)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('button', { name: 'Copy 1 of 2' })).toBeVisible()
  await userEvent.keyboard('{Control>}c{/Control}')
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied Boards: Help Desk')
  await page.getByRole('button', { name: 'Copy 2 of 2' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied Boards: Adds, moves, changes')
  await expect.element(page.getByRole('button', { name: 'Copy 1 of 2' })).toBeVisible()
  expect(taken).toEqual(['Help Desk', 'Adds, moves, changes'])
})

test('Enter that is held ticks one field', async () => {
  show(<Entering />)
  await expect.element(page.getByRole('heading', { name: 'Company' })).toBeVisible()
  for (const repeat of [false, true, true])
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat }))
  await expect.element(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
  await expect.element(page.getByText('1 entered')).toBeVisible()
})
