// Character references as servers write them.
import { expect, test } from 'vitest'
import { signOfReference } from '../../../../shared/text/characterReferences.ts'

test.each([
  ['amp', '&'],
  ['QUOT', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
  ['#xE9', 'é'],
  ['#128512', '😀'],
])('%s stands for %s', (reference, sign) => expect(signOfReference(reference)).toBe(sign))

test.each(['', '#', '#x', 'eacute', '#1114112', '#x110000', '#12345678', 'amp;'])(
  '“%s” stands for no sign that is known here',
  (reference) => expect(signOfReference(reference)).toBeUndefined(),
)
