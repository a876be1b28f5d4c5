// The end of the Windows session puts the drafts on disk, and is held up by a write alone.
import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { keepAtSessionEnd } from '../../../../../main/electron/lifecycle/sessionEnd.ts'
import { createCalls } from '../../../../../main/services/runningCalls.ts'

function running() {
  const window = new EventEmitter()
  const calls = createCalls()
  const flush = vi.fn<() => void>()
  const quit = vi.fn<() => void>()
  keepAtSessionEnd(window as never, { flush, calls, app: { quit } })
  const ending = () => {
    const event = { preventDefault: vi.fn<() => void>() }
    window.emit('query-session-end', event)
    return event.preventDefault.mock.calls.length > 0
  }
  return { window, calls, flush, quit, ending }
}

test('the drafts are on disk before the answer, and the session ends', () => {
  const { calls, flush, ending } = running()
  calls.open('a read that can be stopped')
  expect(ending()).toBe(false)
  expect(flush).toHaveBeenCalledOnce()
})

test('a save under way holds the end up, and the app quits as soon as it is done', async () => {
  const { calls, quit, ending } = running()
  const reading = calls.open('reading')
  const save = calls.anonymous()
  expect(ending()).toBe(true)
  expect(reading?.signal.aborted).toBe(true)
  reading?.close()
  await Promise.resolve()
  expect(quit).not.toHaveBeenCalled()
  save.close()
  await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce())
})

test('what was typed after the question is put on disk at the end itself', () => {
  const { window, flush, ending } = running()
  ending()
  window.emit('session-end', {})
  expect(flush).toHaveBeenCalledTimes(2)
})
