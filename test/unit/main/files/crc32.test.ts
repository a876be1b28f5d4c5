// The checksum of zip entries.
import * as zlib from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from '../../../../main/files/crc32.ts'

test.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['a', 0xe8b7be43],
])('of %j is the published one', (text, checksum) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(checksum)
})

test('is the one that Node computes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === zlib.crc32(bytes)))
})
