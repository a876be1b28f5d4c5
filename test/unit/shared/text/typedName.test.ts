// A name as it is kept: what nobody sees is off it, what writes a script or an emoji stays.
import { expect, test } from 'vitest'
import { holdsUnseen, typedName } from '../../../../shared/text/typedName.ts'

test.each([
  ['a turned direction', '\u202efdp.Harbour\u202c', 'fdp.Harbour'],
  ['a blank without width and a soft hyphen', 'Har\u200bbour\u00ad IT', 'Harbour IT'],
  ['the line end of a copied cell', 'Harbour\r\nIT\t', 'Harbour IT'],
  ['a control sign', 'Harbour\u0007 IT', 'Harbour IT'],
])('leaves out %s, and says so', (_what, typed, kept) => {
  expect(typedName(typed)).toBe(kept)
  expect(holdsUnseen(typed)).toBe(true)
})

test.each(['שלום Harbour 12', 'می‌خواهم', 'Family 👩‍👩‍👧 ✈️', 'Zoë & Söhne', '  Harbour  '])(
  'keeps %j',
  (name) => {
    expect(typedName(name)).toBe(name.trim())
    expect(holdsUnseen(name)).toBe(false)
  },
)

test.each(['', ' ', '\u200b', '\u200d\ufe0f', '\u2800'])('takes %j for no name', (name) => {
  expect(typedName(name)).toBe('')
})
