// Compared tickets: leaks first, and where there is room one of them whole beside the list.
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { VerifyGroups } from '../../../../../renderer/golive/verify/VerifyGroups.tsx'
import type { Acceptance } from '../../../../../renderer/golive/verify/acceptance.tsx'
import type { ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import { reference, targetRelationship } from '../../../../support/relationships.ts'
import { answerCalls, show } from '../../rendered.tsx'

const relationship = targetRelationship()
const lists = reference()
const arrived = (id: number, key: string, more: Partial<ServiceTicket> = {}): ServiceTicket => ({
  id,
  summary: `About ${key}`,
  externalXRef: key,
  recordType: 'ServiceTicket',
  company: relationship.settings.company,
  board: relationship.settings.serviceBoard,
  status: relationship.settings.status,
  priority: relationship.settings.priority,
  source: relationship.settings.source,
  owner: relationship.settings.owner,
  notes: [],
  documents: [],
  timeEntries: [],
  ...more,
})
const verification = {
  relationship,
  reference: lists,
  sample: {
    flow: 'inbound' as const,
    tickets: [
      { key: 'INC1', summary: 'About INC1' },
      {
        key: 'INC2',
        summary: 'About INC2',
        comments: [{ type: 'internal' as const, author: 'A', body: 'For us alone' }],
      },
      { key: 'INC3', summary: 'About INC3' },
    ],
  },
  actual: [
    arrived(1, 'INC1', { summary: 'Another title' }),
    arrived(2, 'INC2', { notes: [{ text: 'For us alone', detailDescriptionFlag: true }] }),
  ],
  since: null,
}
const { rows } = verifySample(verification)
const titles = new Map(rows.map(({ key }) => [key, `About ${key}`]))

const view = (width: number, acceptance: Acceptance | null = null, shown = rows) => {
  show(
    <div style={{ width }}>
      <VerifyGroups
        verification={verification}
        rows={shown}
        titles={titles}
        acceptance={acceptance}
        extra={null}
      />
    </div>,
  )
}
const beside = page.getByRole('region', { name: 'Compared ticket' })

beforeEach(async () => {
  answerCalls({})
  await page.viewport(1400, 900)
})

test('with room the first leak stands whole beside the list, and the arrows go on from ticket to ticket', async () => {
  view(1000)
  await expect.element(beside.getByText('note-not-expected')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /About INC3.*none/ })).toBeVisible()
  await page.getByRole('button', { name: /About INC2/ }).click()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(beside.getByText('summary-differs')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /About INC1/ })).toHaveFocus()
})

test('without room each ticket stands below the other, leaks first', async () => {
  view(520)
  await expect.element(page.getByRole('region').first().getByText('note-not-expected')).toBeVisible()
  await expect.element(beside).not.toBeInTheDocument()
})

test('the ticket beside the list says its place, and leads on into a group that was folded', async () => {
  view(1000)
  const next = beside.getByRole('button', { name: 'Ticket below' })
  const last = `${rows.length} of ${rows.length}`
  await expect.element(beside.getByText(`1 of ${rows.length}`)).toBeVisible()
  await beside.getByRole('button', { name: 'Ticket above' }).click()
  await expect.element(beside.getByText(`1 of ${rows.length}`)).toBeVisible()
  for (let row = 0; row < rows.length; row += 1) await next.click()
  await expect.element(beside.getByText(last)).toBeVisible()
  await page.getByRole('button', { name: /About INC1/ }).click()
  await expect.element(beside.getByText('summary-differs')).toBeVisible()
})

test('what differs can be ticked as accepted, text that reached somebody cannot', async () => {
  const ticked: [readonly number[], boolean][] = []
  view(1000, { accepted: [false, false, true], accept: (indices, on) => ticked.push([indices, on]) })
  await expect.element(beside.getByText('note-not-expected')).toBeVisible()
  await expect.element(beside.getByRole('checkbox')).not.toBeInTheDocument()
  await page.getByRole('button', { name: /About INC1/ }).click()
  await beside.getByRole('checkbox', { name: 'Seen and accepted' }).click()
  expect(ticked).toEqual([[[0], true]])
  await expect.element(page.getByRole('button', { name: /About INC3.*Accepted/ })).toBeVisible()
})

test('ambiguous tickets are ticked one by one, by whoever has looked them up', async () => {
  const ticked: [readonly number[], boolean][] = []
  const ambiguous = rows.map((row) => ({
    ...row,
    ticket: null,
    state: 'ambiguous' as const,
    differences: [],
    remarks: [],
  }))
  view(
    1000,
    { accepted: [false, false, false], accept: (indices, on) => ticked.push([indices, on]) },
    ambiguous,
  )
  await expect
    .element(page.getByRole('checkbox'))
    .toHaveAccessibleName('Looked at in ConnectWise and accepted')
  await page.getByRole('checkbox').click()
  expect(ticked).toEqual([[[0], true]])
})
