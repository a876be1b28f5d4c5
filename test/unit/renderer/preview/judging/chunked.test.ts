// Long work is done in parts, between which the window answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inParts } from '../../../../../renderer/preview/judging/chunked.ts'

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
