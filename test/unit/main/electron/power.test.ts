// Requests wait while the computer sleeps; long work keeps it awake and lets go of it however it ends.
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPower } from '../../../../main/electron/power.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function computer() {
  const monitor = new EventEmitter()
  const held = new Set<number>()
  let last = 0
  const blocker = {
    start: () => {
      last += 1
      held.add(last)
      return last
    },
    stop: (id: number) => held.delete(id),
  }
  const power = createPower(monitor as never, blocker)
  const isAwake = async () => {
    let awake = false
    void power.awake().then(() => (awake = true))
    await vi.advanceTimersByTimeAsync(0)
    return awake
  }
  return { monitor, held, power, isAwake }
}

test('a request waits from falling asleep to waking up', async () => {
  const { monitor, isAwake } = computer()
  expect(await isAwake()).toBe(true)
  monitor.emit('suspend')
  expect(await isAwake()).toBe(false)
  monitor.emit('resume')
  expect(await isAwake()).toBe(true)
})

test('a waking that nobody told is noticed all the same', async () => {
  const { monitor, power } = computer()
  monitor.emit('suspend')
  const waiting = power.awake()
  await vi.advanceTimersByTimeAsync(30_000)
  await expect(waiting).resolves.toBeUndefined()
})

test('long work keeps the computer awake, also when it fails', async () => {
  const { held, power } = computer()
  const work = Promise.withResolvers<string>()
  const running = power.keepAwake(() => work.promise)
  const failing = power.keepAwake(() => Promise.reject(new Error('no')))
  expect(held.size).toBe(2)
  await expect(failing).rejects.toThrow('no')
  expect(held.size).toBe(1)
  work.resolve('done')
  expect(await running).toBe('done')
  expect(held.size).toBe(0)
})
