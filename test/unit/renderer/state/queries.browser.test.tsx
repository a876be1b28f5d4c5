// A change as a screen makes it: what follows is done even where the screen has gone meanwhile.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useChange } from '../../../../renderer/state/queries.ts'
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
