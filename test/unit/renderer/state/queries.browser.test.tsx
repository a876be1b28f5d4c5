// What screens ask main for: what follows a change is done, and what another window has changed is read again.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useChange, useConnections, useReadAgainOn } from '../../../../renderer/state/queries.ts'
import type { ConnectionView } from '../../../../shared/connection/connection.ts'
import { answerCalls, show } from '../rendered.tsx'

const done: string[] = []

function Menu({ onClose }: { onClose: () => void }) {
  const remove = useChange('templates:remove')
  const press = () => {
    remove.mutate(
      { id: 'a' },
      { onSuccess: () => done.push('done'), onError: (error) => done.push(error.message) },
    )
    onClose()
  }
  return <button onClick={press}>Delete</button>
}

function Screen() {
  const [open, setOpen] = useState(true)
  return open ? <Menu onClose={() => setOpen(false)} /> : <p>Closed</p>
}

test('what follows a change is done after the menu it was chosen from has closed', async () => {
  const { promise, resolve } = Promise.withResolvers<Record<string, never>>()
  answerCalls({ 'templates:remove': () => promise, 'templates:list': () => [] })
  show(<Screen />)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(page.getByText('Closed')).toBeVisible()
  expect(done).toEqual([])
  resolve({})
  await expect.poll(() => done).toEqual(['done'])
})

const connection = (name: string): ConnectionView => ({
  id: name,
  name,
  environment: 'sandbox',
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: '',
  clientId: '',
  revision: 1,
  key: 'needed',
  demo: false,
  fetchedAt: null,
})

function Names({ event }: { event: 'visibilitychange' | 'focus' }) {
  useReadAgainOn(event)
  return <p role="status">{(useConnections().data ?? []).map(({ name }) => name).join(', ')}</p>
}

test.each([
  ['comes back into sight', 'visibilitychange', () => document],
  ['is turned to', 'focus', () => window],
] as const)('a window that %s shows what was saved elsewhere', async (_, event, at) => {
  const stored = [connection('Acme sandbox')]
  answerCalls({ 'connections:list': () => [...stored] })
  show(<Names event={event} />)
  await expect.element(page.getByRole('status')).toHaveTextContent('Acme sandbox')
  stored.push(connection('Woodgrove'))
  at().dispatchEvent(new Event(event, { bubbles: true }))
  await expect.element(page.getByRole('status')).toHaveTextContent('Acme sandbox, Woodgrove')
})
