// Words about kept samples: their size, their number, and the name a new one starts with.
import { expect, it } from 'vitest'
import {
  sizeText,
  suggestedSampleName,
  ticketsText,
  usableName,
} from '../../../../../renderer/preview/sample/keptWords.ts'

it.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [1_500_000, '1.4 MB'],
])('%d bytes are said as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))

it.each([
  [1, '1 ticket'],
  [1204, '1,204 tickets'],
])('%d tickets are counted', (count, text) => expect(ticketsText(count)).toBe(text))

it.each([
  [{ kind: 'file', name: 'monday.CSV' } as const, 'monday'],
  [{ kind: 'typed' } as const, 'Typed tickets'],
  [{ kind: 'kept', id: 'a', name: 'Monday' } as const, 'Monday'],
])('a sample from %o has a name to start with', (origin, name) =>
  expect(suggestedSampleName(origin)).toBe(name),
)

it.each([
  [' Monday ', 'Monday'],
  ['   ', null],
  ['x'.repeat(101), null],
])('the name %j is stored as %j', (text, name) => expect(usableName(text)).toBe(name))
