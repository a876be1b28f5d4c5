// How the preview works in the background: cells, latest-only work, calls to the worker, and sessions.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCell } from '../../../renderer/state/store.ts'
import { inParts } from '../../../renderer/preview/judging/chunked.ts'
import { createLatest } from '../../../renderer/preview/judging/latestOnly.ts'
import { createRemote } from '../../../renderer/preview/judging/remote.ts'
import { openSession } from '../../../renderer/preview/judging/judgingSession.ts'
import type { Tickets } from '../../../shared/preview/sample/tickets.ts'
import { reference, targetRelationship } from '../../support/relationships.ts'

describe('a cell', () => {
  it('tells listeners at once and stops when asked', () => {
    const cell = createCell(1)
    const heard: number[] = []
    const stop = cell.subscribe(() => heard.push(cell.get()))
    cell.set(2)
    cell.set((before) => before + 1)
    stop()
    cell.set(9)
    expect(heard).toEqual([2, 3])
    expect(cell.get()).toBe(9)
  })
})

describe('latest-only work', () => {
  it('skips what was asked meanwhile, except the last', async () => {
    const finished: number[] = []
    let release = () => {}
    const ask = createLatest(
      (input: number) =>
        new Promise<number>((resolve) => {
          release = () => resolve(input * 10)
        }),
      (_, output) => finished.push(output),
    )
    const settle = async () => {
      release()
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    for (const input of [1, 2, 3]) ask(input)
    await settle()
    await settle()
    expect(finished).toEqual([10, 30])
    ask(4)
    await settle()
    expect(finished).toEqual([10, 30, 40])
  })
})

describe('work in parts', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('does one after the other, then says that it is done', () => {
    const heard: (number | string)[] = []
    inParts(
      250,
      100,
      (from) => heard.push(from),
      () => heard.push('done'),
    )
    heard.push('free')
    vi.runAllTimers()
    expect(heard).toEqual(['free', 0, 100, 200, 'done'])
  })

  it('ends when it is stopped', () => {
    const heard: number[] = []
    const stop = inParts(
      250,
      100,
      (from) => {
        heard.push(from)
        if (from === 100) stop()
      },
      () => heard.push(-1),
    )
    vi.runAllTimers()
    expect(heard).toEqual([0, 100])
  })
})

describe('a remote', () => {
  function fakePort() {
    const target = new EventTarget()
    const asked: { id: number; name: string; input: unknown }[] = []
    const port = {
      postMessage: (message: { id: number; name: string; input: unknown }) => asked.push(message),
      terminate: () => {},
      addEventListener: target.addEventListener.bind(target),
    }
    const answer = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data }))
    return { port, asked, answer, crash: () => target.dispatchEvent(new Event('error')) }
  }

  it('gives each answer to its call', async () => {
    const { port, asked, answer } = fakePort()
    const remote = createRemote(port)
    const [first, second] = [remote.call('detail', 1), remote.call('detail', 2)]
    answer({ id: asked[1]?.id, value: null })
    answer({ id: asked[0]?.id, error: 'The preview could not be computed.' })
    await expect(second).resolves.toBeNull()
    await expect(first).rejects.toThrow('could not be computed')
  })

  it.each(['crash', 'close'] as const)('rejects what waits after a %s', async (end) => {
    const { port, crash } = fakePort()
    const remote = createRemote(port)
    const waiting = remote.call('detail', 1)
    if (end === 'crash') crash()
    else remote.close()
    await expect(waiting).rejects.toThrow('stopped')
    await expect(remote.call('detail', 2), 'what is asked afterwards').rejects.toThrow('stopped')
  })
})

describe('a session', () => {
  const data: Tickets = { flow: 'inbound', tickets: [{ key: 'A', summary: 'One' }, { key: 'B' }] }
  const session = openSession(data, {
    relationship: targetRelationship(),
    reference: reference(),
    since: null,
  })

  it('judges every ticket and shows one in full', () => {
    const { outcomes } = session.judge()
    expect([...outcomes.of].map((position) => outcomes.table[position]?.verdict)).toEqual(['create', 'fail'])
    expect(session.detail(1)).toMatchObject({ row: { key: 'B', verdict: 'fail' }, ticket: { key: 'B' } })
    expect(session.detail(2)).toBeNull()
  })
})
