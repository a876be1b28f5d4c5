// What Ctrl Z and Ctrl Y reach, in the order things were done.
import { expect, test } from 'vitest'
import { offerRedo, offerUndo, redoLast, undoLast } from '../../../../../renderer/ui/behaviour/takeBack.ts'

test('takes back what was done last, and passes over what can no longer be undone', () => {
  const done: string[] = []
  const withdrawOne = offerUndo(() => done.push('one'))
  const withdrawTwo = offerUndo(() => done.push('two'))
  undoLast()
  withdrawTwo()
  withdrawTwo()
  undoLast()
  withdrawOne()
  undoLast()
  expect(done).toEqual(['two', 'one'])
})

test('makes again only what was taken back', () => {
  const done: string[] = []
  const withdraw = offerRedo(() => done.push('again'))
  undoLast()
  redoLast()
  withdraw()
  redoLast()
  expect(done).toEqual(['again'])
})
