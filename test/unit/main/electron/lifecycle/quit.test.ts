// The end of the app waits for what is being written, and for nothing else.
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCalls } from '../../../../../main/services/runningCalls.ts'
import { endAfterCalls } from '../../../../../main/electron/lifecycle/quit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An app that ends when nobody prevents it, as Electron's does. */
function running() {
  const app = Object.assign(new EventEmitter(), {
    ended: false,
    quit: () => {
      let prevented = false
      app.emit('will-quit', { preventDefault: () => (prevented = true) })
      app.ended = !prevented
    },
  })
  const calls = createCalls()
  endAfterCalls(app, calls)
  return { app, calls }
}
const passed = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('an app without calls ends at once', async () => {
  const { app } = running()
  app.quit()
  await passed(0)
  expect(app.ended).toBe(true)
})

test('a save that is under way is finished first, and reading is told to stop', async () => {
  const { app, calls } = running()
  const save = calls.anonymous()
  const refresh = calls.open('refresh')
  app.quit()
  expect(refresh?.signal.aborted).toBe(true)
  refresh?.close()
  await passed(0)
  expect(app.ended).toBe(false)
  save.close()
  await passed(0)
  expect(app.ended).toBe(true)
})

test('a call that never ends holds the end back for two seconds', async () => {
  const { app, calls } = running()
  calls.anonymous()
  app.quit()
  app.quit()
  await passed(1999)
  expect(app.ended).toBe(false)
  await passed(1)
  expect(app.ended).toBe(true)
})
