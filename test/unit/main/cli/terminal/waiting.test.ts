// A command that waits says so at least every ten seconds, and stops saying so when it is done.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sayWhileWaiting } from '../../../../../main/cli/terminal/waiting.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const fails = async () => {
  throw new Error('nothing was sent')
}

it.each([
  ['is done', async () => 'done'],
  ['failed', fails],
])('names what it waits for within every ten seconds until that %s', async (_how, ends) => {
  const said: string[] = []
  let stage = 'company'
  let end = () => {}
  const waits = new Promise<void>((resolve) => (end = resolve))
  const work = sayWhileWaiting(
    { say: (line) => void said.push(line), now: () => new Date() },
    () => `psa.example.test, stage ${stage}`,
    () => waits.then(ends),
  ).catch(String)
  vi.advanceTimersByTime(10_000)
  expect(said).toEqual(['Waiting for psa.example.test, stage company (9 s so far).'])
  stage = 'keys'
  vi.advanceTimersByTime(10_000)
  expect(said.at(-1)).toBe('Waiting for psa.example.test, stage keys (18 s so far).')
  end()
  await work
  vi.advanceTimersByTime(60_000)
  expect(said).toHaveLength(2)
})
