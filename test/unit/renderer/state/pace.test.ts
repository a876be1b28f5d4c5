// Progress is shown no faster than it can be read.
import { expect, it } from 'vitest'
import { createPace } from '../../../../renderer/state/pace.ts'

it('progress is shown at once, and then no faster than it can be read', () => {
  let now = 0
  const isDue = createPace(() => now)
  const said = [0, 50, 119, 120, 130, 500].map((at) => {
    now = at
    return isDue()
  })
  expect(said).toEqual([true, false, false, true, false, true])
})
