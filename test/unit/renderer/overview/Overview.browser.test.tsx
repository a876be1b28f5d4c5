// The overview: what its rows offer besides opening them.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import Overview from '../../../../renderer/overview/Overview.tsx'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { connectionView, summary } from '../../../support/summaries.ts'
import { answerCalls, show } from '../rendered.tsx'

test('a row is exported from its menu, and the overview says where the file is', async () => {
  const asked: Input<'files:export'>[] = []
  answerCalls({
    'connections:list': () => [connectionView('acme', 'sandbox')],
    'relationships:list': () => [summary('r1', 'Contoso managed services')],
    'templates:list': () => [],
    'files:export': (input) => {
      asked.push(input)
      return { path: '/home/dana/contoso.syncwright.json' }
    },
  })
  show(
    <main id="main">
      <Overview />
    </main>,
  )
  await page.getByRole('button', { name: 'More about Contoso managed services' }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  const written = page.getByRole('status').filter({ hasText: 'contoso.syncwright.json' })
  await expect.element(written.getByText('/home/dana/contoso.syncwright.json')).toBeVisible()
  expect(asked).toEqual([{ ids: ['r1'] }])
})

test('the arrow down leads from the search to what it found', async () => {
  answerCalls({
    'connections:list': () => [connectionView('acme', 'sandbox')],
    'relationships:list': () => [summary('r1', 'Fabrikam helpdesk'), summary('r2', 'Tailspin night shift')],
    'templates:list': () => [],
  })
  show(
    <main id="main">
      <Overview />
    </main>,
  )
  await page.getByRole('searchbox', { name: 'Search relationships' }).fill('night')
  await expect.element(page.getByText('Fabrikam helpdesk')).not.toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('button', { name: 'Tailspin night shift', exact: true })).toHaveFocus()
})
