// A long read shows in the taskbar, and its end is told to whoever looks elsewhere by then.
import { expect, test, vi } from 'vitest'
import type { Handlers } from '../../../../main/handlers/handlerContract.ts'
import { showLongReads } from '../../../../main/electron/longReads.ts'
import type { ProgressReport } from '../../../../shared/ipc/progress.ts'

const collection = (done: number, total: number | null): ProgressReport => ({
  kind: 'collection',
  collection: 'companies',
  done,
  total,
  finished: false,
})

async function read({ seconds = 60, focused = false, stopped = false }) {
  let now = 0
  const bars: number[] = []
  const notify = vi.fn<(sentence: string) => void>()
  const report = vi.fn<(report: ProgressReport) => void>()
  const handlers = {
    'reference:refresh': async (_input: unknown, call: { report: typeof report }) => {
      call.report(collection(0, null))
      call.report(collection(50, 200))
      now = seconds * 1000
      return 'read'
    },
  } as unknown as Handlers
  const shown = showLongReads(handlers, {
    window: () => ({ setProgressBar: (value: number) => void bars.push(value), isFocused: () => focused }),
    keepAwake: (work) => work(),
    notify,
    now: () => now,
  })
  const signal = stopped ? AbortSignal.abort() : new AbortController().signal
  const answer = await shown['reference:refresh']({} as never, { signal, report })
  return { answer, bars, notify, report }
}

test('the taskbar shows how far it is, and nothing at the end', async () => {
  const { answer, bars, report } = await read({})
  expect(answer).toBe('read')
  expect(bars).toEqual([2, 0.25, -1])
  expect(report).toHaveBeenCalledTimes(2)
})

test('the bar of two reads goes with the last', async () => {
  const bars: number[] = []
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const handlers = { 'reference:refresh': () => first.promise, 'samples:read': () => second.promise }
  const shown = showLongReads(handlers as unknown as Handlers, {
    window: () => ({ setProgressBar: (value: number) => void bars.push(value), isFocused: () => true }),
    keepAwake: (work) => work(),
    notify: () => {},
    now: () => 0,
  })
  const call = { signal: new AbortController().signal, report: () => {} }
  const reads = [shown['reference:refresh']({} as never, call), shown['samples:read']({} as never, call)]
  first.resolve()
  await reads[0]
  expect(bars).toEqual([])
  second.resolve()
  await reads[1]
  expect(bars).toEqual([-1])
})

test.each([
  ['is told after a minute elsewhere', {}, 1],
  ['is not told when it was quick', { seconds: 3 }, 0],
  ['is not told to whoever sees it', { focused: true }, 0],
  ['is not told to whoever stopped it', { stopped: true }, 0],
])('the end %s', async (_title, how, times) => {
  expect((await read(how)).notify).toHaveBeenCalledTimes(times)
})
