// A relationship that another window deleted stays open, and comes back by one press.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { GoneNotice } from '../../../../renderer/relationship/GoneNotice.tsx'
import { answerCalls, show } from '../rendered.tsx'

test('brings it back out of the bin', async () => {
  const asked: unknown[] = []
  answerCalls({
    'connections:list': () => [],
    'relationships:list': () => [],
    'bin:bringBack': (item) => {
      asked.push(item)
      return {}
    },
  })
  show(<GoneNotice id="r7" name="Harbour" problem={{ code: 'unknown-item', message: 'It is gone.' }} />)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(() => asked).toEqual([{ kind: 'relationship', id: 'r7' }])
})
