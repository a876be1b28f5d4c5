// The end of the computer's session waits for a write alone, and asks nobody anything.
import { EventEmitter } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { keepAtSessionEnd } from '../../../../../main/electron/lifecycle/sessionEnd.ts'
import { createCalls } from '../../../../../main/services/runningCalls.ts'

function running() {
  const window = new EventEmitter()
  const monitor = new EventEmitter()
  const signals = new EventEmitter()
  const calls = createCalls()
  const settle = vi.fn<() => void>()
  const exit = vi.fn<() => void>()
  keepAtSessionEnd({
    window: window as never,
    monitor: monitor as never,
    signals,
    settle,
    calls,
    app: { exit },
  })
  const ending = (from: 'Windows' | 'macOS and Linux') => {
    const event = { preventDefault: vi.fn<() => void>() }
    if (from === 'Windows') window.emit('query-session-end', event)
    else monitor.emit('shutdown', event)
    return event.preventDefault.mock.calls.length > 0
  }
  return { window, signals, calls, settle, exit, ending }
}

test('on Windows reading holds nothing up, and what waits for an undo is erased before the answer', () => {
  const { calls, settle, exit, ending } = running()
  calls.open('a read that can be stopped')
  expect(ending('Windows')).toBe(false)
  expect(settle).toHaveBeenCalledOnce()
  expect(exit).not.toHaveBeenCalled()
})

test('macOS and Linux, which would ask the page about unsaved changes, find the app gone by itself', async () => {
  const { calls, settle, exit, ending } = running()
  const reading = calls.open('a read that can be stopped')
  expect(ending('macOS and Linux')).toBe(true)
  expect(settle).toHaveBeenCalledOnce()
  expect(reading?.signal.aborted).toBe(true)
  reading?.close()
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0))
})

describe.each(['Windows', 'macOS and Linux'] as const)('on %s', (system) => {
  test('a save under way holds the end up, and the app is gone as soon as it is done, without a question', async () => {
    const { calls, exit, ending } = running()
    const save = calls.anonymous()
    expect(ending(system)).toBe(true)
    await Promise.resolve()
    expect(exit).not.toHaveBeenCalled()
    save.close()
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0))
  })

  test('a dialog that nobody answers holds the end up for two seconds', async () => {
    vi.useFakeTimers()
    const { calls, exit, ending } = running()
    calls.anonymous()
    ending(system)
    await vi.advanceTimersByTimeAsync(1999)
    expect(exit).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(exit).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })
})

test('what was deleted after the question is erased at the end itself', () => {
  const { window, settle, ending } = running()
  ending('Windows')
  window.emit('session-end', {})
  expect(settle).toHaveBeenCalledTimes(2)
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
  '%s ends the app as a shutdown does: no page is asked',
  async (signal) => {
    const { signals, calls, settle, exit } = running()
    const save = calls.anonymous()
    signals.emit(signal)
    expect(settle).toHaveBeenCalledOnce()
    expect(exit).not.toHaveBeenCalled()
    save.close()
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0))
  },
)
