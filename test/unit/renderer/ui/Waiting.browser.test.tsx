// A slow answer is told: what is waited for and for how long.
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { Waiting } from '../../../../renderer/ui/Waiting.tsx'
import { show } from '../rendered.tsx'

afterEach(() => vi.useRealTimers())

test('says after some seconds what is waited for, and goes on counting', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  show(
    <p role="status">
      Reading.
      <Waiting on="companies" />
    </p>,
  )
  const words = () => page.getByRole('status').element().textContent
  await expect.poll(words).toBe('Reading.')
  vi.advanceTimersByTime(5_000)
  await expect.poll(words).toMatch(/^Reading\. \(waiting for companies, 5 s so far\)$/)
  vi.advanceTimersByTime(10_000)
  await expect.poll(words).toMatch(/\(waiting for companies, 15 s so far\)$/)
})
