// Whole numbers longer than JavaScript's become texts with every digit, and nothing else does.
import { expect, test } from 'vitest'
import { bounds } from '../../../../../shared/bounds.ts'
import { withLongNumbersAsText } from '../../../../../shared/files/json/longNumbers.ts'

const asText = (json: string): string => withLongNumbersAsText(json, bounds.files.sample)

test.each([
  ['{"id":90071992547409930}', '{"id":"90071992547409930"}'],
  ['[-12345678901234567890, 7]', '["-12345678901234567890", 7]'],
  ['{"id":9007199254740991}', '{"id":9007199254740991}'],
  ['{"id":12345678901234567.25}', '{"id":12345678901234567.25}'],
  ['{"id":12345678901234567E3}', '{"id":12345678901234567E3}'],
  ['{"id":"90071992547409930"}', '{"id":"90071992547409930"}'],
])('%s becomes %s', (json, expected) => {
  expect(asText(json)).toBe(expected)
})

test('a number of ten million digits is one as well', () => {
  const digits = '9'.repeat(10_000_000)
  expect(asText(`[{"id":${digits}}]`)).toBe(`[{"id":"${digits}"}]`)
})
