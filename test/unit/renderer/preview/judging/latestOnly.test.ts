// Of work that is overtaken, only the latest counts.
import { describe, expect, it } from 'vitest'
import { createLatest } from '../../../../../renderer/preview/judging/latestOnly.ts'

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
