// Where used and Replace everywhere on the screen: what tells records apart, which rows wait, many rows at once.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import ReplaceEverywhere from '../../../../renderer/fleet/ReplaceEverywhere.tsx'
import WhereUsed from '../../../../renderer/fleet/WhereUsed.tsx'
import type { ReviewRow } from '../../../../shared/ipc/areas/fleetCalls.ts'
import type { ReferenceView } from '../../../../shared/ipc/areas/referenceCalls.ts'
import { connectionView, summary } from '../../../support/summaries.ts'
import { answerCalls, show } from '../rendered.tsx'

const target = { connectionId: 'acme', overrideOf: null }
const view: ReferenceView = {
  connection: { site: 'na.example.test', companyId: 'acme', name: 'Acme', environment: 'sandbox' },
  fetchedAt: '2026-11-20T08:00:00Z',
  partial: [],
  unreadBoards: [],
  counts: { companies: 2, boards: 2 },
  collections: {
    boards: [
      { id: 4, name: 'Night shift' },
      { id: 9, name: 'Day shift' },
    ],
  },
}
const counts = { ready: true, errors: 0, warnings: 0 }
const row = (id: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id,
  revision: 1,
  changes: [
    { field: 'serviceBoard', before: { id: 4, name: 'Night shift' }, after: { id: 9, name: 'Day shift' } },
  ],
  before: counts,
  after: counts,
  news: [],
  lost: [],
  unsaved: false,
  ...more,
})
const ids = ['r1', 'r2', 'r3', 'r4', 'r5']

/** What is decided about a replacement is remembered while the window is open, so every test replaces another board. */
let replaced = 100

async function reviewOf(rows: ReviewRow[]) {
  replaced += 1
  answerCalls({
    'connections:list': () => [connectionView('acme', 'sandbox')],
    'relationships:list': () => ids.map((id) => summary(id, `Contract ${id}`)),
    'reference:get': () => view,
    'fleet:review': () => rows,
  })
  show(
    <ReplaceEverywhere
      target={target}
      record={{ collection: 'boards', id: replaced, name: 'Night shift' }}
    />,
  )
  await page.getByRole('combobox', { name: 'Replace with' }).click()
  await page.getByRole('option', { name: /Day shift/ }).click()
  await expect.element(page.getByRole('table', { name: 'Review' })).toBeVisible()
}
const boxOf = (id: string) => page.getByRole('checkbox', { name: `Replace in Contract ${id}` })

test('a row that would lose its status waits, and says why', async () => {
  const why = '“New” is cleared (Status): Day shift has no active status named New.'
  await reviewOf([row('r1'), row('r2', { lost: [why] })])
  await expect.element(boxOf('r1')).toBeChecked()
  await expect.element(boxOf('r2')).not.toBeChecked()
  await expect.element(page.getByText(why)).toBeVisible()
})

test('Shift takes the rows from the last one pressed to this one, but not those with unsaved changes', async () => {
  await reviewOf(ids.map((id) => row(id, { unsaved: id === 'r3' })))
  await page.getByRole('checkbox', { name: 'All rows' }).click()
  await boxOf('r2').click()
  await boxOf('r5').click({ modifiers: ['Shift'] })
  await expect.element(page.getByText('3 relationships, 3 fields')).toBeVisible()
  await expect.element(boxOf('r3')).not.toBeChecked()
  await expect.element(boxOf('r1')).not.toBeChecked()
})

test('Shift and the space bar take the same rows', async () => {
  await reviewOf(ids.map((id) => row(id)))
  await boxOf('r2').click()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(boxOf('r4')).toHaveFocus()
  await userEvent.keyboard('{Shift>} {/Shift}')
  await expect.element(page.getByText('2 relationships, 2 fields')).toBeVisible()
  await expect.element(boxOf('r3')).not.toBeChecked()
})

test('of two companies of one name the chosen one shows its identifier', async () => {
  answerCalls({
    'connections:list': () => [connectionView('acme', 'sandbox')],
    'relationships:list': () => [],
    'reference:get': () => view,
    'fleet:uses': () => ({ name: null, rows: [] }),
    'companies:lookup': ({ ids: asked }) =>
      asked.map((id) => ({ id, name: 'Adatum', identifier: 'ADATUM-EAST' })),
  })
  show(<WhereUsed target={target} record={{ collection: 'companies', id: 71, name: 'Adatum' }} />)
  await expect.element(page.getByText('ADATUM-EAST · 71')).toBeVisible()
})
