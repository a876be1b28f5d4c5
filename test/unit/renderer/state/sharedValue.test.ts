// A store tells its listeners of every change, until they stop listening.
import { describe, expect, it } from 'vitest'
import { createSharedValue } from '../../../../renderer/state/sharedValue.ts'

describe('a store', () => {
  it('tells listeners at once and stops when asked', () => {
    const cell = createSharedValue(1)
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
