// What a refresh found among records in use: said in a line, and `Review` leads to each.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ChangedRecords } from '../../../../../renderer/connections/refresh/ChangedRecords.tsx'
import { useNavigation } from '../../../../../renderer/state/navigation.tsx'
import type { ConnectionView } from '../../../../../shared/connection/connection.ts'
import { answerCalls, show } from '../../rendered.tsx'

const connection = (fetchedAt: string): ConnectionView => ({
  id: 'c1',
  name: 'Acme',
  environment: 'sandbox',
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: 'p',
  clientId: 'i',
  key: 'saved',
  demo: false,
  fetchedAt,
  revision: 1,
})
const member = {
  collection: 'members' as const,
  id: 42,
  name: 'Robin Hale',
  state: 'inactive' as const,
  relationships: ['r1', 'r2'],
}
const board = {
  collection: 'boards' as const,
  id: 4,
  name: 'Retail',
  state: 'gone' as const,
  relationships: ['r1'],
}

function Screen({ fetchedAt }: { fetchedAt: string }) {
  const { view } = useNavigation()
  return (
    <>
      <ChangedRecords connections={[connection(fetchedAt)]} />
      <p>{view.name === 'whereUsed' ? `Looking at ${view.record?.name}` : 'Elsewhere'}</p>
    </>
  )
}
const review = page.getByRole('button', { name: 'Review' })

test('of one record the review leads to where it is used', async () => {
  answerCalls({ 'fleet:changed': () => [member] })
  show(<Screen fetchedAt="2026-11-23T10:00:00Z" />)
  await expect
    .element(page.getByText('1 record used by 2 relationships is gone, inactive or renamed'))
    .toBeVisible()
  await review.click()
  await expect.element(page.getByText('Looking at Robin Hale')).toBeVisible()
})

test('of several it lists them, each a way to where it is used', async () => {
  answerCalls({ 'fleet:changed': () => [member, board] })
  show(<Screen fetchedAt="2026-11-24T10:00:00Z" />)
  await expect.element(page.getByText(/member Robin Hale is inactive; board Retail is gone/i)).toBeVisible()
  await review.click()
  await page.getByRole('button', { name: /board Retail/i }).click()
  await expect.element(page.getByText('Looking at Retail')).toBeVisible()
})

test('a name of any length takes a line, whole in its title', async () => {
  const name = `Harbour ${'W'.repeat(2_000)}`
  answerCalls({ 'fleet:changed': () => [{ ...board, name }, member] })
  show(<Screen fetchedAt="2026-11-25T10:00:00Z" />)
  await expect.element(page.getByTitle(name)).toBeVisible()
  expect(document.documentElement.scrollHeight).toBeLessThan(1000)
  await review.click()
  await expect.element(page.getByRole('listitem').first()).toBeVisible()
  expect(document.documentElement.scrollHeight).toBeLessThan(1000)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth)
})
